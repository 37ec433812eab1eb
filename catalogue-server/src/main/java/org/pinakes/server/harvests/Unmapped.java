package org.pinakes.server.harvests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.harmonise.Candidates;
import org.pinakes.ontology.harmonise.Harmoniser;
import org.pinakes.server.site.Site;

/**
 * The raw values of the published records that mean nothing by the code lists as they are now. Read from the store, where each
 * raw value is kept, so nothing is lost at a restart and nothing is told that was mended.
 */
final class Unmapped {
    private final Site site;
    private final Harmoniser harmoniser;
    private final Map<String, Candidates> candidates = new HashMap<>();
    private @Nullable State state;

    private record State(long change, List<Line> lines) {}

    /**
     * A value of one provider and field.
     *
     * @param list the code list where it may be added
     * @param records how many have it
     */
    record Line(String provider, String field, String list, String value, long records) {}

    private record Key(String provider, String field, String list, String value) {}

    Unmapped(Site site, Harmoniser harmoniser) {
        this.site = site;
        this.harmoniser = harmoniser;
    }

    /** The most frequent first. */
    synchronized List<Line> lines() {
        long change = site.store().changeNumber();
        State known = state;
        if (known == null || known.change() != change) {
            known = new State(change, site.store().read(this::read));
            state = known;
        }
        return known.lines();
    }

    synchronized List<Candidates.Candidate> nearest(Line line, int limit) {
        return candidates
                .computeIfAbsent(line.list(), l -> new Candidates(site.codes(), l))
                .nearest(line.value(), limit);
    }

    private List<Line> read() {
        DatasetGraph dataset = site.store().dataset();
        Map<Key, Long> counted = new HashMap<>();
        Map<Node, String> providers = new HashMap<>();
        Map<String, Boolean> mapped = new HashMap<>();
        for (Harmoniser.Field field : harmoniser.fields()) {
            for (Node property : List.of(field.asGiven(), field.property())) {
                Iterator<Quad> quads = dataset.find(Node.ANY, Node.ANY, property, Node.ANY);
                while (quads.hasNext()) {
                    Quad quad = quads.next();
                    boolean raw =
                            property.equals(field.asGiven()) == quad.getObject().isLiteral();
                    String value = raw ? text(quad.getObject()) : "";
                    if (!value.isEmpty()
                            && !mapped.computeIfAbsent(
                                    field.name() + " " + value, k -> means(field, quad.getObject()))) {
                        String provider = providers.computeIfAbsent(quad.getGraph(), g -> provider(dataset, g));
                        counted.merge(new Key(provider, field.name(), field.list(), value), 1L, Long::sum);
                    }
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        counted.forEach((k, n) -> lines.add(new Line(k.provider(), k.field(), k.list(), k.value(), n)));
        lines.sort(Comparator.comparingLong(Line::records)
                .reversed()
                .thenComparing(Line::provider)
                .thenComparing(Line::field)
                .thenComparing(Line::value));
        return List.copyOf(lines);
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.isURI() ? node.getURI() : "";
    }

    private boolean means(Harmoniser.Field field, Node value) {
        Optional<String> language = value.isLiteral()
                ? Optional.of(value.getLiteralLanguage()).filter(l -> !l.isEmpty())
                : Optional.empty();
        return !harmoniser.match(field.name(), text(value), language).concepts().isEmpty();
    }

    private String provider(DatasetGraph dataset, Node record) {
        Iterator<Quad> found =
                dataset.find(Terms.iri(site.iris().provenance(record.toString())), Node.ANY, Terms.PROVIDER, Node.ANY);
        return found.hasNext() ? text(found.next().getObject()) : "";
    }
}
