package org.pinakes.server.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Terms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The TDB2 projection of the log. It holds public graphs only, and remembers the number of the last change in it. */
final class Projection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    /** TDB2's own choice has two more; records are small, so reading one whole is as good, and a third is saved. */
    private static final StoreParams INDEXES = StoreParamsBuilder.create("pinakes")
            .primaryIndexQuads("GSPO")
            .quadIndexes(new String[] {"GSPO", "SPOG", "POSG", "OSPG"})
            .build();

    /** Another mark than in the store makes the links between records anew. */
    private static final Node MADE = NodeFactory.createLiteralString("1");

    /** Changes of one transaction when it follows the log. */
    private static final int REPLAY = 2_000;

    private final Path folder;
    private final DatasetGraph dataset;
    private final Node changes;
    private final Node catalogue;
    private final Faults faults;
    private final Alternates alternates;
    private final Node alternatesMade;

    Projection(Path folder, Iris iris, Faults faults) {
        this.folder = folder;
        this.dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()), INDEXES);
        this.dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        this.changes = Terms.iri(iris.graph("changes"));
        this.catalogue = Terms.iri(iris.base());
        this.faults = faults;
        this.alternates = new Alternates(dataset, iris);
        this.alternatesMade = Terms.iri(iris.graph("alternates"));
        if (!read(() -> dataset.contains(changes, alternatesMade, Terms.CONTENT_HASH, MADE))) {
            Txn.executeWrite(dataset, () -> {
                alternates.all();
                dataset.add(changes, alternatesMade, Terms.CONTENT_HASH, MADE);
            });
        }
    }

    /**
     * Takes the changes that the log has and this has not; the number it has come to is told. If the log is behind, it closes
     * itself and says so.
     */
    void follow(PatchLog log, LongConsumer progress) {
        long have = read(this::number);
        if (have > log.last()) {
            close();
            throw new InputProblem("The store in " + folder + " holds change " + have + ", and the log ends with "
                    + log.last() + ". Put the missing log segments back, or let 'pinakes rebuild' follow the log.");
        }
        List<LoggedChange> batch = new ArrayList<>();
        for (PatchLog.Segment segment : log.segmentsAfter(have)) {
            log.read(segment, change -> {
                if (change.number() > have) {
                    batch.add(change);
                }
            });
            if (batch.size() >= REPLAY) {
                follow(batch, progress);
            }
        }
        if (!batch.isEmpty()) {
            LOG.info("the store follows the log: changes {} to {}", have + 1, log.last());
            follow(batch, progress);
        }
    }

    private void follow(List<LoggedChange> batch, LongConsumer progress) {
        apply(batch, () -> {});
        progress.accept(batch.getLast().number());
        batch.clear();
    }

    Alternates alternates() {
        return alternates;
    }

    DatasetGraph dataset() {
        return dataset;
    }

    <T> T read(Supplier<T> reader) {
        return dataset.isInTransaction() ? reader.get() : Txn.calculateRead(dataset, reader);
    }

    /** Within a transaction. */
    long number() {
        return dataset.stream(changes, catalogue, Terms.CHANGE_NUMBER, Node.ANY)
                .mapToLong(q -> Long.parseLong(q.getObject().getLiteralLexicalForm()))
                .max()
                .orElse(0);
    }

    /**
     * One transaction for the batch.
     *
     * @param logged returns when the log holds the batch; it is called before the commit, and a {@link
     *     CompletionException} from it undoes all
     */
    void apply(List<LoggedChange> batch, Runnable logged) {
        dataset.begin(TxnType.WRITE);
        try {
            SortedQuads added = new SortedQuads(dataset);
            for (LoggedChange change : batch) {
                if (!change.removed().isEmpty()) {
                    added.flush();
                    change.removed().forEach(dataset::delete);
                }
                added.add(change.added());
            }
            added.flush();
            alternates.follow(batch);
            dataset.deleteAny(changes, catalogue, Terms.CHANGE_NUMBER, Node.ANY);
            dataset.add(
                    changes,
                    catalogue,
                    Terms.CHANGE_NUMBER,
                    number(batch.getLast().number()));
            faults.at("projection written");
            logged.run();
            dataset.commit();
        } catch (CompletionException e) {
            undo();
            throw e;
        } catch (RuntimeException | InternalError e) {
            // A full disk shows as an InternalError when TDB2 touches a mapped page that has no room.
            undo();
            throw new InputProblem(
                    "The store could not follow its log (" + e.getMessage()
                            + "); is the disk full? The changes are safe in the log. Make room and start again, and the"
                            + " store catches up.",
                    e);
        } finally {
            dataset.end();
        }
        faults.at("projection committed");
    }

    private void undo() {
        try {
            dataset.abort();
        } catch (RuntimeException | InternalError e) {
            LOG.debug("the transaction could not be undone; the next start does it", e);
        }
    }

    /** Replaces a graph unless the fingerprint kept with it is the same. */
    void replace(String name, String fingerprint, Supplier<Graph> graph) {
        Node node = Terms.iri(name);
        Node mark = NodeFactory.createLiteralString(fingerprint);
        if (read(() -> dataset.contains(changes, node, Terms.CONTENT_HASH, mark))) {
            return;
        }
        Graph wanted = graph.get();
        Txn.executeWrite(dataset, () -> {
            dataset.deleteAny(node, Node.ANY, Node.ANY, Node.ANY);
            wanted.find().forEachRemaining(t -> dataset.add(Quad.create(node, t)));
            dataset.deleteAny(changes, node, Terms.CONTENT_HASH, Node.ANY);
            dataset.add(changes, node, Terms.CONTENT_HASH, mark);
        });
    }

    /** A copy, within a transaction. */
    Graph copy(String name) {
        Graph copy = GraphMemFactory.createDefaultGraph();
        dataset.stream(Terms.iri(name), Node.ANY, Node.ANY, Node.ANY).forEach(q -> copy.add(q.asTriple()));
        return copy;
    }

    static Node number(long n) {
        return NodeFactory.createLiteralDT(Long.toString(n), XSDDatatype.XSDinteger);
    }

    @Override
    public void close() {
        TDBInternal.expel(dataset);
    }
}
