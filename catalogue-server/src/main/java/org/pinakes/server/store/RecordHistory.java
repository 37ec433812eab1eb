package org.pinakes.server.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Terms;
import org.pinakes.server.store.KnowledgeGraph.HistoryEntry;

/** What the log says of single records. Which segments speak of which record is found out when it is first asked. */
final class RecordHistory {
    private final PatchLog log;
    private @Nullable Map<String, List<PatchLog.Segment>> segmentsOf;

    RecordHistory(PatchLog log) {
        this.log = log;
    }

    /** A new segment that speaks of these records. */
    synchronized void follow(Collection<String> records, PatchLog.Segment segment) {
        Map<String, List<PatchLog.Segment>> known = segmentsOf;
        if (known != null) {
            records.forEach(iri -> remember(known, iri, segment));
        }
    }

    /** Oldest first. */
    synchronized List<HistoryEntry> of(String iri) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (PatchLog.Segment segment : segments().getOrDefault(iri, List.of())) {
            log.read(segment, change -> {
                if (change.record().equals(iri)) {
                    entries.add(entry(change));
                }
            });
        }
        return entries;
    }

    private Map<String, List<PatchLog.Segment>> segments() {
        Map<String, List<PatchLog.Segment>> known = segmentsOf;
        if (known == null) {
            Map<String, List<PatchLog.Segment>> all = new HashMap<>();
            for (PatchLog.Segment segment : log.segmentsAfter(0)) {
                log.read(segment, change -> remember(all, change.record(), segment));
            }
            segmentsOf = all;
            known = all;
        }
        return known;
    }

    private static void remember(Map<String, List<PatchLog.Segment>> segmentsOf, String iri, PatchLog.Segment segment) {
        List<PatchLog.Segment> segments = segmentsOf.computeIfAbsent(iri, i -> new ArrayList<>());
        if (segments.isEmpty() || !segments.getLast().equals(segment)) {
            segments.add(segment);
        }
    }

    private static HistoryEntry entry(LoggedChange c) {
        Node record = Terms.iri(c.record());
        return new HistoryEntry(
                c.number(), c.at(), c.kind(), c.record(), lines(c.added(), record), lines(c.removed(), record));
    }

    private static List<String> lines(List<Quad> quads, Node graph) {
        return quads.stream()
                .filter(q -> q.getGraph().equals(graph))
                .map(q -> line(q.asTriple()))
                .sorted()
                .toList();
    }

    private static String line(Triple t) {
        return NodeFmtLib.strNT(t.getSubject()) + " " + NodeFmtLib.strNT(t.getPredicate()) + " "
                + NodeFmtLib.strNT(t.getObject()) + " .";
    }
}
