package org.pinakes.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;

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

    /** Of a numeric field over all documents that are not deleted. */
    long sum(String field) throws IOException {
        long sum = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = values.nextDoc(); doc != NumericDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
                sum += live == null || live.get(doc) ? values.longValue() : 0;
            }
        }
        return sum;
    }

    /** Of each record that shares its document with others: all of them. */
    Map<String, Set<String>> shared() throws IOException {
        Map<String, Set<String>> shared = new HashMap<>();
        TopDocs found = searcher.search(new TermQuery(new Term(Fields.SHARED, Fields.YES)), Integer.MAX_VALUE);
        for (ScoreDoc doc : found.scoreDocs) {
            Set<String> members =
                    Set.of(searcher.storedFields().document(doc.doc).getValues(Fields.MEMBER));
            members.forEach(m -> shared.put(m, members));
        }
        return shared;
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
