package org.pinakes.harvester.pass;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.pinakes.mappings.iris.IriTable;
import org.pinakes.mappings.migrations.Migrated;
import org.pinakes.ontology.CanonicalGraph;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Origin;
import org.pinakes.ontology.Standing;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.Verdict;

/** Writes a record's provenance graph: document, mapping, verdicts, source pointers and what was normalised (PROV-O and {@code pin:} terms). */
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
    private static final Node REPLACED = Terms.iri(Terms.PIN + "replaced");
    private static final Node WAS = Terms.iri(Terms.PIN + "was");
    private static final Node IS = Terms.iri(Terms.PIN + "is");
    private static final Node MIGRATED = Terms.iri(Terms.PIN + "migrated");
    private static final Node RULE = Terms.iri(Terms.PIN + "rule");
    private static final Node SUBJECT = RDF.Nodes.subject;
    private static final Node PREDICATE = RDF.Nodes.predicate;
    private static final Node OBJECT = RDF.Nodes.object;
    private static final Node BROKEN_RULE = Terms.iri(Terms.PIN + "brokenRule");
    private static final Node WAIVED_BECAUSE = Terms.iri(Terms.PIN + "waivedBecause");

    private Provenance() {}

    /**
     * @param iri of the record, or of the document itself for what it says besides its datasets
     * @param labels blank nodes before to those of the record's graph
     */
    static Graph of(
            Iris iris,
            String iri,
            Origin origin,
            List<Verdict> verdicts,
            Normalised normalised,
            Map<Node, Node> labels) {
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
        new SourcePointers(iris, origin.provider(), record, labels).write(graph, origin.pointers());
        normalised(graph, record, normalised, labels);
        return CanonicalGraph.of(graph, iris.provenance(iri), Set.copyOf(labels.values()))
                .graph();
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

    /** A value that was changed keeps what it was: nodes by the IRI table, statements by migrations. */
    private static void normalised(Graph graph, Node record, Normalised changes, Map<Node, Node> labels) {
        changes.replaced().forEach((was, is) -> {
            Node node = NodeFactory.createBlankNode();
            graph.add(record, REPLACED, node);
            graph.add(node, WAS, was);
            graph.add(node, IS, is);
        });
        for (Migrated.Kept kept : changes.kept()) {
            Node node = NodeFactory.createBlankNode();
            Triple was = IriTable.replaced(kept.was(), labels);
            graph.add(record, MIGRATED, node);
            graph.add(node, RULE, text(kept.rule()));
            graph.add(node, SUBJECT, was.getSubject());
            graph.add(node, PREDICATE, was.getPredicate());
            graph.add(node, OBJECT, was.getObject());
        }
    }

    private static Node count(Verdict verdict, Finding.Severity severity) {
        return NodeFactory.createLiteralDT(Long.toString(verdict.count(severity)), XSDDatatype.XSDinteger);
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
