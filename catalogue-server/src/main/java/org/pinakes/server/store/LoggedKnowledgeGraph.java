package org.pinakes.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Change;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Iris;

/** The log and its TDB2 projection as one: a write goes to the log first and then, in one transaction, to TDB2. */
public final class LoggedKnowledgeGraph implements KnowledgeGraph {
    private final Iris iris;
    private final PatchLog log;
    private final Path folder;
    private final InstantSource clock;
    private final Faults faults;
    private final LongConsumer progress;
    private volatile @Nullable Projection projection;
    private volatile @Nullable PublishedRecords records;
    private final RecordHistory history;
    private boolean stopped;

    LoggedKnowledgeGraph(Path data, Iris iris, InstantSource clock, Faults faults, LongConsumer progress)
            throws IOException {
        this.iris = iris;
        this.clock = clock;
        this.faults = faults;
        this.progress = progress;
        this.log = PatchLog.open(data.resolve("log"), faults);
        this.history = new RecordHistory(log);
        this.folder = data.resolve("tdb2");
    }

    /** Opens the store of a data directory and brings it up to its log. */
    public static LoggedKnowledgeGraph open(Path data, Iris iris, InstantSource clock) throws IOException {
        LoggedKnowledgeGraph store = openLog(data, iris, clock);
        store.projection();
        return store;
    }

    /** Opens the log; TDB2 is opened when it is first needed. A harvest that finds nothing new does not need it. */
    public static LoggedKnowledgeGraph openLog(Path data, Iris iris, InstantSource clock) throws IOException {
        return new LoggedKnowledgeGraph(data, iris, clock, Faults.NONE, n -> {});
    }

    private Projection projection() {
        Projection open = projection;
        return open == null ? openProjection() : open;
    }

    private synchronized Projection openProjection() {
        Projection open = projection;
        if (open != null) {
            return open;
        }
        try {
            Files.createDirectories(folder);
            open = new Projection(folder, iris, faults);
        } catch (IOException | RuntimeException e) {
            throw new InputProblem(
                    "The store in " + folder + " cannot be opened (" + e.getMessage()
                            + "). It is a copy of the log: 'pinakes rebuild' makes it anew.",
                    e);
        }
        open.follow(log, progress);
        projection = open;
        return open;
    }

    /** Makes the projection anew from the log. {@code progress} is told the number it has come to. */
    public static void rebuild(Path data, Iris iris, InstantSource clock, LongConsumer progress) throws IOException {
        Path folder = data.resolve("tdb2");
        Path aside = data.resolve("tdb2.old");
        DataDirectory.delete(aside);
        if (Files.exists(folder)) {
            Files.move(folder, aside);
        }
        try (LoggedKnowledgeGraph store = new LoggedKnowledgeGraph(data, iris, clock, Faults.NONE, progress)) {
            store.projection();
        }
        DataDirectory.delete(aside);
    }

    @Override
    public Map<String, String> published(String provider) {
        return records().ofProvider(provider);
    }

    @Override
    public Optional<Holder> holder(String iri) {
        PublishedRecords.Known known = records().get(iri);
        return known.number() == 0 ? Optional.empty() : Optional.of(new Holder(known.provider(), !known.withdrawn()));
    }

    @Override
    public synchronized List<Change> publish(List<Entry> batch) {
        List<Change> changes = new ArrayList<>();
        List<LoggedChange> logged = new ArrayList<>();
        Map<String, PublishedRecords.Known> after = new HashMap<>();
        RecordChanges making = new RecordChanges(projection(), iris, clock.instant());
        projection().read(() -> {
            for (Entry entry : batch) {
                PublishedRecords.Known before = records().get(entry.iri());
                if (before.hash().equals(entry.contentHash())) {
                    changes.add(new Change.Unchanged(entry.iri()));
                    continue;
                }
                long number = log.last() + logged.size() + 1;
                LoggedChange change = making.of(entry, before, number);
                logged.add(change);
                after.put(
                        entry.iri(),
                        new PublishedRecords.Known(
                                entry.contentHash(),
                                entry.provider(),
                                number,
                                PublishedRecords.passes(entry.provenance(), entry.iri())));
                changes.add(change.change());
            }
            return changes;
        });
        commit(logged, after);
        return changes;
    }

    @Override
    public synchronized List<Change> withdraw(List<String> iris) {
        List<LoggedChange> logged = new ArrayList<>();
        Map<String, PublishedRecords.Known> after = new HashMap<>();
        RecordChanges making = new RecordChanges(projection(), this.iris, clock.instant());
        projection().read(() -> {
            for (String iri : iris) {
                PublishedRecords.Known before = records().get(iri);
                if (!before.withdrawn()) {
                    long number = log.last() + logged.size() + 1;
                    logged.add(making.withdrawal(iri, before.provider(), number));
                    after.put(iri, new PublishedRecords.Known("", before.provider(), number, Set.of()));
                }
            }
            return logged;
        });
        commit(logged, after);
        return logged.stream().map(LoggedChange::change).toList();
    }

    private void commit(List<LoggedChange> logged, Map<String, PublishedRecords.Known> after) {
        if (logged.isEmpty()) {
            return;
        }
        if (stopped) {
            throw new InputProblem(
                    "The store could not follow its log and takes no more changes; start Pinakes again and"
                            + " it catches up.");
        }
        PatchLog.Segment segment = write(logged, after);
        history.follow(after.keySet(), segment);
    }

    /** The log is written while TDB2 takes the batch; TDB2 commits when the log is forced to disk, never before. */
    private PatchLog.Segment write(List<LoggedChange> logged, Map<String, PublishedRecords.Known> after) {
        // A thread of its own: a shared pool may be busy with those who wait for this store.
        CompletableFuture<PatchLog.Segment> segment = new CompletableFuture<>();
        Thread writer = new Thread(() -> {
            try {
                segment.complete(log.append(logged));
            } catch (IOException | RuntimeException e) {
                segment.completeExceptionally(e);
            }
        });
        writer.setName("pinakes-log");
        writer.start();
        stopped = true;
        RuntimeException failure = null;
        try {
            projection().apply(logged, () -> {
                segment.join();
                // Before the commit: who asks what changed must never miss a change that can be seen.
                after.forEach(records()::put);
            });
        } catch (RuntimeException e) {
            failure = e;
        }
        PatchLog.Segment written = settled(segment);
        if (failure != null) {
            throw failure;
        }
        stopped = false;
        return written;
    }

    private PatchLog.Segment settled(CompletableFuture<PatchLog.Segment> segment) {
        try {
            return segment.join();
        } catch (CompletionException e) {
            stopped = false;
            Throwable cause = e.getCause();
            throw new InputProblem(
                    "The log could not be written (" + (cause == null ? "" : cause.getMessage())
                            + "). This batch was not published; what was published before is safe.",
                    e);
        }
    }

    @Override
    public long changeNumber() {
        Projection open = projection;
        return open == null ? log.last() : open.read(open::number);
    }

    @Override
    public State state(String iri) {
        return projection().read(() -> {
            Graph provenance = projection().copy(iris.provenance(iri));
            if (provenance.isEmpty()) {
                return new State.Unknown();
            }
            long number = Tombstones.number(provenance, iri);
            return Tombstones.withdrawnAt(provenance, iri)
                    .<State>map(at -> new State.Withdrawn(provenance, number, at))
                    .orElseGet(() -> new State.Published(projection().copy(iri), provenance, number));
        });
    }

    @Override
    public List<String> alternates(String iri) {
        return projection().read(() -> projection().alternates().of(iri));
    }

    @Override
    public List<String> linked() {
        return projection().read(() -> projection().alternates().linked());
    }

    @Override
    public DatasetGraph dataset() {
        return projection().dataset();
    }

    @Override
    public <T> T read(Supplier<T> reader) {
        return projection().read(reader);
    }

    @Override
    public List<String> changedSince(long number) {
        return records().changedSince(number);
    }

    @Override
    public List<String> recordsAfter(String iri, int limit) {
        return records().after(iri, limit);
    }

    @Override
    public long size() {
        return records().size();
    }

    @Override
    public List<String> conformingAfter(String profile, String iri, int limit) {
        return records().conformingAfter(profile, iri, limit);
    }

    @Override
    public long conforming(String profile) {
        return records().conformingSize(profile);
    }

    @Override
    public List<HistoryEntry> history(String iri) {
        return history.of(iri);
    }

    @Override
    public void replaceGraph(String name, String fingerprint, Supplier<Graph> graph) {
        projection().replace(name, fingerprint, graph);
    }

    private PublishedRecords records() {
        PublishedRecords loaded = records;
        return loaded == null ? loadRecords() : loaded;
    }

    private synchronized PublishedRecords loadRecords() {
        PublishedRecords loaded = records;
        if (loaded == null) {
            loaded = projection().read(() -> PublishedRecords.load(projection().dataset(), iris));
            records = loaded;
        }
        return loaded;
    }

    @Override
    public void close() {
        Projection open = projection;
        if (open != null) {
            open.close();
        }
    }
}
