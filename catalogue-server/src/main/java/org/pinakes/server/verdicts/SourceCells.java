package org.pinakes.server.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Terms;

/** Where in its source a record's values stand, read off the provenance graph. */
final class SourceCells {
    private static final Node POINTER = Terms.iri(Terms.PIN + "pointer");
    private final List<Cell> cells = new ArrayList<>();
    private final Place whole;

    private record Cell(String property, String position, String field, String raw) {}

    SourceCells(Graph provenance, String iri) {
        Node record = Terms.iri(iri);
        String document =
                provenance.find(record, Terms.iri(Terms.PROV + "hadPrimarySource"), Node.ANY).toList().stream()
                        .map(t -> one(provenance, t.getObject(), Terms.IDENTIFIER.getURI()))
                        .findFirst()
                        .orElse("");
        this.whole = new Place(document, "dataset " + one(provenance, record, Terms.PIN + "localId"), "");
        provenance
                .find(record, POINTER, Node.ANY)
                .mapWith(Triple::getObject)
                .forEachRemaining(p -> cells.add(new Cell(
                        one(provenance, p, Terms.PIN + "property"),
                        one(provenance, p, Terms.PIN + "position"),
                        one(provenance, p, Terms.PIN + "field"),
                        one(provenance, p, Terms.PIN + "rawValue"))));
        cells.sort((a, b) -> (a.position + a.field).compareTo(b.position + b.field));
    }

    /** The cell of the value; of a missing one the row; of RDF the document and the dataset in it. */
    Place of(Finding finding) {
        List<Cell> own = cells.stream()
                .filter(c -> finding.path().equals(Optional.of(c.property)))
                .toList();
        return own.stream()
                .filter(c -> finding.value().equals(Optional.of(c.raw)))
                .findFirst()
                .or(() -> own.stream().findFirst())
                .map(c -> new Place(whole.document(), c.position, c.field))
                .or(() -> cells.stream().findFirst().map(c -> new Place(whole.document(), c.position, "")))
                .orElse(whole);
    }

    private static String one(Graph graph, Node subject, String property) {
        return graph.find(subject, Terms.iri(property), Node.ANY)
                .mapWith(Triple::getObject)
                .nextOptional()
                .map(o -> o.isLiteral() ? o.getLiteralLexicalForm() : o.toString())
                .orElse("");
    }
}
