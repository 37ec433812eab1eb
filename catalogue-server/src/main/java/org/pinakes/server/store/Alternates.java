package org.pinakes.server.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.PersistentIdentifier;
import org.pinakes.ontology.Terms;

/**
 * Links the records of different providers that name the same persistent identifier: {@code prov:alternateOf} ("present aspects
 * of the same thing", PROV-O), both ways, in a graph of its own. It is read off the records in the transaction that changes
 * them, so it is never older than they are. An identifier that a provider gives to several of its records links none.
 */
final class Alternates {
    static final Node ALTERNATE_OF = Terms.iri(Terms.PROV + "alternateOf");
    private static final Node IDENTIFIER = Terms.iri(Terms.PIN + "persistentIdentifier");
    private static final Set<Node> TELLING = Set.of(Terms.OTHER_IDENTIFIER, Terms.NOTATION, Terms.PROVIDER);
    private final DatasetGraph dataset;
    private final Iris iris;
    private final Node graph;

    Alternates(DatasetGraph dataset, Iris iris) {
        this.dataset = dataset;
        this.iris = iris;
        this.graph = Terms.iri(iris.graph("alternates"));
    }

    /** After the changes were applied, in their transaction. */
    void follow(List<LoggedChange> batch) {
        Set<Node> records = new HashSet<>();
        for (LoggedChange change : batch) {
            if (iris.datasetId(change.record()).isPresent() && (tells(change.added()) || tells(change.removed()))) {
                records.add(Terms.iri(change.record()));
            }
        }
        relink(records);
    }

    /** For a store that was made before there were links. In a write transaction. */
    void all() {
        Set<Node> records = new HashSet<>();
        dataset.find(Node.ANY, Node.ANY, Terms.OTHER_IDENTIFIER, Node.ANY)
                .forEachRemaining(q -> records.add(q.getSubject()));
        records.removeIf(r -> !r.isURI() || iris.datasetId(r.getURI()).isEmpty());
        relink(records);
    }

    /** IRIs of the other records of the same dataset, sorted; over several links if need be. In a transaction. */
    List<String> of(String iri) {
        Node start = Terms.iri(iri);
        Set<Node> seen = new HashSet<>(Set.of(start));
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            dataset.find(graph, open.remove(), ALTERNATE_OF, Node.ANY).forEachRemaining(q -> {
                if (seen.add(q.getObject())) {
                    open.add(q.getObject());
                }
            });
        }
        seen.remove(start);
        return seen.stream().map(Node::getURI).sorted().toList();
    }

    /** IRIs of all records with a link, sorted. In a transaction. */
    List<String> linked() {
        Set<String> linked = new TreeSet<>();
        dataset.find(graph, Node.ANY, ALTERNATE_OF, Node.ANY)
                .forEachRemaining(q -> linked.add(q.getSubject().getURI()));
        return List.copyOf(linked);
    }

    private static boolean tells(List<Quad> quads) {
        return quads.stream().anyMatch(q -> TELLING.contains(q.getPredicate()));
    }

    private void relink(Set<Node> records) {
        Set<Node> touched = new HashSet<>();
        for (Node record : records) {
            List<Node> before = identifiers(record);
            Set<Node> now = named(record);
            before.stream().filter(p -> !now.contains(p)).forEach(p -> dataset.delete(graph, record, IDENTIFIER, p));
            now.stream().filter(p -> !before.contains(p)).forEach(p -> dataset.add(graph, record, IDENTIFIER, p));
            touched.addAll(before);
            touched.addAll(now);
        }
        Set<Node> affected = new HashSet<>(records);
        Map<Node, List<Node>> holders = new HashMap<>();
        for (Node identifier : touched) {
            List<Node> all = holders(identifier);
            holders.put(identifier, all);
            if (all.size() > 1) {
                affected.addAll(all);
            }
        }
        affected.forEach(a -> links(a, holders));
    }

    private void links(Node record, Map<Node, List<Node>> holders) {
        Set<Node> wanted = new HashSet<>();
        for (Node identifier : identifiers(record)) {
            List<Node> all = holders.computeIfAbsent(identifier, this::holders);
            Set<String> providers = new HashSet<>();
            if (all.size() > 1 && all.stream().allMatch(r -> providers.add(provider(r)))) {
                wanted.addAll(all);
            }
        }
        wanted.remove(record);
        List<Node> there = new ArrayList<>();
        dataset.find(graph, record, ALTERNATE_OF, Node.ANY).forEachRemaining(q -> there.add(q.getObject()));
        for (Node other : there) {
            if (!wanted.contains(other)) {
                dataset.delete(graph, record, ALTERNATE_OF, other);
                dataset.delete(graph, other, ALTERNATE_OF, record);
            }
        }
        for (Node other : wanted) {
            dataset.add(graph, record, ALTERNATE_OF, other);
            dataset.add(graph, other, ALTERNATE_OF, record);
        }
    }

    private List<Node> identifiers(Node record) {
        List<Node> found = new ArrayList<>();
        dataset.find(graph, record, IDENTIFIER, Node.ANY).forEachRemaining(q -> found.add(q.getObject()));
        return found;
    }

    private List<Node> holders(Node identifier) {
        Set<String> found = new TreeSet<>();
        dataset.find(graph, Node.ANY, IDENTIFIER, identifier)
                .forEachRemaining(q -> found.add(q.getSubject().getURI()));
        return found.stream().map(Terms::iri).toList();
    }

    /** What the record names at {@code adms:identifier}, in one spelling. */
    private Set<Node> named(Node record) {
        Set<Node> named = new HashSet<>();
        dataset.find(record, record, Terms.OTHER_IDENTIFIER, Node.ANY)
                .forEachRemaining(q -> dataset.find(record, q.getObject(), Terms.NOTATION, Node.ANY)
                        .forEachRemaining(n -> text(n.getObject())
                                .flatMap(PersistentIdentifier::of)
                                .ifPresent(p -> named.add(NodeFactory.createLiteralString(p)))));
        return named;
    }

    private static Optional<String> text(Node node) {
        return node.isLiteral() ? Optional.of(node.getLiteralLexicalForm()) : Optional.empty();
    }

    private String provider(Node record) {
        List<String> found = new ArrayList<>();
        dataset.find(Terms.iri(iris.provenance(record.getURI())), record, Terms.PROVIDER, Node.ANY)
                .forEachRemaining(q -> found.add(q.getObject().getLiteralLexicalForm()));
        return found.isEmpty() ? "" : found.getFirst();
    }
}
