package org.pinakes.server.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Terms;

/**
 * Where a source's triples went. Blank nodes are paired: one of the source has one counterpart in each record that took it, no
 * two share one, and each of its triples must be found at every counterpart.
 */
final class Ways {
    static final String LOST = "lost";
    private static final Iris IRIS = new Iris("http://127.0.0.1:8080/");
    private final Graph source;
    private final Graph there = GraphMemFactory.createDefaultGraph();
    private final Graph was = GraphMemFactory.createDefaultGraph();
    private final Map<Node, Node> replaced = new HashMap<>();
    private final Map<Node, Node> names = new HashMap<>();
    private final Map<Node, Set<Node>> counterparts = new HashMap<>();
    private final Set<Node> taken = new HashSet<>();

    Ways(String provider, Graph source, DatasetGraph export) {
        this.source = source;
        export.stream()
                .filter(q -> {
                    String name = q.getGraph().getURI();
                    return name.startsWith(IRIS.base() + "datasets/" + provider + ".")
                            || name.startsWith(IRIS.provider(provider) + "/");
                })
                .forEach(q -> {
                    boolean provenance = q.getGraph().getURI().endsWith("/provenance");
                    (provenance ? was : there).add(q.asTriple());
                });
        changes();
        source.find(Node.ANY, Terms.TYPE, Node.ANY)
                .filterKeep(t -> replaced(t.getObject()).equals(Terms.DATASET))
                .filterKeep(t -> t.getSubject().isURI())
                .forEachRemaining(t -> names.put(
                        t.getSubject(),
                        Terms.iri(IRIS.dataset(provider, t.getSubject().getURI()))));
        pair();
    }

    /** Leaves in {@code was} the statements that were migrated. */
    private void changes() {
        List<Triple> provenance = was.find().toList();
        Graph all = GraphMemFactory.createDefaultGraph();
        provenance.forEach(all::add);
        was.clear();
        all.find(Node.ANY, pin("replaced"), Node.ANY)
                .forEachRemaining(
                        t -> replaced.put(one(all, t.getObject(), pin("was")), one(all, t.getObject(), pin("is"))));
        all.find(Node.ANY, pin("migrated"), Node.ANY).forEachRemaining(t -> {
            Node n = t.getObject();
            was.add(Triple.create(
                    one(all, n, RDF.Nodes.subject), one(all, n, RDF.Nodes.predicate), one(all, n, RDF.Nodes.object)));
        });
    }

    private static Node pin(String name) {
        return Terms.iri(Terms.PIN + name);
    }

    private static Node one(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).toList().getFirst().getObject();
    }

    private Node replaced(Node node) {
        return replaced.getOrDefault(node, node);
    }

    /** What a node that is not blank is called in the export. */
    private Node named(Node node) {
        Node name = names.get(node);
        return name != null ? name : replaced(node);
    }

    private void pair() {
        Deque<Node> open = new ArrayDeque<>();
        Set<Node> subjects = new LinkedHashSet<>();
        source.find().forEachRemaining(t -> subjects.add(t.getSubject()));
        subjects.stream().filter(Node::isURI).forEach(s -> {
            counterparts.put(s, new HashSet<>(Set.of(named(s))));
            open.add(s);
        });
        follow(open);
        for (Node blank : subjects) {
            if (blank.isBlank() && !counterparts.containsKey(blank)) {
                Set<Node> candidates = new HashSet<>();
                there.find().forEachRemaining(t -> candidates.add(t.getSubject()));
                best(blank, candidates).ifPresent(c -> claim(blank, c, open));
                follow(open);
            }
        }
    }

    private void follow(Deque<Node> open) {
        Set<List<Node>> done = new HashSet<>();
        while (!open.isEmpty()) {
            Node node = open.remove();
            for (Node counterpart : Set.copyOf(counterparts.getOrDefault(node, Set.of()))) {
                if (!done.add(List.of(node, counterpart))) {
                    continue;
                }
                for (Triple t : source.find(node, Node.ANY, Node.ANY).toList()) {
                    if (t.getObject().isBlank()) {
                        best(t.getObject(), objects(counterpart, replaced(t.getPredicate())))
                                .ifPresent(c -> claim(t.getObject(), c, open));
                    }
                }
            }
        }
    }

    private void claim(Node blank, Node counterpart, Deque<Node> open) {
        taken.add(counterpart);
        counterparts.computeIfAbsent(blank, b -> new HashSet<>()).add(counterpart);
        open.add(blank);
    }

    private Set<Node> objects(Node subject, Node property) {
        Set<Node> objects = new HashSet<>();
        there.find(subject, property, Node.ANY).forEachRemaining(t -> objects.add(t.getObject()));
        was.find(subject, property, Node.ANY).forEachRemaining(t -> objects.add(t.getObject()));
        return objects;
    }

    private Optional<Node> best(Node blank, Set<Node> candidates) {
        @Nullable Node best = null;
        int most = -1;
        for (Node c : candidates) {
            int score = c.isLiteral() || taken.contains(c) ? -1 : score(blank, c, new HashSet<>());
            if (score > most) {
                most = score;
                best = c;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many of the node's triples, and of those of blank nodes behind it, are found at the candidate. */
    private int score(Node blank, Node candidate, Set<Node> seen) {
        if (!seen.add(blank)) {
            return 0;
        }
        int score = 0;
        for (Triple t : source.find(blank, Node.ANY, Node.ANY).toList()) {
            if (!t.getObject().isBlank()) {
                score += way(t, candidate, Set.of(named(t.getObject()))).equals(LOST) ? 0 : 1;
            } else {
                score += objects(candidate, replaced(t.getPredicate())).stream()
                        .mapToInt(c -> 1 + score(t.getObject(), c, new HashSet<>(seen)))
                        .max()
                        .orElse(0);
            }
        }
        return score;
    }

    Map<Triple, String> all() {
        Map<Triple, String> ways = new LinkedHashMap<>();
        source.find().forEachRemaining(t -> {
            Set<Node> subjects = counterparts.getOrDefault(t.getSubject(), Set.of());
            Set<Node> objects = t.getObject().isBlank()
                    ? counterparts.getOrDefault(t.getObject(), Set.of())
                    : Set.of(named(t.getObject()));
            String way = subjects.isEmpty() ? LOST : "carried";
            for (Node subject : subjects) {
                String here = way(t, subject, objects);
                way = way.equals("carried") || here.equals(LOST) ? here : way;
            }
            ways.put(t, way);
        });
        return ways;
    }

    private String way(Triple t, Node subject, Set<Node> objects) {
        Node property = replaced(t.getPredicate());
        boolean same = property.equals(t.getPredicate())
                && replaced(t.getObject()).equals(t.getObject())
                && replaced(t.getSubject()).equals(t.getSubject());
        if (objects.stream().anyMatch(o -> there.contains(subject, property, o))) {
            return same ? "carried" : "normalised";
        }
        if (objects.stream().anyMatch(o -> was.contains(subject, property, o))) {
            return "migrated";
        }
        Node value = t.getObject().isURI()
                ? NodeFactory.createLiteralDT(t.getObject().getURI(), XSDDatatype.XSDanyURI)
                : t.getObject();
        if (property.equals(Terms.IDENTIFIER)
                && objects(subject, Terms.OTHER_IDENTIFIER).stream()
                        .anyMatch(n -> there.contains(n, Terms.NOTATION, value))) {
            return "identifier";
        }
        return asGiven(t, subject) ? "harmonised" : LOST;
    }

    /** The raw value stands at a property of ours; an IRI as its text. */
    private boolean asGiven(Triple t, Node subject) {
        Node text = t.getObject().isURI()
                ? NodeFactory.createLiteralString(replaced(t.getObject()).getURI())
                : t.getObject();
        return there.find(subject, Node.ANY, text)
                .filterKeep(o -> o.getPredicate().getURI().matches(Terms.PIN + ".*AsGiven"))
                .hasNext();
    }
}
