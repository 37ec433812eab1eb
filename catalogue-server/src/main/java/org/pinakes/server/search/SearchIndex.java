package org.pinakes.server.search;

import java.util.List;
import java.util.Map;
import org.pinakes.server.store.KnowledgeGraph;

/** Free text and facets over the published datasets; a projection of the log like the store. */
public interface SearchIndex extends AutoCloseable {

    /**
     * What a person asked for.
     *
     * @param text plain words, no query syntax; empty for everything
     * @param filters facet name to the wanted values (concept IRIs or plain values); values of one facet are alternatives
     * @param sort {@code relevance}, {@code title}, {@code subjects} or {@code modified}
     * @param offset first hit, from 0
     * @param limit hits wanted, at most 1000
     * @param language for labels, for example {@code en}
     */
    record Request(
            String text, Map<String, List<String>> filters, String sort, int offset, int limit, String language) {}

    /**
     * One dataset found.
     *
     * @param facets facet name to the labels of the dataset's own values
     * @param origins the records that describe it, one for each provider; the first is the one shown
     * @param because why it was found: field and words, with the matched synonym or broader concept; empty without text
     */
    record Hit(
            String iri,
            String title,
            String description,
            List<Origin> origins,
            long subjects,
            Map<String, List<String>> facets,
            List<String> because) {

        /** The provider of the record shown. */
        public String provider() {
            return origins.getFirst().provider();
        }
    }

    /** A record and who gave it. */
    record Origin(String iri, String provider) {}

    /** A value of a facet with the number of datasets that have it or something narrower. */
    record Count(String value, String label, long count, boolean selected) {}

    record Facet(String name, String label, List<Count> counts) {}

    /**
     * @param total datasets; one that several providers describe counts once
     * @param change number of the newest change that the answer knows: one state for hits and counts alike
     */
    record Answer(long total, List<Hit> hits, List<Facet> facets, long change) {}

    Answer search(Request request);

    /** Sum of the subjects of all datasets; people in two datasets count twice, a dataset at two providers once. */
    long subjects();

    /** Brings the index up to the store's change number; one commit. */
    void catchUp(KnowledgeGraph store);

    long changeNumber();

    @Override
    void close();
}
