package org.pinakes.server.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.server.http.TestCatalogue;

/** Code lists, concepts, and the queue of values that are not understood, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConceptPagesTest {
    @SuppressWarnings("NullAway.Init")
    private TestCatalogue catalogue;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        catalogue = new TestCatalogue(data);
    }

    @AfterAll
    void stop() {
        catalogue.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return catalogue.get(path, headers);
    }

    @Test
    void a_concept_says_where_it_belongs_what_it_is_called_and_which_datasets_have_it() throws Exception {
        String page = get("/concepts/CLIN1000067", "Accept", "text/html").body();
        assertThat(page)
                .contains("<svg class=\"tree\"", "Glioblastom", "Glioma", "9440/3", "SCT", "Glioblastoma MR")
                .contains("1 datasets");
        String broad = get("/concepts/CLIN1036328", "Accept", "text/html").body();
        assertThat(broad).as("a neoplasm").contains("1 datasets");
        assertThat(get("/concepts/nothing", "Accept", "text/html").statusCode()).isEqualTo(404);
    }

    @Test
    void a_concept_and_a_list_come_in_each_syntax_with_what_is_inferred() throws Exception {
        for (String[] form : List.of(
                new String[] {"ttl", "text/turtle"},
                new String[] {"jsonld", "application/ld+json"},
                new String[] {"rdf", "application/rdf+xml"},
                new String[] {"nt", "application/n-triples"})) {
            for (String path : List.of("/concepts/CLIN1000067", "/codes/sex", "/ontology")) {
                assertThat(get(path + "." + form[0]).statusCode()).as(path).isEqualTo(200);
                HttpResponse<String> accepted = get(path, "Accept", form[1]);
                assertThat(accepted.headers().firstValue("content-type").orElse(""))
                        .startsWith(form[1]);
            }
        }
        assertThat(get("/concepts/CLIN1000067.nt").body())
                .contains("skos/core#broaderTransitive> <https://cancerimage.eu/ontology/EUCAIM#CLIN1036328>");
        assertThat(get("/codes/unknown", "Accept", "text/html").body()).contains("modality");
    }

    @Test
    void sparql_sees_datasets_codes_and_what_is_inferred_together() throws Exception {
        String query =
                """
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX eucaim: <https://cancerimage.eu/ontology/EUCAIM#>
                SELECT ?d WHERE { ?d eucaim:hasCondition/skos:broaderTransitive ?c . ?c skos:prefLabel "Neoplasm"@en }
                """;
        assertThat(get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", "text/csv")
                        .body())
                .contains("p.gbm");
    }

    @Test
    void the_queue_shows_what_is_not_understood_and_the_line_that_mends_it() throws Exception {
        String page = get("/harvests/unmapped", "Accept", "text/html").body();
        assertThat(page)
                .contains("Magnetic \"resonance\" pictures", "skos:hiddenLabel", "ontology/codes/modality.ttl")
                .contains("Magnetic resonance imaging");
        assertThat(get("/harvests/unmapped.csv").body())
                .contains("\"modality\",\"Magnetic \"\"resonance\"\" pictures\",1")
                .doesNotContain("\"MR\"");
        assertThat(get("/harvests/unmapped.json").body()).contains("\"candidates\"", "Magnetic resonance imaging");
        assertThat(get("/harvests/unmapped?field=sex", "Accept", "text/html").body())
                .contains("Nothing waits here");
    }
}
