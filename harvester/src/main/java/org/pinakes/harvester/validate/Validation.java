package org.pinakes.harvester.validate;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pinakes.harvester.lift.Splitter;
import org.pinakes.harvester.rdf.StatementLines;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.Verdict;
import org.pinakes.queries.Views;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;

/** Judges what a document says by any number of profiles. Safe for threads. */
public final class Validation {
    private final Judge judge;
    private final Profiles profiles;
    private final Views views;
    private final InstantSource clock;

    public Validation(Judge judge, Profiles profiles, Views views, InstantSource clock) {
        this.judge = judge;
        this.profiles = profiles;
        this.views = views;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param language of the findings, two letters
     * @param views whether each dataset is judged as the catalogue would serve it, by the profile's view, and not as it stands
     * @param within how long one document may take
     */
    public record Asked(List<Profile> profiles, String language, boolean views, Duration within) {

        public Asked {
            profiles = List.copyOf(profiles);
        }
    }

    /** The profiles of these names, or an {@link InputProblem} that lists the right ones. */
    public List<Profile> profiles(List<String> names) {
        return names.stream().distinct().map(profiles::profile).toList();
    }

    /** All that there are. */
    public List<Profile> profiles() {
        return profiles.all();
    }

    /** What the profile speaks of in a record: its view, or the record itself where it has none. */
    public Graph view(String profile, Graph record, String iri) {
        return profiles.profile(profile)
                .view()
                .map(v -> views.view(v, record, iri))
                .orElse(record);
    }

    /** The judge of this day. */
    public Judge judge() {
        return judge.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** When a report is made now. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Reads and judges what somebody brings; findings say the line, where the syntax has lines.
     *
     * @param most statements that are read
     * @throws InputProblem when it cannot be read, or when it takes longer than it may
     */
    public List<Judgement> judge(Incoming incoming, long most, Asked asked) throws IOException {
        List<Judgement> judgements = judge(incoming.name(), incoming.read(most), asked);
        if (judgements.stream().allMatch(j -> j.verdict().findings().isEmpty())) {
            return judgements;
        }
        StatementLines lines = incoming.lines();
        return judgements.stream().map(j -> withLines(j, lines)).toList();
    }

    private static Judgement withLines(Judgement j, StatementLines lines) {
        List<Finding> findings =
                j.verdict().findings().stream().map(f -> withLine(f, lines)).toList();
        Verdict verdict = Verdict.of(j.profile().name(), findings);
        return new Judgement(j.document(), j.record(), j.title(), j.profile(), verdict);
    }

    private static Finding withLine(Finding finding, StatementLines lines) {
        if (finding.focus().isEmpty() || finding.place().isEmpty()) {
            return finding;
        }
        Place place = finding.place().get();
        OptionalLong line = lines.line(
                finding.focus().get(), finding.path(), finding.detail().term());
        return line.isEmpty()
                ? finding
                : finding.at(new Place(
                        place.document(), "line " + line.getAsLong() + ", " + place.position(), place.field()));
    }

    /**
     * Judges one document.
     *
     * @throws InputProblem when it takes longer than it may
     */
    public List<Judgement> judge(String document, Graph graph, Asked asked) {
        Instant end = clock.instant().plus(asked.within());
        Judge judging = judge().in(asked.language()).asking(() -> {
            if (clock.instant().isAfter(end)) {
                throw new InputProblem("Judging '" + document + "' takes longer than "
                        + asked.within().toSeconds() + " seconds, so it was stopped. Judge fewer records or by fewer"
                        + " profiles at once.");
            }
        });
        List<Judgement> judgements = new ArrayList<>();
        try {
            for (Profile profile : asked.profiles()) {
                judgements.addAll(
                        asked.views() && profile.view().isPresent()
                                ? throughView(judging, document, graph, profile)
                                : asItStands(judging, document, graph, profile));
            }
        } catch (StackOverflowError e) {
            throw new InputProblem("What '" + document + "' says is nested too deeply to be judged.", e);
        }
        return judgements;
    }

    private List<Judgement> asItStands(Judge judging, String document, Graph graph, Profile profile) {
        Owners owners = new Owners(graph);
        List<Finding> findings = judging.judge(profile.name(), graph).findings();
        Set<String> focusNodes =
                findings.stream().flatMap(f -> f.focus().stream()).collect(Collectors.toSet());
        Map<String, Set<Node>> owned = findings.isEmpty() ? Map.of() : owners.of(focusNodes);
        Map<Node, List<Finding>> byRecord = new LinkedHashMap<>();
        owners.roots().forEach(r -> byRecord.put(r, new ArrayList<>()));
        List<Finding> rest = new ArrayList<>();
        for (Finding finding : findings) {
            Finding placed = finding.at(place(document, graph, finding));
            Set<Node> of = owned.getOrDefault(finding.focus().orElse(""), Set.of());
            of.forEach(record ->
                    byRecord.computeIfAbsent(record, r -> new ArrayList<>()).add(placed));
            if (of.isEmpty()) {
                rest.add(placed);
            }
        }
        List<Judgement> judgements = new ArrayList<>();
        byRecord.forEach((record, own) -> judgements.add(judgement(document, graph, record, profile, own)));
        if (judgements.isEmpty() && rest.isEmpty() && !judging.speaksOf(profile.name(), graph)) {
            rest.add(nothing(document, profile));
        }
        if (!rest.isEmpty() || judgements.isEmpty()) {
            judgements.add(new Judgement(document, "", "", profile, Verdict.of(profile.name(), rest)));
        }
        return judgements;
    }

    private List<Judgement> throughView(Judge judging, String document, Graph graph, Profile profile) {
        List<Judgement> judgements = new ArrayList<>();
        Splitter.split(graph).datasets().forEach((record, part) -> {
            String iri = record.toString();
            Graph view = record.isURI() ? view(profile.name(), part, iri) : part;
            List<Finding> findings = judging.judge(profile.name(), view, iri).findings().stream()
                    .map(f -> f.at(place(document, view, f)))
                    .toList();
            judgements.add(judgement(document, graph, record, profile, findings));
        });
        return judgements.isEmpty() ? asItStands(judging, document, graph, profile) : judgements;
    }

    private static Judgement judgement(
            String document, Graph graph, Node record, Profile profile, List<Finding> findings) {
        String title = graph.find(record, Terms.TITLE, Node.ANY).toList().stream()
                .map(t -> t.getObject())
                .filter(Node::isLiteral)
                .min((a, b) -> Boolean.compare(
                        !a.getLiteralLanguage().startsWith("en"),
                        !b.getLiteralLanguage().startsWith("en")))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
        return new Judgement(document, Owners.name(record), title, profile, Verdict.of(profile.name(), findings));
    }

    private static Finding nothing(String document, Profile profile) {
        return Finding.at(
                Place.of(document),
                Finding.Severity.VIOLATION,
                Judge.NO_RULE,
                "There is nothing here of which the profile " + profile.name()
                        + " has a rule, so it says nothing about it. Describe a dcat:Dataset, or another class that the"
                        + " profile knows.",
                "");
    }

    /** Of RDF a person finds the subject and the property. */
    private static Place place(String document, Graph graph, Finding finding) {
        return new Place(
                document,
                finding.focus().map(f -> subject(graph, f)).orElse(""),
                finding.path()
                        .map(p -> p.matches("https?://.*") ? "<" + p + ">" : p)
                        .orElse(""));
    }

    /** A node without an IRI is told by who points to it. */
    private static String subject(Graph graph, String focus) {
        if (!focus.startsWith("_:")) {
            return "<" + focus + ">";
        }
        Node blank = NodeFactory.createBlankNode(focus.substring(2));
        return graph.find(Node.ANY, Node.ANY, blank).toList().stream()
                .map(t -> "the " + t.getPredicate().getURI().replaceFirst("^.*[/#]", "") + " of "
                        + (t.getSubject().isBlank() ? "a node without IRI" : "<" + t.getSubject() + ">"))
                .min(String::compareTo)
                .orElse("a node without IRI");
    }

    /** A report of all that was judged. */
    public Report report(List<Judgement> judgements, Optional<Long> change, String language) {
        return new Report(clock.instant(), change, language, judgements);
    }
}
