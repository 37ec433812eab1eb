package org.pinakes.ontology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * A graph whose blank nodes are labelled by what is said of them, so that the same description gives the same labels and
 * the same hash on every harvest. The labels come from repeated hashing of each node's statements, as in the first part
 * of RDF Dataset Canonicalization (RDFC-1.0 section 4.6). Blank nodes that this cannot tell apart are alike in every
 * statement about them; they are numbered in any order, which changes neither the graph nor its hash.
 *
 * @param sha256 lower-case hex; equal for isomorphic graphs
 * @param labels blank nodes of the source to those of the graph
 */
public record CanonicalGraph(Graph graph, String sha256, Map<Node, Node> labels) {

    /** Relabels the blank nodes of a graph. {@code scope} keeps labels of different records apart. */
    public static CanonicalGraph of(Graph source, String scope) {
        return of(source, scope, Set.of());
    }

    /** @param fixed blank nodes of another graph that keep their labels */
    public static CanonicalGraph of(Graph source, String scope, Set<Node> fixed) {
        List<Triple> triples = source.find().toList();
        Names names = new Names(fixed);
        Map<Node, String> colours = colours(triples, names);
        Map<Node, Node> labels = labels(colours, scope);
        Graph graph = GraphMemFactory.createDefaultGraph();
        List<String> lines = new ArrayList<>(triples.size());
        for (Triple t : triples) {
            graph.add(Triple.create(
                    labels.getOrDefault(t.getSubject(), t.getSubject()),
                    t.getPredicate(),
                    labels.getOrDefault(t.getObject(), t.getObject())));
            lines.add(names.of(t.getSubject(), colours) + " " + names.of(t.getPredicate(), colours) + " "
                    + names.of(t.getObject(), colours));
        }
        Collections.sort(lines);
        return new CanonicalGraph(graph, hash(String.join("\n", lines)), labels);
    }

    private static Map<Node, String> colours(List<Triple> triples, Names names) {
        Map<Node, List<Triple>> about = new HashMap<>();
        for (Triple t : triples) {
            if (names.toLabel(t.getSubject())) {
                about.computeIfAbsent(t.getSubject(), n -> new ArrayList<>()).add(t);
            }
            if (names.toLabel(t.getObject())) {
                about.computeIfAbsent(t.getObject(), n -> new ArrayList<>()).add(t);
            }
        }
        Map<Node, String> colours = new HashMap<>();
        about.keySet().forEach(n -> colours.put(n, ""));
        int classes = about.isEmpty() ? 0 : 1;
        while (!about.isEmpty()) {
            Map<Node, String> next = new HashMap<>();
            about.forEach((node, statements) -> next.put(node, refine(node, statements, colours, names)));
            colours.putAll(next);
            int now = new HashSet<>(next.values()).size();
            if (now == about.size() || (now == classes && allHashed(next))) {
                break;
            }
            classes = now;
        }
        return colours;
    }

    private static boolean allHashed(Map<Node, String> colours) {
        return colours.values().stream().noneMatch(String::isEmpty);
    }

    private static String refine(Node node, List<Triple> statements, Map<Node, String> colours, Names names) {
        List<String> lines = new ArrayList<>(statements.size());
        for (Triple t : statements) {
            String direction = t.getSubject().equals(node) ? ">" : "<";
            Node other = t.getSubject().equals(node) ? t.getObject() : t.getSubject();
            String own = t.getSubject().equals(t.getObject()) ? "self" : names.of(other, colours);
            lines.add(direction + names.of(t.getPredicate(), colours) + " " + own);
        }
        Collections.sort(lines);
        return hash(String.join("\n", lines)).substring(0, 24);
    }

    private static Map<Node, Node> labels(Map<Node, String> colours, String scope) {
        String start = colours.isEmpty() ? "" : hash(scope).substring(0, 8);
        Map<Node, Node> labels = new HashMap<>();
        Set<String> used = new HashSet<>();
        for (Map.Entry<Node, String> e : colours.entrySet()) {
            String label = "b" + start + e.getValue();
            for (int n = 1; !used.add(label); n++) {
                label = "b" + start + e.getValue() + "x" + n;
            }
            labels.put(e.getKey(), NodeFactory.createBlankNode(label));
        }
        return labels;
    }

    /** A string for each node, different for different nodes and without line ends. */
    private static final class Names {
        private final Map<Node, String> known = new HashMap<>();
        private final Set<Node> fixed;

        Names(Set<Node> fixed) {
            this.fixed = fixed;
        }

        boolean toLabel(Node node) {
            return node.isBlank() && !fixed.contains(node);
        }

        String of(Node node, Map<Node, String> colours) {
            return toLabel(node) ? "_:" + colours.get(node) : known.computeIfAbsent(node, Names::named);
        }

        private static String named(Node node) {
            if (node.isURI()) {
                return "<" + escaped(node.getURI()) + ">";
            }
            if (node.isBlank()) {
                return "_:=" + node.getBlankNodeLabel();
            }
            String text = '"' + escaped(node.getLiteralLexicalForm()) + '"';
            return node.getLiteralLanguage().isEmpty()
                    ? text + "^^<" + node.getLiteralDatatypeURI() + ">"
                    : text + "@" + node.getLiteralLanguage().toLowerCase(Locale.ROOT);
        }

        private static String escaped(String text) {
            return text.replace("\\", "\\\\")
                    .replace("\n", "\\n")
                    .replace("\"", "\\\"")
                    .replace(">", "\\>");
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
