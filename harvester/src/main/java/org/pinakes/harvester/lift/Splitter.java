package org.pinakes.harvester.lift;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Terms;

/**
 * Cuts a document's graph into one graph for each {@code dcat:Dataset}: what is said of it and of everything that it leads
 * to (distributions, agents, contact points …), as far as the next dataset or catalogue. What is shared goes into each.
 */
public final class Splitter {
    private static final Node PRIMARY_TOPIC = Terms.iri(Terms.FOAF + "primaryTopic");
    private static final Node CATALOG_DATASET = Terms.iri(Terms.DCAT + "dataset");
    private static final int TOLD = 20;

    /** @param rest findings about statements that belong to no dataset */
    public record Parts(Map<Node, Graph> datasets, List<Finding> rest) {}

    private Splitter() {}

    /** Datasets in the order of their names, so that the same document gives the same result. */
    public static Parts split(Graph graph, String address) {
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
        return new Parts(datasets, rest(graph, described, address));
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

    private static List<Finding> rest(Graph graph, Set<Node> described, String address) {
        Map<Node, Integer> left = new LinkedHashMap<>();
        for (Triple t : graph.find().toList()) {
            if (!described.contains(t.getSubject())) {
                left.merge(t.getSubject(), 1, Integer::sum);
            }
        }
        List<Finding> findings = new ArrayList<>();
        int more = 0;
        for (Map.Entry<Node, Integer> e : left.entrySet()) {
            if (e.getKey().isBlank() || findings.size() >= TOLD) {
                more += e.getValue();
            } else {
                findings.add(notInADataset(
                        address,
                        e.getValue() + " statements about <" + e.getKey() + ">",
                        e.getKey().toString()));
            }
        }
        if (more > 0) {
            findings.add(notInADataset(address, more + " more statements", ""));
        }
        return findings;
    }

    private static Finding notInADataset(String address, String what, String value) {
        return Finding.at(
                Place.of(address),
                Finding.Severity.INFO,
                "lift/not-in-a-dataset",
                what + " belong to no dcat:Dataset of this document and are kept in the raw document only.",
                value);
    }
}
