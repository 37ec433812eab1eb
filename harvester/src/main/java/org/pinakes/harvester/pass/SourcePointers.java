package org.pinakes.harvester.pass;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.SourcePointer;
import org.pinakes.ontology.Terms;

/**
 * Writes a record's source pointers: one node for each property of a thing and cell that it came from, however many statements
 * they gave. A value that the mapping itself states leads to the cell that names the row.
 */
final class SourcePointers {
    private static final Node POINTER = Terms.iri(Terms.PIN + "pointer");
    private static final Node PROPERTY = Terms.iri(Terms.PIN + "property");
    private static final Node DOCUMENT = Terms.iri(Terms.PIN + "document");
    private static final Node POSITION = Terms.iri(Terms.PIN + "position");
    private static final Node FIELD = Terms.iri(Terms.PIN + "field");
    private static final Node RAW = Terms.iri(Terms.PIN + "rawValue");
    private static final Node TRIPLES_MAP = Terms.iri(Terms.PIN + "triplesMap");
    private final Iris iris;
    private final String provider;
    private final Node record;
    private final Map<Node, Node> labels;

    /** @param labels blank nodes of the pointers' statements to those of the record's graph */
    SourcePointers(Iris iris, String provider, Node record, Map<Node, Node> labels) {
        this.iris = iris;
        this.provider = provider;
        this.record = record;
        this.labels = labels;
    }

    private record Cell(Node subject, Node property, String document, String position, String field, String raw) {}

    void write(Graph graph, List<SourcePointer> pointers) {
        Set<Cell> written = new HashSet<>();
        for (SourcePointer p : pointers) {
            Node subject =
                    labels.getOrDefault(p.triple().getSubject(), p.triple().getSubject());
            Cell cell = new Cell(
                    subject,
                    p.triple().getPredicate(),
                    p.place().document(),
                    p.place().position(),
                    p.place().field(),
                    p.raw());
            if (!cell.property().equals(Terms.TYPE) && written.add(cell)) {
                write(graph, cell, p.triplesMap());
            }
        }
    }

    private void write(Graph graph, Cell cell, String triplesMap) {
        Node node = NodeFactory.createBlankNode();
        graph.add(record, POINTER, node);
        if (!cell.subject().equals(record)) {
            graph.add(node, RDF.Nodes.subject, cell.subject());
        }
        graph.add(node, PROPERTY, cell.property());
        graph.add(node, DOCUMENT, Terms.iri(iris.document(provider, cell.document())));
        graph.add(node, POSITION, Provenance.text(cell.position()));
        graph.add(node, TRIPLES_MAP, Provenance.text(triplesMap));
        if (!cell.field().isEmpty()) {
            graph.add(node, FIELD, Provenance.text(cell.field()));
            graph.add(node, RAW, Provenance.text(cell.raw()));
        }
    }
}
