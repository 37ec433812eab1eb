package org.pinakes.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;

class ViewsTest {
    private static final String IRI = "https://example.org/d";
    private static final String RECORD =
            """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX pin: <https://w3id.org/pinakes/ns#>
            PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
            <https://example.org/d> a dcat:Dataset ;
                dct:title "CT"@en ;
                <https://example.org/ns#unknown> 1 ;
                dcat:contactPoint [ a vcard:Kind ; vcard:hasEmail <mailto:a@example.org> ] ;
                dcat:distribution <https://example.org/d/files> .
            <https://example.org/d/files> a dcat:Distribution ; dct:relation <https://example.org/d> .
            """;

    private final Views own = Views.load(new DataFiles(Path.of(System.getProperty("pinakes.home"))));

    @TempDir
    private Path home;

    @Test
    void dcat_ap_3_has_all_the_record_says_with_nested_and_unknown_statements() {
        Graph record = graph(RECORD);

        assertThat(own.names()).contains("dcat-ap-3");
        assertThat(own.view("dcat-ap-3", record, IRI).isIsomorphicWith(record)).isTrue();
    }

    @Test
    void dcat_ap_3_leaves_out_own_bookkeeping_and_what_the_record_does_not_point_to() {
        Graph record = graph(RECORD + "<https://example.org/d> pin:contentHash \"abc\" ."
                + "<https://example.org/catalogue> a dcat:Catalog ; dcat:dataset <https://example.org/d> .");

        assertThat(own.view("dcat-ap-3", record, IRI).isIsomorphicWith(graph(RECORD)))
                .isTrue();
    }

    @Test
    void healthdcat_ap_8_gives_classes_number_types_and_the_namespace_of_personal_data() {
        String prefixes =
                """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dcatap: <http://data.europa.eu/r5r/>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX dpv: <https://w3id.org/dpv#>
                PREFIX dpvpd: <https://w3id.org/dpv/dpv-pd#>
                PREFIX eli: <http://data.europa.eu/eli/ontology#>
                PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
                PREFIX pd: <https://w3id.org/dpv/pd#>
                PREFIX pin: <https://w3id.org/pinakes/ns#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                """;
        Graph record = graph(
                prefixes
                        + """
                <https://example.org/d> a dcat:Dataset ;
                    pin:contentHash "abc" ;
                    dct:publisher <https://example.org/p> ;
                    dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj> ;
                    dpv:hasPersonalData pd:Age ;
                    healthdcatap:numberOfRecords 230 ;
                    healthdcatap:maxTypicalAge "old" ;
                    dcat:distribution <https://example.org/f> .
                <https://example.org/f> a dcat:Distribution ; dcat:byteSize 1048576.0 , 0.5 .
                <https://example.org/p> a foaf:Organization ; dct:description "Eins"@de , "One"@en .
                """);
        Graph view = graph(
                prefixes
                        + """
                <https://example.org/d> a dcat:Dataset ;
                    dct:publisher <https://example.org/p> ;
                    dcatap:applicableLegislation <http://data.europa.eu/eli/reg/2025/327/oj> ;
                    dpv:hasPersonalData dpvpd:Age ;
                    healthdcatap:numberOfRecords "230"^^xsd:nonNegativeInteger ;
                    healthdcatap:maxTypicalAge "old" ;
                    dcat:distribution <https://example.org/f> .
                <https://example.org/f> a dcat:Distribution ; dcat:byteSize "1048576"^^xsd:nonNegativeInteger , 0.5 .
                <https://example.org/p> a foaf:Organization , foaf:Agent ; dct:description "One"@en .
                dpvpd:Age a dpv:PersonalData .
                <http://data.europa.eu/eli/reg/2025/327/oj> a eli:LegalResource .
                """);

        for (String name : new String[] {"healthdcat-ap-8", "healthdcat-ap-8-public", "healthdcat-ap-8-non-public"}) {
            assertThat(own.view(name, record, IRI).isIsomorphicWith(view))
                    .as(name)
                    .isTrue();
            assertThat(own.view(name, view, IRI).isIsomorphicWith(view))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void eucaim_2_has_only_what_eucaim_knows_and_makes_nothing_up() {
        String prefixes =
                """
                PREFIX condition: <https://w3id.org/pinakes/codes/condition/>
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX dpv: <https://w3id.org/dpv#>
                PREFIX eucaim: <https://cancerimage.eu/ontology/EUCAIM#>
                PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
                PREFIX pin: <https://w3id.org/pinakes/ns#>
                """;
        Graph record = graph(
                prefixes
                        + """
                <https://example.org/d> a dcat:Dataset ;
                    dct:type eucaim:SPEC1000020, <http://publications.europa.eu/resource/authority/dataset-type/TEST_DATA> ;
                    eucaim:hasCondition condition:sclc, eucaim:CLIN1000060 ;
                    pin:conditionAsGiven "SCLC" ;
                    dpv:hasPersonalData <https://w3id.org/dpv/dpv-pd#Age> ;
                    healthdcatap:healthCategory <https://hdeu-dcat.acceptance.data.health.europa.eu/resource/authority/healthcategories/EMRD> .
                """);
        Graph view = graph(
                prefixes
                        + """
                <https://example.org/d> a dcat:Dataset ;
                    dct:type eucaim:SPEC1000020 ;
                    eucaim:hasCondition eucaim:CLIN1000065, eucaim:CLIN1000060 ;
                    dpv:hasPersonalData <https://w3id.org/dpv/pd#Age> ;
                    healthdcatap:healthCategory <https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/EMRD> .
                """);

        assertThat(own.view("eucaim-2", record, IRI).isIsomorphicWith(view)).isTrue();
        assertThat(own.view("eucaim-2", view, IRI).isIsomorphicWith(view)).isTrue();
    }

    @Test
    void without_a_file_the_record_is_the_view() {
        Graph record = graph(RECORD);

        assertThat(own.view("no-such-profile", record, IRI)).isSameAs(record);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?record ?p ?o } | a view is a CONSTRUCT query",
                "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } | starts from ?record",
                "CONSTRUCT { ?record ?p ?o } FROM <urn:x> WHERE { ?record ?p ?o } | leave FROM out",
                "CONSTRUCT { ?record ?p ?o } FROM NAMED <urn:x> WHERE { ?record ?p ?o } | a file of"
                        + " ontology/vocabularies",
                "CONSTRUCT { ?record ?p } WHERE { ?record ?p ?o } | queries/views/v.rq, line 1: this is not a SPARQL"
                        + " query"
            })
    void a_view_that_cannot_be_one_is_explained(String textAndProblem) throws IOException {
        String[] parts = textAndProblem.split(" \\| ");
        Path file = home.resolve("queries/views/v.rq");
        Files.createDirectories(file.getParent());
        Files.writeString(file, parts[0]);

        assertThatThrownBy(() -> Views.load(new DataFiles(home)))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining(parts[1]);
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TTL).parse(graph);
        return graph;
    }
}
