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
            List.of(),
            0.2);
    private final Naming naming = new Naming(new Iris("https://cat.example/"), PROVIDER);

    private static Graph graph(String turtle) {
        return RDFParser.fromString("@prefix dct: <http://purl.org/dc/terms/> .\n" + turtle, Lang.TURTLE)
                .toGraph();
    }

    @Test
    void the_identifier_becomes_ours_and_the_old_names_are_kept() {
        Graph g = graph("<https://h.example/ds/1> dct:identifier \"HX-1\" ; dct:title \"T\" .");
        Naming.Named named = naming.name(Map.of(Terms.iri("https://h.example/ds/1"), g), false)
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
        Naming.Named named = naming.name(Map.of(Terms.iri("https://pinakes.invalid/x"), g), true)
                .getFirst();
        assertThat(named.iri()).isEqualTo("https://cat.example/datasets/hospital.tcia-1");
        assertThat(named.localId()).isEqualTo("tcia-1");
    }

    @Test
    void a_dataset_without_any_name_is_named_by_its_content() {
        Graph g = graph("_:a dct:title \"T\" .");
        Node root = g.find().next().getSubject();
        String one = naming.name(Map.of(root, g), false).getFirst().iri();
        Graph h = graph("_:other dct:title \"T\" .");
        String two = naming.name(Map.of(h.find().next().getSubject(), h), false)
                .getFirst()
                .iri();
        assertThat(one).isEqualTo(two);
    }
}
