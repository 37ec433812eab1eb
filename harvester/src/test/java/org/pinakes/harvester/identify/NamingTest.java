package org.pinakes.harvester.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Terms;

final class NamingTest {
    private static final Provider PROVIDER = new Provider(
            "hospital",
            "H",
            Optional.empty(),
            Optional.empty(),
            List.of(new Provider.Source("file", "/x", Optional.empty(), Optional.empty(), Optional.empty())),
            List.of(),
            Provider.Former.NONE,
            List.of(),
            0.2);
    private final Naming naming = new Naming(new Iris("https://cat.example/"), PROVIDER, iri -> false);

    private static Graph graph(String turtle) {
        return RDFParser.fromString("@prefix dct: <http://purl.org/dc/terms/> .\n" + turtle, Lang.TURTLE)
                .toGraph();
    }

    @Test
    void the_identifier_becomes_ours_and_the_old_names_are_kept() {
        Graph g = graph("<https://h.example/ds/1> dct:identifier \"HX-1\" ; dct:title \"T\" .");
        Naming.Named named = naming.name(Map.of(Terms.iri("https://h.example/ds/1"), g), false, Map.of())
                .getFirst();
        assertThat(named.iri()).startsWith("https://cat.example/datasets/hospital.ds-1.");
        assertThat(named.graph()
                        .contains(
                                Terms.iri(named.iri()), Terms.IDENTIFIER, NodeFactory.createLiteralString(named.iri())))
                .isTrue();
        List<String> notations = named.graph().find(Node.ANY, Terms.NOTATION, Node.ANY).toList().stream()
                .map(t -> t.getObject().getLiteralLexicalForm())
                .sorted()
                .toList();
        assertThat(notations).containsExactly("HX-1", "https://h.example/ds/1");
    }

    @Test
    void a_mapped_row_is_named_by_its_identifier() {
        Graph g = graph("<https://pinakes.invalid/x> dct:identifier \"tcia-1\" .");
        Naming.Named named = naming.name(Map.of(Terms.iri("https://pinakes.invalid/x"), g), true, Map.of())
                .getFirst();
        assertThat(named.iri()).isEqualTo("https://cat.example/datasets/hospital.tcia-1");
        assertThat(named.localId()).isEqualTo("tcia-1");
    }

    @Test
    void a_dataset_without_any_name_is_named_by_its_content() {
        Graph g = graph("_:a dct:title \"T\" .");
        Node root = g.find().next().getSubject();
        String one = naming.name(Map.of(root, g), false, Map.of()).getFirst().iri();
        Graph h = graph("_:other dct:title \"T\" .");
        String two = naming.name(Map.of(h.find().next().getSubject(), h), false, Map.of())
                .getFirst()
                .iri();
        assertThat(one).isEqualTo(two);
    }

    @Test
    void a_row_more_in_the_iri_table_changes_no_name() {
        Node now = Terms.iri("https://doi.org/10.1/a");
        Node given = Terms.iri("http://dx.doi.org/10.1/a");
        Graph before = graph("<http://dx.doi.org/10.1/a> dct:title \"T\" .");
        Graph after = graph("<https://doi.org/10.1/a> dct:title \"T\" .");
        Naming.Named one = naming.name(Map.of(given, before), false, Map.of()).getFirst();
        Naming.Named two =
                naming.name(Map.of(now, after), false, Map.of(now, given)).getFirst();
        assertThat(two.iri()).isEqualTo(one.iri());
        assertThat(two.graph().isIsomorphicWith(one.graph())).isTrue();
    }

    @Test
    void a_record_that_was_taken_over_or_renumbered_keeps_its_iri() {
        Provider taker = new Provider(
                "region",
                "R",
                Optional.empty(),
                Optional.empty(),
                PROVIDER.sources(),
                List.of(),
                new Provider.Former(List.of("hospital"), Map.of("r-1", "tcia-1")),
                List.of(),
                0.2);
        Naming naming = new Naming(
                new Iris("https://cat.example/"), taker, "https://cat.example/datasets/hospital.tcia-1"::equals);
        Node root = Terms.iri("https://pinakes.invalid/x");
        Graph same = graph("<https://pinakes.invalid/x> dct:identifier \"tcia-1\" .");
        Graph renumbered = graph("<https://pinakes.invalid/x> dct:identifier \"r-1\" .");
        Graph fresh = graph("<https://pinakes.invalid/x> dct:identifier \"r-2\" .");
        assertThat(naming.name(Map.of(root, same), true, Map.of()).getFirst().iri())
                .isEqualTo("https://cat.example/datasets/hospital.tcia-1");
        assertThat(naming.name(Map.of(root, renumbered), true, Map.of())
                        .getFirst()
                        .iri())
                .isEqualTo("https://cat.example/datasets/hospital.tcia-1");
        assertThat(naming.name(Map.of(root, fresh), true, Map.of()).getFirst().iri())
                .isEqualTo("https://cat.example/datasets/region.r-2");
    }
}
