package org.pinakes.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

final class CanonicalGraphTest {
    private static Graph graph(String turtle) {
        return RDFParser.fromString("@prefix : <https://x.example/> .\n" + turtle, Lang.TURTLE)
                .toGraph();
    }

    private static void same(String one, String two) {
        CanonicalGraph a = CanonicalGraph.of(graph(one), "s");
        CanonicalGraph b = CanonicalGraph.of(graph(two), "s");
        assertThat(a.sha256()).isEqualTo(b.sha256());
        assertThat(a.graph().find().toSet()).isEqualTo(b.graph().find().toSet());
        assertThat(a.graph().isIsomorphicWith(graph(one))).isTrue();
    }

    @Test
    void labels_and_order_of_blank_nodes_do_not_matter() {
        same(":a :p _:x . _:x :q _:y . _:y :r 1 .", "_:n :r 1 . _:m :q _:n . :a :p _:m .");
        same(":a :p [ :v 1 ], [ :v 2 ] .", ":a :p [ :v 2 ], [ :v 1 ] .");
    }

    @Test
    void blank_nodes_that_are_alike_stay_two() {
        CanonicalGraph c = CanonicalGraph.of(graph(":a :p [ :v 1 ], [ :v 1 ] ."), "s");
        assertThat(c.graph().size()).isEqualTo(4);
        same(":a :p [ :v 1 ], [ :v 1 ] .", ":a :p [ :v 1 ], [ :v 1 ] .");
    }

    @Test
    void another_content_gives_another_hash() {
        String one = CanonicalGraph.of(graph(":a :p [ :v 1 ] ."), "s").sha256();
        assertThat(CanonicalGraph.of(graph(":a :p [ :v 2 ] ."), "s").sha256()).isNotEqualTo(one);
        assertThat(CanonicalGraph.of(graph(":a :p [ :v 1 ], [ :v 1 ] ."), "s").sha256())
                .isNotEqualTo(one);
    }

    @Test
    void labels_of_different_records_differ() {
        Graph g = graph(":a :p [ :v 1 ] .");
        assertThat(CanonicalGraph.of(g, "one").graph().find().toSet())
                .isNotEqualTo(CanonicalGraph.of(g, "two").graph().find().toSet());
    }
}
