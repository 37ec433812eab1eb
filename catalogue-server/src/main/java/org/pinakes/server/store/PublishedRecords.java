package org.pinakes.server.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Terms;

/**
 * What is published, in memory: hash, provider and last change of each dataset, and of each document that says more than
 * its datasets. Read off the provenance graphs.
 */
final class PublishedRecords {
    private final Iris iris;
    private final Map<String, Known> known = new HashMap<>();
    private final NavigableSet<String> published = new TreeSet<>();

    /**
     * @param hash empty when withdrawn
     */
    record Known(String hash, String provider, long number) {
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
        dataset.stream(Node.ANY, Node.ANY, Terms.PROVIDER, Node.ANY).forEach(q -> {
            Node g = q.getGraph();
            Node s = q.getSubject();
            if (g.isURI() && s.isURI() && g.getURI().equals(iris.provenance(s.getURI()))) {
                String number = literal(dataset, g, s, Terms.CHANGE_NUMBER);
                String hash = literal(dataset, g, s, Terms.CONTENT_HASH);
                records.put(
                        s.getURI(),
                        new Known(hash, q.getObject().getLiteralLexicalForm(), Long.parseLong("0" + number)));
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

    synchronized void put(String iri, Known state) {
        known.put(iri, state);
        if (state.withdrawn()) {
            published.remove(iri);
        } else if (iris.datasetId(iri).isPresent()) {
            published.add(iri);
        }
    }

    synchronized Known get(String iri) {
        return known.getOrDefault(iri, new Known("", "", 0));
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

    synchronized long size() {
        return published.size();
    }
}
