package org.pinakes.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;

/** One commit of the index, open for reading until nobody uses it: hits, counts and change number are of one state. */
final class Snapshot {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Optional<SortedSetDocValuesReaderState> facets;
    private final long change;

    /** @param change -1 when the index was made under other rules and must be made anew */
    Snapshot(DirectoryReader reader, FacetsConfig config, long change) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.change = change;
        this.facets = reader.numDocs() == 0
                ? Optional.empty()
                : Optional.of(new DefaultSortedSetDocValuesReaderState(reader, config));
    }

    IndexSearcher searcher() {
        return searcher;
    }

    Optional<SortedSetDocValuesReaderState> facets() {
        return facets;
    }

    long change() {
        return change;
    }

    boolean acquire() {
        return reader.tryIncRef();
    }

    void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() throws IOException {
        reader.close();
    }
}
