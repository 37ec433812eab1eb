package org.pinakes.server.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pinakes.harvester.Catalogue;
import org.pinakes.ontology.Terms;

/** What the store itself writes into provenance graphs: change number, hash, provider, and what is left of the withdrawn. */
final class Tombstones {
    private static final Node SOURCE = Terms.iri(Terms.PROV + "hadPrimarySource");
    private static final Node STATUS = Terms.iri(Terms.ADMS + "status");
    private static final Node WITHDRAWN =
            Terms.iri("http://publications.europa.eu/resource/authority/distribution-status/WITHDRAWN");

    private Tombstones() {}

    /** The entry's provenance with what the store adds. */
    static Graph with(Catalogue.Entry entry, long number) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        entry.provenance().find().forEachRemaining(graph::add);
        Node record = Terms.iri(entry.iri());
        graph.add(record, Terms.CHANGE_NUMBER, Projection.number(number));
        graph.add(record, Terms.CONTENT_HASH, NodeFactory.createLiteralString(entry.contentHash()));
        graph.add(record, Terms.PROVIDER, NodeFactory.createLiteralString(entry.provider()));
        return graph;
    }

    /** Provider, titles, number and time: enough for a page that says what was here. */
    static Graph tombstone(String iri, String provider, Graph was, long number, Instant at) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node record = Terms.iri(iri);
        was.find(record, Terms.TITLE, Node.ANY).forEachRemaining(graph::add);
        graph.add(record, Terms.PROVIDER, NodeFactory.createLiteralString(provider));
        graph.add(record, Terms.CHANGE_NUMBER, Projection.number(number));
        graph.add(record, STATUS, WITHDRAWN);
        graph.add(record, Terms.WITHDRAWN_AT, NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime));
        return graph;
    }

    static Graph nothing() {
        return GraphMemFactory.createDefaultGraph();
    }

    static long number(Graph provenance, String iri) {
        return provenance.find(Terms.iri(iri), Terms.CHANGE_NUMBER, Node.ANY).toList().stream()
                .mapToLong(t -> Long.parseLong(t.getObject().getLiteralLexicalForm()))
                .max()
                .orElse(0);
    }

    static Optional<Instant> withdrawnAt(Graph provenance, String iri) {
        return provenance.find(Terms.iri(iri), Terms.WITHDRAWN_AT, Node.ANY).toList().stream()
                .map(t -> Instant.parse(t.getObject().getLiteralLexicalForm()))
                .findFirst();
    }

    static boolean sameSource(Graph before, Graph after) {
        return sources(before).equals(sources(after));
    }

    private static Set<Node> sources(Graph provenance) {
        return provenance
                .find(Node.ANY, SOURCE, Node.ANY)
                .mapWith(t -> t.getObject())
                .toSet();
    }
}
