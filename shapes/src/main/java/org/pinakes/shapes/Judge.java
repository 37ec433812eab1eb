package org.pinakes.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.Verdict;

/**
 * Judges one record's view by one profile, with jena-shacl (SHACL 1.0 Core and SPARQL). Shapes are parsed once, when they
 * are first needed; {@code owl:imports} is never followed. Safe for many threads.
 */
public final class Judge {
    private static final String OWL_IMPORTS = "http://www.w3.org/2002/07/owl#imports";
    private static final Node SHAPE_NAME = Terms.iri("http://www.w3.org/ns/shacl#name");
    private final Profiles profiles;
    private final Graph background;
    private final Map<String, Shapes> parsed = new ConcurrentHashMap<>();

    /** @param background code lists that shapes may look at; findings about them are left out */
    public Judge(DataFiles files, Profiles profiles, Graph background) {
        this.profiles = profiles;
        this.background = background;
    }

    /** @param iri the dataset that the view describes */
    public Verdict judge(String profile, Graph view, String iri) {
        Shapes shapes = shapes(profile);
        Graph data = needsBackground(shapes) ? new Union(view, background) : view;
        ValidationReport report = ShaclValidator.get().validate(shapes, data);
        List<Finding> findings = new ArrayList<>();
        for (ReportEntry entry : report.getEntries()) {
            if (view.contains(entry.focusNode(), Node.ANY, Node.ANY)) {
                findings.add(finding(entry, shapes.getGraph(), iri));
            }
        }
        findings.sort((a, b) -> a.severity() != b.severity()
                ? a.severity().compareTo(b.severity())
                : (a.rule() + a.value().orElse(""))
                        .compareTo(b.rule() + b.value().orElse("")));
        return Verdict.of(profile, findings);
    }

    private Shapes shapes(String name) {
        Profile profile = profiles.named(name)
                .orElseThrow(() -> new InputProblem("There is no profile '" + name
                        + "'; there are "
                        + String.join(
                                ", ", profiles.all().stream().map(Profile::name).toList()) + "."));
        return parsed.computeIfAbsent(name, n -> parse(profile));
    }

    private static Shapes parse(Profile profile) {
        Graph all = GraphMemFactory.createDefaultGraph();
        profile.shapes().forEach(file -> Profiles.parse(file).find().forEachRemaining(all::add));
        all.remove(Node.ANY, Terms.iri(OWL_IMPORTS), Node.ANY);
        try {
            return Shapes.parse(all);
        } catch (ShaclParseException e) {
            throw new InputProblem(
                    "The shapes of the profile '" + profile.name() + "' (" + profile.shapes() + ") are faulty: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Only sh:class and SPARQL constraints look beyond the record. */
    private static boolean needsBackground(Shapes shapes) {
        Graph g = shapes.getGraph();
        return g.contains(Node.ANY, SHACL.class_, Node.ANY) || g.contains(Node.ANY, SHACL.sparql, Node.ANY);
    }

    private static Finding finding(ReportEntry entry, Graph shapes, String iri) {
        Node focus = entry.focusNode();
        return new Finding(
                severity(entry),
                rule(entry.source()),
                message(entry, shapes),
                Optional.of(focus.isURI() ? focus.getURI() : iri),
                Optional.ofNullable(entry.resultPath()).map(Judge::path),
                Optional.ofNullable(entry.value()).map(Judge::shown),
                Optional.empty());
    }

    private static Finding.Severity severity(ReportEntry entry) {
        Node level = entry.severity().level();
        if (level.equals(SHACL.Warning)) {
            return Finding.Severity.WARNING;
        }
        return level.equals(SHACL.Info) ? Finding.Severity.INFO : Finding.Severity.VIOLATION;
    }

    /** {@code dcat-ap-3/dataset#title} for a shape of ours. */
    private static String rule(Node source) {
        return source.isURI() ? source.getURI().replaceFirst("^https://w3id\\.org/pinakes/shapes/", "") : "shape";
    }

    private static String message(ReportEntry entry, Graph shapes) {
        Node source = entry.source();
        String message = entry.message() == null ? "" : entry.message();
        if (shapes.contains(source, SHACL.message, Node.ANY) && !message.isEmpty()) {
            return message;
        }
        String name = shapes.find(source, SHAPE_NAME, Node.ANY).toList().stream()
                .map(t -> t.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse(entry.resultPath() == null ? "this node" : path(entry.resultPath()));
        String what = entry.sourceConstraintComponent() == null
                ? "a constraint"
                : entry.sourceConstraintComponent().getLocalName().replace("ConstraintComponent", "");
        return "The " + name + " does not fit the rule " + what + ".";
    }

    private static String path(Path path) {
        return path instanceof P_Link link ? link.getNode().getURI() : path.toString();
    }

    private static String shown(Node node) {
        String text =
                node.isLiteral() ? node.getLiteralLexicalForm() : node.isBlank() ? "a node without IRI" : node.getURI();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
