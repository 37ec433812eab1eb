package org.pinakes.server.store;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Standing;
import org.pinakes.ontology.Terms;

/**
 * What is published, in memory: hash, provider and last change of each dataset, and of each document that says more than
 * its datasets. Read off the provenance graphs.
 */
final class PublishedRecords {
    private static final NavigableSet<String> NONE = Collections.unmodifiableNavigableSet(new TreeSet<>());
    private final Iris iris;
    private final Map<String, Known> known = new HashMap<>();
    private final NavigableSet<String> published = new TreeSet<>();
    private final Map<String, NavigableSet<String>> conforming = new HashMap<>();

    /**
     * @param hash empty when withdrawn
     * @param passes the profiles to which it conforms, or for which it is waived
     */
    record Known(String hash, String provider, long number, Set<String> passes) {
        boolean withdrawn() {
            return hash.isEmpty();
        }
    }

    private PublishedRecords(Iris iris) {
        this.iris = iris;
    }

    /** Within a read transaction. */
    static PublishedRecords load(DatasetGraph dataset, Iris iris) {
        PublishedRecords records = new PublishedRecords(iris);
        Map<String, Set<String>> passes = new HashMap<>();
        dataset.stream(Node.ANY, Node.ANY, Terms.STANDING, Node.ANY).forEach(q -> {
            Standing standing = Standing.parse(q.getObject().getLiteralLexicalForm());
            if (standing.passes()) {
                passes.computeIfAbsent(q.getSubject().toString(), s -> new TreeSet<>())
                        .add(standing.profile());
            }
        });
        dataset.stream(Node.ANY, Node.ANY, Terms.PROVIDER, Node.ANY).forEach(q -> {
            Node g = q.getGraph();
            Node s = q.getSubject();
            if (g.isURI() && s.isURI() && g.getURI().equals(iris.provenance(s.getURI()))) {
                String number = literal(dataset, g, s, Terms.CHANGE_NUMBER);
                String hash = literal(dataset, g, s, Terms.CONTENT_HASH);
                records.put(
                        s.getURI(),
                        new Known(
                                hash,
                                q.getObject().getLiteralLexicalForm(),
                                Long.parseLong("0" + number),
                                passes.getOrDefault(s.getURI(), Set.of())));
            }
        });
        return records;
    }

    private static String literal(DatasetGraph dataset, Node g, Node s, Node p) {
        return dataset.stream(g, s, p, Node.ANY)
                .map(q -> q.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse("");
    }

    /** Of what a record's provenance graph says. */
    static Set<String> passes(Graph provenance, String iri) {
        return Standing.of(provenance, iri).stream()
                .filter(Standing::passes)
                .map(Standing::profile)
                .collect(Collectors.toSet());
    }

    synchronized void put(String iri, Known state) {
        Known before = known.put(iri, state);
        if (before != null) {
            before.passes()
                    .forEach(p ->
                            conforming.computeIfAbsent(p, n -> new TreeSet<>()).remove(iri));
        }
        if (state.withdrawn()) {
            published.remove(iri);
        } else if (iris.datasetId(iri).isPresent()) {
            published.add(iri);
            state.passes()
                    .forEach(p ->
                            conforming.computeIfAbsent(p, n -> new TreeSet<>()).add(iri));
        }
    }

    synchronized Known get(String iri) {
        return known.getOrDefault(iri, new Known("", "", 0, Set.of()));
    }

    synchronized Map<String, String> ofProvider(String provider) {
        Map<String, String> hashes = new HashMap<>();
        known.forEach((iri, k) -> {
            if (k.provider().equals(provider) && !k.withdrawn()) {
                hashes.put(iri, k.hash());
            }
        });
        return hashes;
    }

    synchronized List<String> changedSince(long number) {
        return known.entrySet().stream()
                .filter(e -> e.getValue().number() > number)
                .sorted(Comparator.comparingLong(e -> e.getValue().number()))
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized List<String> after(String iri, int limit) {
        return published.tailSet(iri, false).stream().limit(limit).toList();
    }

    synchronized List<String> conformingAfter(String profile, String iri, int limit) {
        return conforming(profile).tailSet(iri, false).stream().limit(limit).toList();
    }

    synchronized long conformingSize(String profile) {
        return conforming(profile).size();
    }

    private NavigableSet<String> conforming(String profile) {
        return conforming.getOrDefault(profile, NONE);
    }

    synchronized long size() {
        return published.size();
    }
}
