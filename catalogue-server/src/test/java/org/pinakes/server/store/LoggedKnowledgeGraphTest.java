package org.pinakes.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.harvester.Catalogue;
import org.pinakes.ontology.Change;
import org.pinakes.ontology.InputProblem;

final class LoggedKnowledgeGraphTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path data;

    private @Nullable LoggedKnowledgeGraph store;

    private LoggedKnowledgeGraph store() throws IOException {
        if (store == null) {
            store = LoggedKnowledgeGraph.open(data, Samples.IRIS, () -> NOW);
        }
        return store;
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    private void published(int n, int version) throws IOException {
        KnowledgeGraph.State state = store().state(Samples.iri(n));
        assertThat(state).isInstanceOf(KnowledgeGraph.State.Published.class);
        assertThat(((KnowledgeGraph.State.Published) state).graph().isIsomorphicWith(Samples.graph(n, version)))
                .isTrue();
    }

    @Test
    void changes_are_numbered_and_told() throws IOException {
        assertThat(store().publish(List.of(Samples.entry(1, 1), Samples.entry(2, 1))))
                .containsExactly(new Change.Created(1, Samples.iri(1)), new Change.Created(2, Samples.iri(2)));
        assertThat(store().publish(List.of(Samples.entry(1, 2), Samples.entry(2, 1))))
                .containsExactly(new Change.Updated(3, Samples.iri(1)), new Change.Unchanged(Samples.iri(2)));
        published(1, 2);
        assertThat(store().changeNumber()).isEqualTo(3);
        assertThat(store().changedSince(2)).containsExactly(Samples.iri(1));
        assertThat(store().published("p")).containsOnlyKeys(Samples.iri(1), Samples.iri(2));
        assertThat(store().recordsAfter(Samples.iri(1), 10)).containsExactly(Samples.iri(2));
    }

    @Test
    void literals_stay_as_they_were_written() throws IOException {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(
                        """
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        <%s> a <http://www.w3.org/ns/dcat#Dataset> ;
                            <urn:x-test:p> "1234"^^xsd:decimal, "1234.50"^^xsd:decimal, "12"^^xsd:integer,
                                "2020-01-01T00:00:00.000Z"^^xsd:dateTime, "2020-01-01T00:00:00+00:00"^^xsd:dateTime,
                                "1"^^xsd:boolean, "x"@de-AT, "not a number"^^xsd:integer, "2020"^^xsd:gYear .
                        """
                                .formatted(Samples.iri(1)),
                        Lang.TURTLE)
                .errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
                .parse(graph);
        store().publish(List.of(new Catalogue.Entry(Samples.iri(1), "p", "h", graph, Samples.provenance(1, "d"))));
        for (int start = 0; start < 2; start++) {
            assertThat(store().state(Samples.iri(1)))
                    .isInstanceOfSatisfying(KnowledgeGraph.State.Published.class, p -> assertThat(
                                    p.graph().find().toList())
                            .containsExactlyInAnyOrderElementsOf(graph.find().toList()));
            close();
        }
    }

    @Test
    void a_withdrawn_record_leaves_a_tombstone_and_may_come_back() throws IOException {
        store().publish(List.of(Samples.entry(1, 1)));
        assertThat(store().withdraw(List.of(Samples.iri(1), Samples.iri(9))))
                .containsExactly(new Change.Withdrawn(2, Samples.iri(1)));
        assertThat(store().state(Samples.iri(1)))
                .isInstanceOfSatisfying(KnowledgeGraph.State.Withdrawn.class, w -> assertThat(w.at())
                        .isEqualTo(NOW));
        assertThat(store().size()).isZero();
        assertThat(store().publish(List.of(Samples.entry(1, 1))))
                .containsExactly(new Change.Created(3, Samples.iri(1)));
        published(1, 1);
        assertThat(store().history(Samples.iri(1)).stream().map(KnowledgeGraph.HistoryEntry::kind))
                .containsExactly("created", "withdrawn", "created");
    }

    @Test
    void the_same_record_from_another_document_has_moved() throws IOException {
        store().publish(List.of(Samples.entry(1, 1)));
        Catalogue.Entry moved = new Catalogue.Entry(
                Samples.iri(1), "p", "other", Samples.graph(1, 1), Samples.provenance(1, "elsewhere"));
        assertThat(store().publish(List.of(moved))).containsExactly(new Change.Moved(2, Samples.iri(1)));
    }

    @Test
    void history_tells_what_came_and_went() throws IOException {
        store().publish(List.of(Samples.entry(1, 1)));
        store().publish(List.of(Samples.entry(1, 2)));
        KnowledgeGraph.HistoryEntry second = store().history(Samples.iri(1)).getLast();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.removed()).anyMatch(l -> l.contains("version 1"));
        assertThat(second.added()).anyMatch(l -> l.contains("version 2"));
    }

    @Test
    void everything_is_there_after_reopening_and_after_rebuilding() throws IOException {
        store().publish(List.of(Samples.entry(1, 1), Samples.entry(2, 1)));
        store().publish(List.of(Samples.entry(1, 2)));
        close();
        published(1, 2);
        close();
        LoggedKnowledgeGraph.rebuild(data, Samples.IRIS, () -> NOW, n -> {});
        published(1, 2);
        published(2, 1);
        assertThat(store().changeNumber()).isEqualTo(3);
        assertThat(store().publish(List.of(Samples.entry(2, 1)))).containsExactly(new Change.Unchanged(Samples.iri(2)));
    }

    @Test
    void the_default_graph_is_the_union() throws IOException {
        store().publish(List.of(Samples.entry(1, 1), Samples.entry(2, 1)));
        long count = store().read(() -> {
            try (QueryExec exec = QueryExec.dataset(
                            Objects.requireNonNull(store).dataset())
                    .query("SELECT ?s { ?s a <http://www.w3.org/ns/dcat#Dataset> }")
                    .build()) {
                return exec.select().materialize().stream().count();
            }
        });
        assertThat(count).isEqualTo(2);
    }

    @Test
    void a_damaged_or_missing_segment_is_told_with_its_name() throws IOException {
        store().publish(List.of(Samples.entry(1, 1)));
        store().publish(List.of(Samples.entry(2, 1)));
        close();
        List<Path> segments;
        try (Stream<Path> files = Files.list(data.resolve("log"))) {
            segments = files.sorted().toList();
        }
        byte[] bytes = Files.readAllBytes(segments.getFirst());
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(segments.getFirst(), bytes);
        assertThatThrownBy(() -> LoggedKnowledgeGraph.rebuild(data, Samples.IRIS, () -> NOW, n -> {}))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining(segments.getFirst().getFileName().toString());
        Files.delete(segments.getFirst());
        assertThatThrownBy(() -> LoggedKnowledgeGraph.open(data, Samples.IRIS, () -> NOW))
                .hasMessageContaining("The log has a gap");
    }

    @Test
    void a_store_ahead_of_its_log_is_refused() throws IOException {
        store().publish(List.of(Samples.entry(1, 1)));
        store().publish(List.of(Samples.entry(2, 1)));
        close();
        Files.delete(data.resolve("log/000000000002-000000000002.rdfp.gz"));
        assertThatThrownBy(() -> LoggedKnowledgeGraph.open(data, Samples.IRIS, () -> NOW))
                .hasMessageContaining("pinakes rebuild");
    }
}
