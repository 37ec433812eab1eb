package org.pinakes.server.datasets;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.pinakes.ontology.Terms;
import org.pinakes.server.site.Site;

/** Where the values of a record came from and what was changed in them, read off its provenance graph. */
public final class Trace {
    private static final Comparator<Cell> READING =
            Comparator.comparing(Cell::property).thenComparing(Cell::position).thenComparing(Cell::raw);
    private final Site site;
    private final Graph graph;
    private final Graph provenance;
    private final Node dataset;

    Trace(Site site, String iri, Graph graph, Graph provenance) {
        this.site = site;
        this.graph = graph;
        this.provenance = provenance;
        this.dataset = Terms.iri(iri);
    }

    /**
     * A cell of the source and the property that it filled.
     *
     * @param field column or key; of a value that the mapping itself states, the one that names the row
     */
    public record Cell(
            String property, String raw, String document, String position, String field, String triplesMap) {}

    /** What was and what it became. */
    public record Changed(String was, String is, String rule) {}

    public List<Cell> cells() {
        return nodes("pointer").stream()
                .map(n -> new Cell(
                        property(n),
                        one(n, "rawValue"),
                        document(n),
                        one(n, "position"),
                        one(n, "field"),
                        one(n, "triplesMap")))
                .sorted(READING)
                .toList();
    }

    public List<Changed> replaced() {
        return nodes("replaced").stream()
                .map(n -> new Changed(one(n, "was"), one(n, "is"), "IRI table"))
                .sorted(Comparator.comparing(Changed::was))
                .toList();
    }

    public List<Changed> migrated() {
        return nodes("migrated").stream()
                .map(n -> new Changed(
                        site.label(text(n, RDF.Nodes.predicate)) + " " + text(n, RDF.Nodes.object), "", one(n, "rule")))
                .sorted(Comparator.comparing(Changed::rule).thenComparing(Changed::was))
                .toList();
    }

    /** Of what it is a property, if not of the dataset itself. */
    private String property(Node pointer) {
        String property = site.label(one(pointer, "property"));
        return object(pointer, RDF.Nodes.subject)
                .flatMap(s -> graph.find(Node.ANY, Node.ANY, s).toList().stream()
                        .map(t -> site.label(t.getPredicate().getURI()))
                        .sorted()
                        .findFirst())
                .map(of -> of + ": " + property)
                .orElse(property);
    }

    private String document(Node pointer) {
        return object(pointer, Terms.iri(Terms.PIN + "document"))
                .map(d -> object(d, Terms.IDENTIFIER).map(Trace::shown).orElse(shown(d)))
                .orElse("");
    }

    private List<Node> nodes(String property) {
        return provenance
                .find(dataset, Terms.iri(Terms.PIN + property), Node.ANY)
                .mapWith(t -> t.getObject())
                .toList();
    }

    private String one(Node node, String property) {
        return text(node, Terms.iri(Terms.PIN + property));
    }

    private String text(Node node, Node property) {
        return object(node, property).map(Trace::shown).orElse("");
    }

    private Optional<Node> object(Node node, Node property) {
        return provenance.find(node, property, Node.ANY).toList().stream()
                .map(t -> t.getObject())
                .findFirst();
    }

    private static String shown(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.isURI() ? node.getURI() : "…";
    }
}
