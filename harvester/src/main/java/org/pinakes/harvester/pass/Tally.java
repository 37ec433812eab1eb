package org.pinakes.harvester.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pinakes.ontology.Change;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Repair;
import org.pinakes.ontology.Repairs;
import org.pinakes.ontology.Verdict;

/** Counts what a run does, for its report. Used by one thread. */
final class Tally {
    private static final int FINDINGS_KEPT = 5_000;
    int documents;
    int skipped;
    private final Map<String, Integer> changes = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> verdicts = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Repairs repairs = new Repairs();
    private int more;

    Tally() {
        for (String kind : List.of("created", "updated", "moved", "unchanged", "withdrawn", "quarantined")) {
            changes.put(kind, 0);
        }
    }

    void count(String kind, int n) {
        changes.merge(kind, n, Integer::sum);
    }

    void changes(List<Change> made) {
        for (Change change : made) {
            count(
                    switch (change) {
                        case Change.Created c -> "created";
                        case Change.Updated u -> "updated";
                        case Change.Moved m -> "moved";
                        case Change.Withdrawn w -> "withdrawn";
                        case Change.Unchanged u -> "unchanged";
                    },
                    1);
        }
    }

    void verdict(Verdict verdict) {
        verdicts.computeIfAbsent(verdict.profile(), p -> new TreeMap<>()).merge(verdict.outcome(), 1, Integer::sum);
        repairs.add(verdict);
    }

    void findings(List<Finding> more) {
        more.forEach(this::finding);
    }

    void finding(Finding finding) {
        if (findings.size() < FINDINGS_KEPT) {
            findings.add(finding);
        } else {
            more++;
        }
    }

    Map<String, Integer> changes() {
        return changes;
    }

    Map<String, Map<String, Integer>> verdicts() {
        return verdicts;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Repair> repairs() {
        return repairs.inOrder();
    }

    int moreFindings() {
        return more;
    }
}
