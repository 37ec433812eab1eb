package org.pinakes.harvester.lift;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.pinakes.ontology.Terms;

/**
 * Cuts a document's graph into one graph for each {@code dcat:Dataset}: what is said of it and of everything that it leads
 * to (distributions, agents, contact points …), as far as the next dataset or catalogue. What is shared goes into each.
 */
public final class Splitter {
    private static final Node PRIMARY_TOPIC = Terms.iri(Terms.FOAF + "primaryTopic");
    private static final Node CATALOG_DATASET = Terms.iri(Terms.DCAT + "dataset");

    /** @param rest the statements that belong to no dataset: of catalogues, series, services and whom nobody points to */
    public record Parts(Map<Node, Graph> datasets, Graph rest) {}

    private Splitter() {}

    /** Datasets in the order of their names, so that the same document gives the same result. */
    public static Parts split(Graph graph) {
        Set<Node> borders = typed(graph, Terms.DATASET);
        Set<Node> roots = new HashSet<>(borders);
        roots.removeIf(node -> node.isBlank() && isPartOfAnother(graph, node));
        borders.addAll(typed(graph, Terms.CATALOG));
        borders.addAll(typed(graph, Terms.DATASET_SERIES));
        Map<Node, Graph> datasets = new LinkedHashMap<>();
        Set<Node> described = new HashSet<>();
        roots.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(root -> datasets.put(root, description(graph, root, borders, described)));
        return new Parts(datasets, rest(graph, described));
    }

    private static Graph description(Graph graph, Node root, Set<Node> borders, Set<Node> described) {
        Graph result = GraphMemFactory.createDefaultGraph();
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        open.add(root);
        graph.find(Node.ANY, PRIMARY_TOPIC, root).forEachRemaining(t -> open.add(t.getSubject()));
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (!seen.add(node)) {
                continue;
            }
            described.add(node);
            graph.find(node, Node.ANY, Node.ANY).forEachRemaining(t -> {
                result.add(t);
                Node o = t.getObject();
                if (!o.isLiteral() && (o.isBlank() || !borders.contains(o))) {
                    open.add(o);
                }
            });
        }
        return result;
    }

    private static Set<Node> typed(Graph graph, Node type) {
        Set<Node> nodes = new HashSet<>();
        graph.find(Node.ANY, Terms.TYPE, type).forEachRemaining(t -> nodes.add(t.getSubject()));
        return nodes;
    }

    private static boolean isPartOfAnother(Graph graph, Node blank) {
        return graph.find(Node.ANY, Node.ANY, blank).toList().stream()
                .anyMatch(t -> !t.getPredicate().equals(CATALOG_DATASET));
    }

    private static Graph rest(Graph graph, Set<Node> described) {
        Graph rest = GraphMemFactory.createDefaultGraph();
        graph.find().filterDrop(t -> described.contains(t.getSubject())).forEachRemaining(rest::add);
        return rest;
    }
}
