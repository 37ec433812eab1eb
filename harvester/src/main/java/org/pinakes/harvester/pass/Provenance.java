package org.pinakes.harvester.pass;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pinakes.ontology.CanonicalGraph;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Origin;
import org.pinakes.ontology.SourcePointer;
import org.pinakes.ontology.Standing;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.Verdict;

/** Writes a record's provenance graph: document, mapping, verdicts and source pointers (PROV-O and {@code pin:} terms). */
final class Provenance {
    private static final Node SOURCE = Terms.iri(Terms.PROV + "hadPrimarySource");
    private static final Node GENERATED = Terms.iri(Terms.PROV + "generatedAtTime");
    private static final Node ENTITY = Terms.iri(Terms.PROV + "Entity");
    private static final Node FORMAT_HASH = Terms.iri(Terms.PIN + "sha256");
    private static final Node LOCAL_ID = Terms.iri(Terms.PIN + "localId");
    private static final Node MAPPING = Terms.iri(Terms.PIN + "mapping");
    private static final Node VERDICT = Terms.iri(Terms.PIN + "verdict");
    private static final Node PROFILE = Terms.iri(Terms.PIN + "profile");
    private static final Node OUTCOME = Terms.iri(Terms.PIN + "outcome");
    private static final Node VIOLATIONS = Terms.iri(Terms.PIN + "violations");
    private static final Node WARNINGS = Terms.iri(Terms.PIN + "warnings");
    private static final Node BROKEN_RULE = Terms.iri(Terms.PIN + "brokenRule");
    private static final Node WAIVED_BECAUSE = Terms.iri(Terms.PIN + "waivedBecause");
    private static final Node POINTER = Terms.iri(Terms.PIN + "pointer");
    private static final Node PROPERTY = Terms.iri(Terms.PIN + "property");
    private static final Node POSITION = Terms.iri(Terms.PIN + "position");
    private static final Node FIELD = Terms.iri(Terms.PIN + "field");
    private static final Node RAW = Terms.iri(Terms.PIN + "rawValue");

    private Provenance() {}

    /** @param iri of the record, or of the document itself for what it says besides its datasets */
    static Graph of(Iris iris, String iri, Origin origin, List<Verdict> verdicts) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node record = Terms.iri(iri);
        Node document = Terms.iri(iris.document(origin.provider(), origin.address()));
        graph.add(record, SOURCE, document);
        graph.add(record, LOCAL_ID, text(origin.localId()));
        origin.mapping().ifPresent(m -> graph.add(record, MAPPING, text(m)));
        graph.add(document, Terms.TYPE, ENTITY);
        graph.add(document, Terms.IDENTIFIER, text(origin.address()));
        graph.add(document, FORMAT_HASH, text(origin.document()));
        graph.add(
                document,
                GENERATED,
                NodeFactory.createLiteralDT(origin.fetchedAt().toString(), XSDDatatype.XSDdateTime));
        verdicts.forEach(v -> verdict(graph, record, v));
        pointers(graph, record, origin.pointers());
        return CanonicalGraph.of(graph, iris.provenance(iri)).graph();
    }

    private static void verdict(Graph graph, Node record, Verdict verdict) {
        Node node = NodeFactory.createBlankNode();
        graph.add(record, VERDICT, node);
        graph.add(record, Terms.STANDING, text(new Standing(verdict.profile(), verdict.outcome()).toString()));
        graph.add(node, PROFILE, text(verdict.profile()));
        graph.add(node, OUTCOME, text(verdict.outcome()));
        graph.add(node, VIOLATIONS, count(verdict, Finding.Severity.VIOLATION));
        graph.add(node, WARNINGS, count(verdict, Finding.Severity.WARNING));
        brokenRules(verdict).forEach(rule -> graph.add(node, BROKEN_RULE, text(rule)));
        if (verdict instanceof Verdict.Waived waived) {
            graph.add(node, WAIVED_BECAUSE, text(waived.reason()));
        }
    }

    /** Names of the rules that are violated and not waived, sorted. */
    static Set<String> brokenRules(Verdict verdict) {
        return verdict.findings().stream()
                .filter(Finding::counts)
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One node for a property and a cell, however many statements they gave. */
    private static void pointers(Graph graph, Node record, List<SourcePointer> pointers) {
        Set<List<String>> written = new HashSet<>();
        for (SourcePointer p : pointers) {
            String property = p.triple().getPredicate().getURI();
            if (p.place().field().isEmpty()
                    || !written.add(
                            List.of(property, p.place().position(), p.place().field(), p.raw()))) {
                continue;
            }
            Node node = NodeFactory.createBlankNode();
            graph.add(record, POINTER, node);
            graph.add(node, PROPERTY, p.triple().getPredicate());
            graph.add(node, POSITION, text(p.place().position()));
            graph.add(node, FIELD, text(p.place().field()));
            graph.add(node, RAW, text(p.raw()));
        }
    }

    private static Node count(Verdict verdict, Finding.Severity severity) {
        return NodeFactory.createLiteralDT(Long.toString(verdict.count(severity)), XSDDatatype.XSDinteger);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
