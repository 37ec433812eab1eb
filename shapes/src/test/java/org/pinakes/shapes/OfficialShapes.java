package org.pinakes.shapes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.pinakes.ontology.Terms;

/** The files that the makers of a profile published, run by Jena together with the code lists beside them. */
final class OfficialShapes {
    private static final Node GUARD = Terms.iri("urn:x-shacl:guard");

    private final Shapes shapes;
    private final Wording wording;
    private final Graph codes;

    private OfficialShapes(Shapes shapes, Graph codes) {
        this.shapes = shapes;
        this.wording = new Wording(shapes.getGraph());
        this.codes = codes;
    }

    /** What is wrong where, as the official shapes see it. */
    record Result(String rule, String focus, String path, String value, boolean ofValueShape) {}

    static OfficialShapes of(String profile, Path standards, Graph codes) {
        Graph all = GraphMemFactory.createDefaultGraph();
        files(profile, standards).forEach(f -> RDFParser.source(f).parse(all));
        giveEachPropertyShapeAPath(all);
        return new OfficialShapes(Shapes.parse(all), codes);
    }

    /**
     * The files that hold violations. Of DCAT-AP without the ranges: by the words of their file they are part of a
     * validation only where an exchange agreement says so; HealthDCAT-AP's validator has them.
     */
    static Stream<Path> files(String profile, Path standards) {
        Path dcat = standards.resolve("dcat-ap-3.0.1");
        if (profile.equals("dcat-ap-3")) {
            return Stream.of(dcat.resolve("shapes.ttl"), dcat.resolve("mdr-vocabularies.shape.ttl"));
        }
        Path health = standards.resolve("healthdcat-ap-r8");
        String level = profile.replace("healthdcat-ap-8-", "");
        return Stream.of(
                dcat.resolve("shapes.ttl"),
                dcat.resolve("range.ttl"),
                health.resolve("shapes/graph-guard.ttl"),
                health.resolve("shapes/" + level + "-shapes.ttl"),
                health.resolve("ranges/range.ttl"),
                health.resolve("controlled-vocabularies/mdr-vocabularies.shape.ttl"));
    }

    /** Jena refuses a property shape without a path; what it says is said by a node shape of its own. */
    private static void giveEachPropertyShapeAPath(Graph all) {
        for (Triple t : all.find(Node.ANY, SHACL.property, Node.ANY).toList()) {
            if (!all.contains(t.getObject(), SHACL.path, Node.ANY)) {
                all.delete(t);
                all.add(t.getObject(), Terms.TYPE, SHACL.NodeShape);
                all.find(t.getSubject(), SHACL.targetClass, Node.ANY)
                        .toList()
                        .forEach(c -> all.add(t.getObject(), SHACL.targetClass, c.getObject()));
            }
        }
    }

    List<Result> violations(Graph graph) {
        List<Result> results = new ArrayList<>();
        for (ReportEntry entry :
                ShaclValidator.get().validate(shapes, new Union(graph, codes)).getEntries()) {
            Node focus = entry.focusNode();
            boolean ofTheRecord =
                    graph.contains(focus, Node.ANY, Node.ANY) || !codes.contains(focus, Node.ANY, Node.ANY);
            if (Severity.Violation.equals(entry.severity()) && ofTheRecord) {
                results.add(result(entry));
            }
        }
        return results;
    }

    private Result result(ReportEntry entry) {
        if (entry.focusNode().equals(GUARD)) {
            return new Result("graph-guard", Terms.DATASET.getURI(), "^rdf:type", "", false);
        }
        String component =
                Wording.local(entry.sourceConstraintComponent().getURI()).replace("ConstraintComponent", "");
        Shape shape = shapes.getShape(entry.source());
        return new Result(
                wording.ruleName(shape) + " " + component,
                Wording.focus(entry.focusNode()),
                entry.resultPath() == null ? "" : wording.path(entry.resultPath()),
                entry.value() == null ? "" : Wording.focus(entry.value()),
                component.equals("Node"));
    }
}
