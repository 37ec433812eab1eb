package org.pinakes.harvester.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.Terms;

/** To which datasets of a document a node belongs: those that lead to it without passing another dataset or a catalogue. */
final class Owners {
    /** Nodes that are looked at in all; in a document where everything leads to everything, the last datasets own only themselves. */
    private static final int MOST = 3_000_000;

    private static final Node PRIMARY_TOPIC = Terms.iri(Terms.FOAF + "primaryTopic");
    private static final Node CATALOG_DATASET = Terms.iri(Terms.DCAT + "dataset");
    private final Graph graph;
    private final List<Node> roots;
    private final Set<Node> borders;
    private int looked;

    Owners(Graph graph) {
        this.graph = graph;
        Set<Node> found = typed(Terms.DATASET);
        found.addAll(typed(Terms.DATASET_SERIES));
        this.borders = new HashSet<>(found);
        borders.addAll(typed(Terms.CATALOG));
        found.removeIf(node -> node.isBlank() && isPartOfAnother(node));
        List<Node> sorted = new ArrayList<>(found);
        sorted.sort((a, b) -> name(a).compareTo(name(b)));
        this.roots = List.copyOf(sorted);
    }

    /** The datasets and dataset series, sorted by name. */
    List<Node> roots() {
        return roots;
    }

    /** As findings name their focus. */
    static String name(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.toString();
    }

    /** For each of these nodes, by name, the datasets that it belongs to. */
    Map<String, Set<Node>> of(Set<String> nodes) {
        Map<String, Set<Node>> owners = new HashMap<>();
        for (Node root : roots) {
            for (Node node : description(root)) {
                String name = name(node);
                if (nodes.contains(name)) {
                    owners.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(root);
                }
            }
        }
        return owners;
    }

    private Set<Node> description(Node root) {
        Set<Node> seen = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        open.add(root);
        graph.find(Node.ANY, PRIMARY_TOPIC, root).forEachRemaining(t -> open.add(t.getSubject()));
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (seen.add(node) && ++looked <= MOST) {
                graph.find(node, Node.ANY, Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(o -> !o.isLiteral() && !borders.contains(o) && !seen.contains(o))
                        .forEachRemaining(open::add);
            }
        }
        return seen;
    }

    private Set<Node> typed(Node type) {
        return new HashSet<>(graph.find(Node.ANY, Terms.TYPE, type)
                .mapWith(Triple::getSubject)
                .toList());
    }

    private boolean isPartOfAnother(Node blank) {
        return graph.find(Node.ANY, Node.ANY, blank)
                .filterDrop(t -> t.getPredicate().equals(CATALOG_DATASET))
                .hasNext();
    }
}
