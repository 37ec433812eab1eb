package org.pinakes.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Terms;
import org.pinakes.server.store.KnowledgeGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in a folder. Its commits carry the change number and the fingerprint of definition and code lists, so that after
 * a crash or an edit it knows what it lacks. A damaged index is made anew.
 */
public final class LuceneIndex implements SearchIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);
    private static final String CHANGE = "change";
    private static final String FINGERPRINT = "fingerprint";
    private static final int PAGE = 1_000;
    private static final int SHARE = 100;
    private final Supplier<IndexDefinition> definition;
    private final Supplier<CodeLists> codes;
    private final UnaryOperator<String> providerTitles;
    private final String fingerprint;
    private final Directory directory;
    private final FacetsConfig facets = new ManyValues();
    private @Nullable Analyzer analyzer;
    private volatile Snapshot snapshot;

    private LuceneIndex(
            Path folder,
            Supplier<IndexDefinition> definition,
            Supplier<CodeLists> codes,
            UnaryOperator<String> providerTitles,
            String fingerprint)
            throws IOException {
        this.definition = definition;
        this.codes = codes;
        this.providerTitles = providerTitles;
        this.fingerprint = fingerprint;
        Files.createDirectories(folder);
        this.directory = FSDirectory.open(folder);
        this.snapshot = open(folder);
    }

    /**
     * Opens the index, or begins an empty one.
     *
     * @param definition asked for, like the codes, when something is searched or indexed
     * @param providerTitles a provider's id to its title
     * @param fingerprint of everything but the records that the index's content depends on
     */
    public static LuceneIndex open(
            Path folder,
            Supplier<IndexDefinition> definition,
            Supplier<CodeLists> codes,
            UnaryOperator<String> providerTitles,
            String fingerprint)
            throws IOException {
        return new LuceneIndex(folder, definition, codes, providerTitles, fingerprint);
    }

    /** Every dimension may have several values in a document. */
    private static final class ManyValues extends FacetsConfig {
        private final DimConfig many = new DimConfig();

        ManyValues() {
            many.multiValued = true;
        }

        @Override
        protected DimConfig getDefaultDimConfig() {
            return many;
        }
    }

    private synchronized Analyzer analyzer() {
        Analyzer made = analyzer;
        if (made == null) {
            List<String> texts = new ArrayList<>(definition.get().texts().stream()
                    .map(IndexDefinition.Text::name)
                    .toList());
            texts.add(Fields.CONCEPTS);
            made = Fields.analyzer(texts);
            analyzer = made;
        }
        return made;
    }

    private Snapshot open(Path folder) throws IOException {
        try {
            if (DirectoryReader.indexExists(directory)) {
                return snapshot(DirectoryReader.open(directory));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the search index in {} cannot be read and is made anew: {}", folder, e.getMessage());
            for (String file : directory.listAll()) {
                directory.deleteFile(file);
            }
        }
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer()))) {
            commit(writer, 0);
        }
        return snapshot(DirectoryReader.open(directory));
    }

    private Snapshot snapshot(DirectoryReader reader) throws IOException {
        Map<String, String> data = reader.getIndexCommit().getUserData();
        boolean current = fingerprint.equals(data.get(FINGERPRINT));
        return new Snapshot(reader, facets, current ? Long.parseLong(data.getOrDefault(CHANGE, "0")) : -1);
    }

    private void commit(IndexWriter writer, long change) throws IOException {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(CHANGE, Long.toString(change));
        data.put(FINGERPRINT, fingerprint);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    @Override
    public synchronized void catchUp(KnowledgeGraph store) {
        long have = snapshot.change();
        try {
            if (have == store.changeNumber()) {
                return;
            }
            IndexWriterConfig config = new IndexWriterConfig(analyzer());
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                commit(writer, update(store, writer, have));
            }
            Snapshot before = snapshot;
            snapshot = snapshot(DirectoryReader.open(directory));
            before.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number up to which the index is then complete; what is newer in it is done again next time. */
    private long update(KnowledgeGraph store, IndexWriter writer, long have) throws IOException {
        long number = store.changeNumber();
        Documents documents = new Documents(definition.get(), codes.get());
        if (have < 0) {
            writer.deleteAll();
            for (List<String> page = store.recordsAfter("", PAGE);
                    !page.isEmpty();
                    page = store.recordsAfter(page.getLast(), PAGE)) {
                update(store, writer, documents, page);
            }
        } else {
            update(store, writer, documents, List.copyOf(touched(store, store.changedSince(have))));
        }
        return number;
    }

    private void update(KnowledgeGraph store, IndexWriter writer, Documents documents, List<String> iris) {
        // Threads share the work by hundreds; each reads in a transaction of its own.
        IntStream.range(0, (iris.size() + SHARE - 1) / SHARE).parallel().forEach(i -> {
            List<String> share = iris.subList(i * SHARE, Math.min(iris.size(), (i + 1) * SHARE));
            store.read(() -> {
                share.forEach(iri -> update(store, writer, documents, iri));
                return share;
            });
        });
    }

    /** A dataset that several providers describe has one document, under the first of its records' IRIs. */
    private void update(KnowledgeGraph store, IndexWriter writer, Documents documents, String iri) {
        Term id = new Term(Fields.IRI, iri);
        try {
            List<Documents.Member> members = members(store, iri);
            if (!members.isEmpty() && members.getFirst().iri().equals(iri)) {
                writer.updateDocument(id, facets.build(documents.of(members)));
            } else {
                writer.deleteDocuments(id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when the record is no published dataset. */
    private static List<Documents.Member> members(KnowledgeGraph store, String iri) {
        Optional<Documents.Member> own = member(store, iri);
        if (own.isEmpty()) {
            return List.of();
        }
        List<Documents.Member> members = new ArrayList<>(List.of(own.get()));
        store.alternates(iri).forEach(other -> member(store, other).ifPresent(members::add));
        members.sort(Comparator.comparing(Documents.Member::iri));
        return members;
    }

    private static Optional<Documents.Member> member(KnowledgeGraph store, String iri) {
        return store.state(iri) instanceof KnowledgeGraph.State.Published record
                        && record.graph().contains(Terms.iri(iri), Terms.TYPE, Terms.DATASET)
                ? Optional.of(Documents.Member.of(iri, record))
                : Optional.empty();
    }

    /** With the changed records those whose document they share or shared, and all that are together in another way now. */
    private Set<String> touched(KnowledgeGraph store, List<String> changed) throws IOException {
        Map<String, Set<String>> before = snapshot.shared();
        return store.read(() -> {
            Set<String> linked = new LinkedHashSet<>(store.linked());
            linked.addAll(before.keySet());
            Set<String> touched = new LinkedHashSet<>(changed);
            for (String iri : linked) {
                Set<String> now = new HashSet<>(store.alternates(iri));
                now.add(iri);
                Set<String> then = before.getOrDefault(iri, Set.of(iri));
                if (!now.equals(then) || touched.contains(iri)) {
                    touched.addAll(now);
                    touched.addAll(then);
                }
            }
            return touched;
        });
    }

    @Override
    public Answer search(Request request) {
        Snapshot current = acquire();
        try {
            return new Searching(definition.get(), codes.get(), providerTitles, facets, analyzer())
                    .search(current, request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            current.release();
        }
    }

    @Override
    public long subjects() {
        Snapshot current = acquire();
        try {
            return current.sum(Fields.SUBJECTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            current.release();
        }
    }

    private Snapshot acquire() {
        while (true) {
            Snapshot current = snapshot;
            if (current.acquire()) {
                return current;
            }
        }
    }

    @Override
    public long changeNumber() {
        return Math.max(0, snapshot.change());
    }

    @Override
    public synchronized void close() {
        Analyzer made = analyzer;
        if (made != null) {
            made.close();
        }
        try {
            snapshot.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
