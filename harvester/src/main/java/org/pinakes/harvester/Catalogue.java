package org.pinakes.harvester;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.pinakes.ontology.Change;

/** What the pass publishes to: all that the harvester knows of the store. One thread writes at a time. */
public interface Catalogue {

    /**
     * A record ready to be published.
     *
     * @param iri names the graph
     * @param provenance the whole of the graph {@code <iri>/provenance}, but for the change number, which the store adds
     * @param contentHash changes when the record, its verdicts or its source do
     */
    record Entry(String iri, String provider, String contentHash, Graph graph, Graph provenance) {}

    /** Content hash by IRI of each record that the provider has published and not withdrawn. */
    Map<String, String> published(String provider);

    /**
     * Who has an IRI.
     *
     * @param published whether it is published now, not withdrawn
     */
    record Holder(String provider, boolean published) {}

    /** Empty if there was never a record of that IRI. For any thread. */
    Optional<Holder> holder(String iri);

    /**
     * Publishes a batch: one log segment, one transaction, one index commit. An entry whose hash is the published one
     * gives {@link Change.Unchanged} and costs nothing. When this returns, the batch survives a crash.
     */
    List<Change> publish(List<Entry> batch);

    /** Withdraws published records: their graphs go, a tombstone in their provenance graph stays. */
    List<Change> withdraw(List<String> iris);

    /** The newest change's number; 0 when there has been none. */
    long changeNumber();
}
