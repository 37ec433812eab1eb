package org.pinakes.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.InputProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoutesTest {
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

    private static String type(HttpResponse<String> r) {
        return r.headers().firstValue("content-type").orElse("");
    }

    /** RDF4J reads what Jena wrote. */
    private static Model rio(String body, RDFFormat format) throws IOException {
        return Rio.parse(new StringReader(body), "http://base.example/", format);
    }

    @Test
    void get_each_page_200_html() throws Exception {
        for (String path : List.of(
                "/",
                "/datasets",
                "/datasets/p.gbm",
                "/datasets/p.gbm/history",
                "/catalog",
                "/harvests",
                "/harvests/unmapped",
                "/codes",
                "/codes/condition",
                "/concepts/CLIN1000067",
                "/ontology",
                "/providers",
                "/sparql",
                "/docs/problems")) {
            HttpResponse<String> r = get(path, "Accept", "text/html");
            assertThat(r.statusCode()).as(path).isEqualTo(200);
            assertThat(type(r)).as(path).isEqualTo("text/html;charset=utf-8");
            assertThat(r.body()).as(path).contains("<h1>").contains("lang=\"en\"");
            assertThat(r.headers().firstValue("content-security-policy"))
                    .as(path)
                    .isPresent();
        }
    }

    @Test
    void get_dataset_in_each_syntax_by_accept_and_by_extension() throws Exception {
        for (RdfFormat format : RdfFormat.values()) {
            HttpResponse<String> byAccept = get("/datasets/p.gbm", "Accept", format.mediaType());
            HttpResponse<String> byExtension = get("/datasets/p.gbm." + format.extension());
            assertThat(byAccept.statusCode()).isEqualTo(200);
            assertThat(type(byAccept)).startsWith(format.mediaType());
            assertThat(byExtension.body()).isEqualTo(byAccept.body());
            assertThat(byAccept.body()).contains("Glioblastoma MR");
        }
    }

    @Test
    void rdf4j_reads_what_is_served() throws Exception {
        Model turtle = rio(get("/catalog.ttl").body(), RDFFormat.TURTLE);
        Model xml = rio(get("/catalog.rdf").body(), RDFFormat.RDFXML);
        assertThat(turtle.size()).isGreaterThan(50);
        assertThat(xml.size()).as("one property has no XML name").isEqualTo(turtle.size() - 1);
        assertThat(rio(get("/datasets/p.gbm.ttl").body(), RDFFormat.TURTLE).size())
                .isGreaterThan(7);
    }

    @Test
    void the_feed_is_paged_and_nothing_is_missing() throws Exception {
        assertThat(datasets("/catalog.ttl?limit=3&profile=canonical")).isEqualTo(7);
    }

    @Test
    void a_profiles_feed_has_what_conforms_or_is_waived_and_its_total_says_so() throws Exception {
        assertThat(datasets("/catalog.ttl?limit=2")).as("n0 fails").isEqualTo(6);
        String page = get("/catalog.ttl?limit=2").body();
        assertThat(page).containsPattern("hydra:totalItems\\s+6").doesNotContain("datasets/p.n0>");
        assertThat(datasets("/catalog.ttl?profile=publication"))
                .as("nobody was judged by it")
                .isZero();
        assertThat(get("/catalog.ttl?profile=nix", "Accept", "application/json").body())
                .contains("canonical or one of", "dcat-ap-3");
        assertThat(get("/datasets/p.n1.ttl?profile=dcat-ap-3").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get("/datasets/p.n0.ttl?profile=dcat-ap-3");
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(refused.body()).contains("/datasets/p.n0/verdict?profile=dcat-ap-3");
        assertThat(get("/datasets/p.n0.ttl").statusCode()).isEqualTo(200);
        assertThat(get("/catalog", "Accept", "text/html").body()).contains("/catalog.ttl?profile=dcat-ap-3\">6</a>");
    }

    private int datasets(String first) throws Exception {
        String path = first;
        int datasets = 0;
        for (int page = 0; !path.isEmpty() && page < 10; page++) {
            Model model = rio(get(path).body(), RDFFormat.TURTLE);
            datasets += model.filter(null, iri("http://www.w3.org/ns/dcat#dataset"), null)
                    .size();
            path = model.filter(null, iri("http://www.w3.org/ns/hydra/core#next"), null).objects().stream()
                    .map(o -> o.stringValue().replaceFirst("http://127.0.0.1:8080", ""))
                    .findFirst()
                    .orElse("");
        }
        return datasets;
    }

    private static org.eclipse.rdf4j.model.IRI iri(String iri) {
        return org.eclipse.rdf4j.model.impl.SimpleValueFactory.getInstance().createIRI(iri);
    }

    @Test
    void a_harvester_that_does_not_say_what_it_wants_gets_rdf_xml() throws Exception {
        assertThat(type(get("/catalog"))).startsWith("application/rdf+xml");
        assertThat(type(get("/catalog", "Accept", "*/*"))).startsWith("application/rdf+xml");
    }

    @Test
    void head_answers_like_get_without_a_body() throws Exception {
        HttpRequest head = catalogue
                .request("/catalog.ttl")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> r = catalogue.send(head);
        assertThat(r.statusCode()).isEqualTo(200);
        assertThat(type(r)).startsWith("text/turtle");
        assertThat(r.headers().firstValue("etag")).isPresent();
        assertThat(r.body()).isEmpty();
    }

    @Test
    void an_unchanged_state_is_not_sent_again() throws Exception {
        String tag = get("/datasets/p.gbm.ttl").headers().firstValue("etag").orElseThrow();
        assertThat(get("/datasets/p.gbm.ttl", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get("/datasets/p.gbm.rdf", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void search_as_json_has_hits_facets_and_the_change_number() throws Exception {
        JsonNode json = JsonMapper.shared()
                .readTree(get("/datasets.json?q=brain+tumour").body());
        assertThat(json.path("total").asInt()).isEqualTo(1);
        assertThat(json.path("hits").get(0).path("id").asString("")).isEqualTo("p.gbm");
        assertThat(json.path("change").asInt()).isEqualTo(9);
        assertThat(json.path("facets").get(0).path("name").asString("")).isEqualTo("condition");
        assertThat(get("/datasets?q=zebra", "Accept", "text/html").body()).contains("Nothing was found");
    }

    @Test
    void a_withdrawn_dataset_is_gone_410_and_an_unknown_one_404() throws Exception {
        assertThat(get("/datasets/p.gone").statusCode()).isEqualTo(410);
        assertThat(get("/datasets/p.gone", "Accept", "text/html").body())
                .contains("withdrawn")
                .contains("Gone");
        HttpResponse<String> rdf = get("/datasets/p.gone", "Accept", "text/turtle");
        assertThat(rdf.statusCode()).isEqualTo(410);
        assertThat(rdf.body()).contains("withdrawnAt");
        HttpResponse<String> none = get("/datasets/p.none", "Accept", "application/json");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(type(none)).startsWith("application/problem+json");
        assertThat(get("/datasets/p.none", "Accept", "text/html").body()).contains("Search the datasets");
    }

    @Test
    void what_cannot_be_is_told_without_a_stack_trace() throws Exception {
        assertThat(get("/datasets/p.gbm", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(get("/datasets?page=x").statusCode()).isEqualTo(400);
        assertThat(get("/datasets?sort=colour").body()).contains("relevance, title, subjects, modified");
        assertThat(get("/catalog.ttl?limit=0").statusCode()).isEqualTo(400);
        HttpResponse<String> refused = get("/datasets/..%2f..%2fetc%2fpasswd");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body())
                .contains("/docs/problems#bad-request", "\"status\":400")
                .doesNotContain("Jetty");
        assertThat(get("/static/..%5c..%5cx").statusCode()).isBetween(400, 404);
        HttpResponse<String> put = catalogue.send(catalogue
                .request("/datasets")
                .PUT(HttpRequest.BodyPublishers.ofString("x"))
                .build());
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.body()).doesNotContain("at org.");
    }

    @Test
    void hostile_values_are_shown_and_never_run() throws Exception {
        String page = get("/datasets/p.hostile", "Accept", "text/html").body();
        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("<b>x</b>")
                .doesNotContain("href=\"javascript:");
        assertThat(page).contains("&lt;/script&gt;");
        assertThat(get("/datasets?q=%3Cscript%3Ealert(1)%3C/script%3E", "Accept", "text/html")
                        .body())
                .doesNotContain("<script>alert");
    }

    @Test
    void links_lead_from_a_dataset_to_its_descriptions() throws Exception {
        assertThat(get("/datasets/p.gbm", "Accept", "text/html")
                        .headers()
                        .firstValue("link")
                        .orElse(""))
                .contains("rel=\"cite-as\"")
                .contains("</datasets/p.gbm.ttl>; rel=\"describedby\"; type=\"text/turtle\"");
    }

    @Test
    void health_says_that_store_and_index_agree() throws Exception {
        assertThat(get("/health/live").body()).contains("live");
        assertThat(get("/health/ready").body()).contains("\"status\":\"ready\"");
    }

    @Test
    void a_port_in_use_is_one_sentence() {
        assertThatThrownBy(() -> CatalogueServer.start("127.0.0.1", catalogue.port(), new Pages(), List.of()))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("Choose another with --port");
    }
}
