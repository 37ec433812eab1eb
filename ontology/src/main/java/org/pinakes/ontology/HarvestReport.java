package org.pinakes.ontology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one harvest of one provider did.
 *
 * @param id names the run, sortable by time
 * @param outcome in a word: whether the provider's records are now as fetched
 * @param stopped why nothing was published, when {@code outcome} is not {@code COMPLETE}
 * @param documents how many were fetched
 * @param skipped how many of them were the same bytes as last time under the same rules and were not looked at again
 * @param changes how many records were created, updated, moved, unchanged, withdrawn, quarantined
 * @param verdicts per profile, how many records got which verdict
 * @param findings of documents and records; at most as many as the configuration keeps
 * @param moreFindings how many were counted but not kept
 * @param repairs what to mend first
 * @param change number of the newest change when the run ended
 */
public record HarvestReport(
        String id,
        String provider,
        Instant startedAt,
        Instant endedAt,
        Outcome outcome,
        Optional<String> stopped,
        int documents,
        int skipped,
        Map<String, Integer> changes,
        Map<String, Map<String, Integer>> verdicts,
        List<Finding> findings,
        int moreFindings,
        List<Repair> repairs,
        long change) {

    public HarvestReport {
        // Reports that were written before there were repairs have none.
        repairs = repairs == null ? List.of() : List.copyOf(repairs);
    }

    /** How a run ended. */
    public enum Outcome {
        /** What was fetched is published. */
        COMPLETE,
        /** A source could not be fetched or read; what there was stays. */
        FAILED,
        /** More records would have been withdrawn than the provider's file allows; nothing was withdrawn. */
        GUARDED
    }
}
