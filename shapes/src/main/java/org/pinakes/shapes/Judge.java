package org.pinakes.shapes;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.Verdict;

/**
 * Says what a profile's shapes say of a record. The shapes of a profile are read once, when they are first needed; an
 * edited file counts for the next judge. Safe for any number of threads.
 */
public final class Judge {
    /** In a shapes file {@code sh:targetNode pin:record} means the record that is judged, whatever its IRI. */
    static final Node RECORD = Terms.iri(Terms.PIN + "record");

    /** The rule of records of which no rule speaks. */
    public static final String NO_RULE = "no-rule";

    /** In which the shapes may speak: those of the European Union. */
    private static final Set<String> LANGUAGES = Set.of(
            "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl",
            "pl", "pt", "ro", "sk", "sl", "sv");

    private final DataFiles files;
    private final Profiles profiles;
    private final Background background;
    private final Map<String, ProfileShapes> parsed;
    private final String language;
    private final Runnable between;
    private final Optional<LocalDate> day;

    /**
     * Tells in English.
     *
     * @param codes what is known besides the record and the vocabularies of {@code ontology/vocabularies}; both answer
     *     questions of the shapes and are never judged themselves. Asked for at the first judgement and not written to from
     *     then on.
     */
    public Judge(DataFiles files, Profiles profiles, Supplier<Graph> codes) {
        this(
                files,
                profiles,
                new Background(files, codes),
                new ConcurrentHashMap<>(),
                "en",
                () -> {},
                Optional.empty());
    }

    private Judge(
            DataFiles files,
            Profiles profiles,
            Background background,
            Map<String, ProfileShapes> parsed,
            String language,
            Runnable between,
            Optional<LocalDate> day) {
        this.files = files;
        this.profiles = profiles;
        this.background = background;
        this.parsed = parsed;
        this.language = language;
        this.between = between;
        this.day = day;
    }

    /** The same judge in another language, by its tag; English where the shapes do not speak it. */
    public Judge in(String tag) {
        String two = tag.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
        return new Judge(files, profiles, background, parsed, LANGUAGES.contains(two) ? two : "en", between, day);
    }

    /** The same judge, which asks between two nodes whether to go on: who wants it to stop throws. */
    public Judge asking(Runnable goOn) {
        return new Judge(files, profiles, background, parsed, language, goOn, day);
    }

    /** The same judge on a day, for the rules that ask what is in the future or long ago; see {@link JudgedOn}. */
    public Judge on(LocalDate judged) {
        return new Judge(files, profiles, background, parsed, language, between, Optional.of(judged));
    }

    /**
     * Judges one record. The graph is what the profile's view made of it, where the profile has a view.
     *
     * @param iri the record's IRI; that no rule speaks of it is a violation, because such a record would pass unseen
     */
    public Verdict judge(String profile, Graph record, String iri) {
        return judge(profile, record, List.of(Terms.iri(iri)));
    }

    /** Judges all that a graph holds; each dataset and dataset series with an IRI counts as a record. */
    public Verdict judge(String profile, Graph graph) {
        Set<Node> records = new LinkedHashSet<>();
        for (Node type : List.of(Terms.DATASET, Terms.DATASET_SERIES)) {
            graph.find(Node.ANY, Terms.TYPE, type)
                    .mapWith(Triple::getSubject)
                    .filterKeep(Node::isURI)
                    .forEach(records::add);
        }
        return judge(profile, graph, records);
    }

    private Verdict judge(String profile, Graph graph, Collection<Node> records) {
        ProfileShapes shapes = shapes(profile);
        Graph known = background.graph();
        Graph under = background.under(graph);
        Graph data = day.map(d -> JudgedOn.day(under, d)).orElse(under);
        ValidationContext context = ValidationContext.create(shapes.shapes(), data);
        FocusNodes targets = new FocusNodes(graph, records);
        Set<Node> judged = new LinkedHashSet<>();
        for (Shape shape : shapes.shapes().getTargetShapes()) {
            for (Node focus : targets.of(shape)) {
                between.run();
                judged.add(focus);
                VLib.validateShape(context, data, shape, focus);
            }
        }
        List<Finding> findings = new ArrayList<>();
        records.stream().filter(r -> !judged.contains(r)).forEach(r -> findings.add(noRule(profile, r)));
        for (ReportEntry entry : context.generateReport().getEntries()) {
            Node focus = entry.focusNode();
            if (isDescribed(graph, focus) || !isDescribed(known, focus)) {
                findings.add(shapes.finding(entry, graph));
            }
        }
        return Verdict.of(
                profile,
                findings.stream().distinct().sorted(ProfileShapes.ORDER).toList());
    }

    static boolean isDescribed(Graph graph, Node node) {
        return !node.isLiteral() && graph.contains(node, Node.ANY, Node.ANY);
    }

    private static Finding noRule(String profile, Node record) {
        return new Finding(
                Finding.Severity.VIOLATION,
                NO_RULE,
                "Profile " + profile
                        + " has no rule for this record, so it says nothing about it. Give the record its type:"
                        + " a dcat:Dataset, or another class that the profile knows.",
                Optional.of(record.toString()),
                Optional.of(Terms.TYPE.getURI()),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether there is anything in the graph of which a rule of the profile speaks. */
    public boolean speaksOf(String profile, Graph graph) {
        FocusNodes targets = new FocusNodes(graph, List.of());
        return shapes(profile).shapes().getTargetShapes().stream()
                .anyMatch(shape -> !targets.of(shape).isEmpty());
    }

    /** Whether a finding of the profile can have this rule's name. */
    public boolean hasRule(String profile, String rule) {
        return rule.equals(NO_RULE) || shapes(profile).knows(rule);
    }

    /** The profile's shapes as they stand in their files, together; not to be changed. */
    public Graph shapesGraph(String profile) {
        return shapes(profile).written();
    }

    /** The rules of a profile, sorted by file and name. */
    public List<Rule> rules(String profile) {
        return shapes(profile).rules();
    }

    /** Changes when a file of the profile does; verdicts with the same fingerprint were made by the same rules. */
    public String fingerprint(String profile) {
        return shapes(profile).fingerprint();
    }

    /** Changes when a file of any profile does. */
    public String fingerprint() {
        List<Path> all = new ArrayList<>();
        for (Profile profile : profiles.all()) {
            all.addAll(profile.shapes());
        }
        return files.fingerprint(all.stream().distinct().sorted().toList());
    }

    private ProfileShapes shapes(String profile) {
        Profile known = profiles.profile(profile);
        ProfileShapes english =
                parsed.computeIfAbsent(known.name(), n -> ProfileShapes.read(files, known, background.graph()));
        return language.equals("en")
                ? english
                : parsed.computeIfAbsent(known.name() + " " + language, n -> english.in(language));
    }
}
