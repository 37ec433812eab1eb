package org.pinakes.harvester.lift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.Terms;

final class SplitterTest {
    private static final String PREFIXES = "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct:"
            + " <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n";

    private static Splitter.Parts split(String turtle) {
        Graph g = RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
        return Splitter.split(g);
    }

    private static Graph of(Splitter.Parts parts, String iri) {
        return Objects.requireNonNull(parts.datasets().get(Terms.iri(iri)));
    }

    @Test
    void each_dataset_gets_what_it_leads_to_and_not_its_neighbour() {
        Splitter.Parts parts = split(
                """
                <urn:c> a dcat:Catalog ; dcat:dataset <urn:a>, <urn:b> .
                <urn:a> a dcat:Dataset ; dct:publisher <urn:p> ; dcat:distribution [ dct:title "d" ] ; dct:relation <urn:b> .
                <urn:b> a dcat:Dataset ; dct:publisher <urn:p> ; dct:title "b" .
                <urn:p> a foaf:Agent ; foaf:name "P" .
                """);
        Graph a = of(parts, "urn:a");
        assertThat(a.contains(Terms.iri("urn:p"), Node.ANY, Node.ANY)).isTrue();
        assertThat(a.contains(Terms.iri("urn:b"), Node.ANY, Node.ANY)).isFalse();
        assertThat(a.size()).isEqualTo(7);
        assertThat(of(parts, "urn:b").size()).isEqualTo(5);
        assertThat(parts.rest().find(Terms.iri("urn:c"), Node.ANY, Node.ANY).toList())
                .hasSize(3)
                .hasSize(parts.rest().size());
    }

    @Test
    void a_catalogue_record_goes_with_its_dataset() {
        Splitter.Parts parts =
                split("<urn:r> a dcat:CatalogRecord ; foaf:primaryTopic <urn:a> . <urn:a> a dcat:Dataset .");
        assertThat(of(parts, "urn:a").size()).isEqualTo(3);
        assertThat(parts.rest().isEmpty()).isTrue();
    }

    @Test
    void a_nested_dataset_without_a_name_is_part_of_its_owner() {
        Splitter.Parts parts = split("<urn:a> a dcat:Dataset ; dct:source [ a dcat:Dataset ; dct:title \"s\" ] .");
        assertThat(parts.datasets()).hasSize(1);
        assertThat(of(parts, "urn:a").size()).isEqualTo(4);
    }
}
