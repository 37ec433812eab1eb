package org.pinakes.server.store;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.pinakes.harvester.Catalogue;

/**
 * The published records, for reading and writing. The log is the truth; what is read comes from a projection that
 * remembers the number of the last change it holds.
 */
public interface KnowledgeGraph extends Catalogue, AutoCloseable {

    /** What there is under an IRI. */
    sealed interface State {
        /** @param number of the record's last change */
        record Published(Graph graph, Graph provenance, long number) implements State {}

        record Withdrawn(Graph provenance, long number, Instant at) implements State {}

        record Unknown() implements State {}
    }

    /**
     * One change of one record, as the log keeps it.
     *
     * @param kind {@code created}, {@code updated}, {@code moved} or {@code withdrawn}
     * @param added statements of the record's graph, N-Triples lines
     * @param removed statements of the record's graph, N-Triples lines
     */
    record HistoryEntry(
            long number, Instant at, String kind, String record, List<String> added, List<String> removed) {}

    /** Graphs in the answer are copies and may be kept. */
    State state(String iri);

    /**
     * The other published records of the same dataset, by other providers: they name the same persistent identifier. Sorted;
     * never the record itself.
     */
    List<String> alternates(String iri);

    /** IRIs of all records that have alternates. */
    List<String> linked();

    /** All public graphs; the default graph is their union. Use within {@link #read}. */
    DatasetGraph dataset();

    /** Runs in one read transaction, so that everything in it sees the same change number. */
    <T> T read(Supplier<T> reader);

    /**
     * IRIs of the datasets, and of the documents that say more than their datasets, whose last change has a higher number,
     * oldest change first: what an index must look at again.
     */
    List<String> changedSince(long number);

    /** Everything that happened to one record, oldest first; read from the log. */
    List<HistoryEntry> history(String iri);

    /** IRIs of published records after one in IRI order ({@code ""} to begin), at most {@code limit}: key-set paging. */
    List<String> recordsAfter(String iri, int limit);

    /** The same of those that conform to a profile, or are waived there, by the verdicts that are kept with them. */
    List<String> conformingAfter(String profile, String iri, int limit);

    /** How many records are published. */
    long size();

    /** How many of them conform to a profile or are waived there. */
    long conforming(String profile);

    /**
     * Replaces a graph of the catalogue itself (code lists, ontology), whole, unless it was made from the same files. Not
     * logged: the files are the truth.
     */
    void replaceGraph(String name, String fingerprint, Supplier<Graph> graph);

    @Override
    void close();
}
