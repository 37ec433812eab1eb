package org.pinakes.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.harvester.Catalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One dataset that two providers describe: linked, shown as one with two origins, never merged. */
final class TwoOriginsTest {
    private static final String PREFIXES =
            "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>"
                    + " PREFIX adms: <http://www.w3.org/ns/adms#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
                    + " PREFIX eucaim: <https://cancerimage.eu/ontology/EUCAIM#> PREFIX pin: <https://w3id.org/pinakes/ns#>"
                    + " PREFIX health: <http://healthdataportal.eu/ns/health#> PREFIX prov: <http://www.w3.org/ns/prov#> ";
    private static final String A = TestCatalogue.IRIS.dataset("archive", "gbm-a");
    private static final String B = TestCatalogue.IRIS.dataset("mirror", "gbm-b");

    @SuppressWarnings("NullAway.Init")
    private TestCatalogue catalogue;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        catalogue = new TestCatalogue(data);
        catalogue.publish(List.of(archive("https://doi.org/10.7937/K9/TCIA.2015.588OZUZB")));
        catalogue.publish(List.of(mirror("doi:10.7937/k9/tcia.2015.588ozuzb", 1)));
    }

    @AfterEach
    void stop() {
        catalogue.close();
    }

    private static Catalogue.Entry archive(String identifier) {
        return entry(
                "archive",
                A,
                "dct:title 'Zebrafish archive'@en; eucaim:hasCondition eucaim:CLIN1000067;"
                        + " health:numberOfUniqueIndividuals 65",
                identifier,
                1);
    }

    private static Catalogue.Entry mirror(String identifier, int version) {
        return entry(
                "mirror",
                B,
                "dct:title 'Zebrafish mirror'@en; eucaim:hasCondition eucaim:CLIN1000067;"
                        + " eucaim:hasImageModality eucaim:IMG1000038; health:numberOfUniqueIndividuals 66",
                identifier,
                version);
    }

    private static Catalogue.Entry entry(String provider, String iri, String turtle, String identifier, int version) {
        return new Catalogue.Entry(
                iri,
                provider,
                iri + identifier + version,
                graph("<" + iri + "> a dcat:Dataset; dct:description 'D'@en; " + turtle
                        + "; adms:identifier [ skos:notation '" + identifier + "' ] ."),
                graph("<" + iri + "> pin:pointer [ pin:property dct:title; pin:field 'Name'; pin:position 'row 7';"
                        + " pin:rawValue ' Zebra fish'; pin:triplesMap '#Dataset' ] ."));
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    private JsonNode search(String query) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(catalogue.get("/datasets.json?" + query).body());
    }

    private boolean ask(String pattern) throws IOException, InterruptedException {
        String query = URLEncoder.encode(PREFIXES + "ASK { " + pattern + " }", StandardCharsets.UTF_8);
        return JsonMapper.shared()
                .readTree(catalogue
                        .get("/sparql?query=" + query, "Accept", "application/sparql-results+json")
                        .body())
                .path("boolean")
                .asBoolean();
    }

    private static List<String> providers(JsonNode hit) {
        List<String> providers = new ArrayList<>();
        hit.path("origins").forEach(o -> providers.add(o.path("provider").asString()));
        return providers;
    }

    private static long count(JsonNode answer, String facet, String value) {
        for (JsonNode f : answer.path("facets")) {
            for (JsonNode c : f.path("counts")) {
                if (f.path("name").asString().equals(facet)
                        && c.path("value").asString().equals(value)) {
                    return c.path("count").asLong();
                }
            }
        }
        return 0;
    }

    @Test
    void the_search_has_one_hit_with_both_providers_and_counts_it_once() throws Exception {
        JsonNode found = search("q=zebrafish");
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("hits")).hasSize(1);
        assertThat(providers(found.path("hits").get(0))).containsExactlyInAnyOrder("archive", "mirror");
        assertThat(count(found, "provider", "archive")).isEqualTo(1);
        assertThat(count(found, "provider", "mirror")).isEqualTo(1);
        assertThat(count(found, "condition", "https://cancerimage.eu/ontology/EUCAIM#CLIN1000067"))
                .isEqualTo(1);
        assertThat(search("q=mirror").path("total").asInt())
                .as("by the words of either")
                .isEqualTo(1);
        assertThat(search("provider=mirror").path("total").asInt()).isEqualTo(1);
        assertThat(catalogue.get("/datasets?q=zebrafish").body())
                .contains("Described by 2 providers")
                .contains("counts once")
                .contains("/datasets/archive.gbm-a", "/datasets/mirror.gbm-b");
    }

    @Test
    void each_page_shows_both_origins_and_leads_to_the_other_record() throws Exception {
        assertThat(catalogue.get("/datasets/archive.gbm-a").body())
                .contains("2 providers describe this dataset")
                .contains("<h1>Zebrafish archive</h1>")
                .contains("<a href=\"/datasets/mirror.gbm-b\">Zebrafish mirror</a>");
        assertThat(catalogue.get("/datasets/mirror.gbm-b").body())
                .contains("2 providers describe this dataset")
                .contains("<a href=\"/datasets/archive.gbm-a\">Zebrafish archive</a>");
    }

    @Test
    void the_records_are_linked_and_stay_two() throws Exception {
        assertThat(ask("<" + A + "> prov:alternateOf <" + B + "> . <" + B + "> prov:alternateOf <" + A + ">"))
                .isTrue();
        assertThat(ask("<" + A + "> <http://www.w3.org/2002/07/owl#sameAs> ?x")).isFalse();
        assertThat(ask("<" + A + "> health:numberOfUniqueIndividuals 66")).isFalse();
        assertThat(catalogue.get("/datasets/archive.gbm-a.nt").body())
                .contains("Zebrafish archive")
                .doesNotContain("Zebrafish mirror");
        assertThat(catalogue.get("/datasets.nt?q=zebrafish").body()).contains("Zebrafish archive", "Zebrafish mirror");
    }

    @Test
    void a_withdrawn_record_leaves_the_other_alone_and_a_restored_one_comes_back() throws Exception {
        String etag = catalogue
                .get("/datasets/mirror.gbm-b")
                .headers()
                .firstValue("etag")
                .orElseThrow();
        catalogue.withdraw(List.of(A));
        assertThat(ask("?x prov:alternateOf ?y")).isFalse();
        assertThat(providers(search("q=zebrafish").path("hits").get(0))).containsExactly("mirror");
        var page = catalogue.get("/datasets/mirror.gbm-b", "If-None-Match", etag);
        assertThat(page.statusCode())
                .as("the page is another, though its record is not")
                .isEqualTo(200);
        assertThat(page.body()).doesNotContain("providers describe this dataset");
        catalogue.publish(List.of(archive("https://doi.org/10.7937/K9/TCIA.2015.588OZUZB")));
        assertThat(providers(search("q=zebrafish").path("hits").get(0))).hasSize(2);
    }

    @Test
    void another_identifier_parts_them() throws Exception {
        catalogue.publish(List.of(mirror("https://doi.org/10.5281/zenodo.1", 2)));
        assertThat(ask("?x prov:alternateOf ?y")).isFalse();
        assertThat(search("q=zebrafish").path("total").asInt()).isEqualTo(2);
        catalogue.publish(List.of(mirror("http://dx.doi.org/10.7937/K9/TCIA.2015.588OZUZB", 3)));
        assertThat(search("q=zebrafish").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void an_identifier_that_a_provider_gives_twice_says_nothing_and_links_nothing() throws Exception {
        String second = TestCatalogue.IRIS.dataset("mirror", "gbm-c");
        catalogue.publish(
                List.of(entry("mirror", second, "dct:title 'Zebrafish third'@en", "10.7937/K9/TCIA.2015.588OZUZB", 1)));
        assertThat(ask("?x prov:alternateOf ?y")).isFalse();
        assertThat(search("q=zebrafish").path("total").asInt()).isEqualTo(3);
    }

    @Test
    void an_identifier_of_the_provider_alone_links_nothing() throws Exception {
        catalogue.publish(List.of(archive("1"), mirror("1", 9)));
        assertThat(ask("?x prov:alternateOf ?y")).isFalse();
    }

    @Test
    void the_page_says_from_which_cell_a_value_came() throws Exception {
        assertThat(catalogue.get("/datasets/archive.gbm-a").body())
                .contains("Where each value came from")
                .contains("row 7", "Zebra fish", "Name", "#Dataset");
    }
}
