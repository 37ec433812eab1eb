package org.pinakes.harvester.identify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.CanonicalGraph;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Terms;

/**
 * Identity: provider and local id make our IRI. {@code dct:identifier} becomes ours and the provider's own moves to {@code
 * adms:identifier}, as HealthDCAT-AP asks of each catalogue that publishes a record again (R8, usage note of
 * dct:identifier).
 */
public final class Naming {
    private static final Node OTHER_IDENTIFIER_CLASS = Terms.iri(Terms.ADMS + "Identifier");
    private final Iris iris;
    private final Provider provider;
    private final Predicate<String> ours;

    /** @param ours whether a record of this IRI was published by the provider, or by one whose records it took over */
    public Naming(Iris iris, Provider provider, Predicate<String> ours) {
        this.iris = iris;
        this.provider = provider;
        this.ours = ours;
    }

    /** A dataset with its permanent name. */
    public record Named(String iri, String localId, Graph graph) {}

    /**
     * Names the datasets of one document. References between them follow.
     *
     * @param mapped whether the subjects' IRIs were made by a mapping and mean nothing outside of it; the local id is then
     *     {@code dct:identifier}. For the provider's own RDF it is the provider's IRI.
     * @param asGiven datasets whose IRI was normalised, to what it was: a name must not change when the IRI table does
     */
    public List<Named> name(Map<Node, Graph> datasets, boolean mapped, Map<Node, Node> asGiven) {
        Map<Node, String> localIds = new LinkedHashMap<>();
        datasets.forEach(
                (root, graph) -> localIds.put(root, localId(root, asGiven.getOrDefault(root, root), graph, mapped)));
        Map<Node, Node> names = new LinkedHashMap<>();
        localIds.forEach((root, id) -> names.put(root, Terms.iri(iri(id))));
        return datasets.entrySet().stream()
                .map(e -> named(
                        e.getKey(),
                        mapped ? Optional.empty() : Optional.of(asGiven.getOrDefault(e.getKey(), e.getKey())),
                        e.getValue(),
                        localIds.getOrDefault(e.getKey(), ""),
                        names))
                .toList();
    }

    /** The IRI that the record has already, under whatever name it came before; else a new one. */
    private String iri(String localId) {
        String then = provider.former().localIds().getOrDefault(localId, localId);
        return provider.former().providers().stream()
                .map(former -> iris.dataset(former, then))
                .filter(ours)
                .findFirst()
                .orElseGet(() -> iris.dataset(provider.id(), then));
    }

    private Named named(Node root, Optional<Node> own, Graph graph, String localId, Map<Node, Node> names) {
        Node name = names.getOrDefault(root, root);
        Graph result = GraphMemFactory.createDefaultGraph();
        for (Triple t : graph.find().toList()) {
            if (t.getSubject().equals(root) && t.getPredicate().equals(Terms.IDENTIFIER)) {
                otherIdentifier(result, name, t.getObject());
            } else {
                result.add(Triple.create(
                        names.getOrDefault(t.getSubject(), t.getSubject()),
                        t.getPredicate(),
                        names.getOrDefault(t.getObject(), t.getObject())));
            }
        }
        own.filter(Node::isURI)
                .ifPresent(n ->
                        otherIdentifier(result, name, NodeFactory.createLiteralDT(n.getURI(), XSDDatatype.XSDanyURI)));
        result.add(name, Terms.IDENTIFIER, NodeFactory.createLiteralString(name.getURI()));
        return new Named(name.getURI(), localId, result);
    }

    private static void otherIdentifier(Graph graph, Node dataset, Node notation) {
        Node literal =
                notation.isURI() ? NodeFactory.createLiteralDT(notation.getURI(), XSDDatatype.XSDanyURI) : notation;
        boolean known = graph.find(dataset, Terms.OTHER_IDENTIFIER, Node.ANY).toList().stream()
                .anyMatch(t -> graph.contains(t.getObject(), Terms.NOTATION, literal));
        if (!known) {
            Node node = NodeFactory.createBlankNode();
            graph.add(dataset, Terms.OTHER_IDENTIFIER, node);
            graph.add(node, Terms.TYPE, OTHER_IDENTIFIER_CLASS);
            graph.add(node, Terms.NOTATION, literal);
        }
    }

    private static String localId(Node root, Node given, Graph graph, boolean mapped) {
        if (root.isURI() && !mapped) {
            return given.getURI();
        }
        return identifiers(graph, root)
                .sorted()
                .findFirst()
                .or(() -> root.isURI() ? Optional.of(root.getURI()) : Optional.empty())
                .orElseGet(() -> CanonicalGraph.of(graph, "").sha256());
    }

    private static Stream<String> identifiers(Graph graph, Node root) {
        return graph.find(root, Terms.IDENTIFIER, Node.ANY).toList().stream()
                .map(Triple::getObject)
                .filter(o -> o.isLiteral() || o.isURI())
                .map(o -> o.isLiteral() ? o.getLiteralLexicalForm().strip() : o.getURI())
                .filter(text -> !text.isEmpty());
    }
}
