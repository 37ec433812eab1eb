package org.pinakes.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Validation, verdict and shapes pages over real HTTP, with what people and attackers send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ValidateTest {
    private static final String DATASET =
            "<https://x.example/1> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title>"
                    + " \"<b>T</b>\" .";
    private TestCatalogue catalogue;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        catalogue = new TestCatalogue(data);
    }

    @AfterAll
    void stop() {
        catalogue.close();
    }

    private HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
        return catalogue.send(catalogue
                .request(path, headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    @Test
    void one_report_comes_as_page_json_table_and_shacl() throws Exception {
        String path = "/validate?profile=dcat-ap-3&profile=publication";
        HttpResponse<String> json = post(path, DATASET, "Content-Type", "text/turtle", "Accept", "application/json");
        JsonNode report = JsonMapper.shared().readTree(json.body());
        assertThat(report.path("conforms").asBoolean(true)).isFalse();
        assertThat(report.path("judgedAt").asString("")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(report.path("change").asLong(0)).isEqualTo(catalogueChange());
        assertThat(report.path("profiles").get(0).path("release").asString("")).isEqualTo("3.0.1");
        assertThat(report.path("records").size()).isEqualTo(2);
        assertThat(type(post(path, DATASET, "Content-Type", "text/turtle", "Accept", "text/csv")))
                .startsWith("text/csv");
        assertThat(post(path + "&format=ttl", DATASET, "Content-Type", "text/turtle")
                        .body())
                .contains("sh:ValidationReport");
        for (String syntax : new String[] {"jsonld", "rdf", "nt"}) {
            assertThat(post(path + "&format=" + syntax, DATASET, "Content-Type", "text/turtle")
                            .statusCode())
                    .isEqualTo(200);
        }
        String page = post(path, DATASET, "Content-Type", "text/turtle", "Accept", "text/html")
                .body();
        assertThat(page).contains("&lt;b&gt;T&lt;/b&gt;").doesNotContain("<b>T</b>");
    }

    private long catalogueChange() throws Exception {
        return JsonMapper.shared()
                .readTree(catalogue.get("/datasets.json").body())
                .path("change")
                .asLong();
    }

    @Test
    void a_form_with_text_or_a_file_is_judged_in_its_syntax() throws Exception {
        String boundary = "xyz";
        String form = part("profile", "publication") + part("text", DATASET) + part("format", "json") + "--xyz--\r\n";
        assertThat(post("/validate", form, "Content-Type", "multipart/form-data; boundary=" + boundary)
                        .body())
                .contains("\"rule\":\"identifier\"");
        String xml =
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#">
                <dcat:Dataset rdf:about="https://x.example/2"/></rdf:RDF>""";
        String file = part("profile", "publication") + part("format", "json")
                + "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../a.rdf\"\r\n\r\n" + xml
                + "\r\n--xyz--\r\n";
        assertThat(post("/validate", file, "Content-Type", "multipart/form-data; boundary=" + boundary)
                        .body())
                .contains("https://x.example/2", "\"document\":\"a.rdf\"");
        String pasted =
                "{\"@context\":{\"dcat\":\"http://www.w3.org/ns/dcat#\"},\"@id\":\"https://x.example/3\",\"@type\":\"dcat:Dataset\"}";
        assertThat(post("/validate?profile=publication&format=json", pasted).body())
                .contains("https://x.example/3");
    }

    private static String part(String name, String value) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void the_findings_speak_the_readers_language_or_english() throws Exception {
        HttpResponse<String> r = post(
                "/validate?profile=publication&format=json",
                DATASET,
                "Content-Type",
                "text/turtle",
                "Accept-Language",
                "de-AT,en;q=0.5");
        assertThat(r.body()).contains("\"language\":\"de\"");
        assertThat(r.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
    }

    @Test
    void what_cannot_be_judged_is_one_sentence() throws Exception {
        assertThat(post("/validate?profile=nix", DATASET, "Content-Type", "text/turtle", "Accept", "application/json")
                        .body())
                .contains("There is no profile 'nix'; there are:", "dcat-ap-3");
        assertThat(post("/validate", DATASET, "Content-Type", "text/turtle").body())
                .contains("Name 1 to 5 profiles");
        HttpResponse<String> broken = post(
                "/validate?profile=dcat-ap-3",
                "<a> <b> .",
                "Content-Type",
                "text/turtle",
                "Accept",
                "application/json");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("line 1, column 9", "Expected is");
        HttpResponse<String> page =
                post("/validate?profile=dcat-ap-3", "<a> <b> .", "Content-Type", "text/turtle", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("line 1, column 9", "<form");
        assertThat(post("/validate?profile=dcat-ap-3", "x", "Content-Type", "application/pdf")
                        .body())
                .contains("application/pdf", "text/turtle");
    }

    @Test
    void an_address_is_never_fetched_and_an_encoded_body_is_refused() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        canary.start();
        try {
            String url = "http://127.0.0.1:" + canary.getAddress().getPort() + "/x";
            assertThat(post("/validate?profile=dcat-ap-3&url=" + url, "", "Content-Type", "text/turtle")
                            .statusCode())
                    .isEqualTo(400);
            post(
                    "/validate?profile=dcat-ap-3",
                    "{\"@context\":\"" + url + "\",\"@id\":\"x:y\"}",
                    "Content-Type",
                    "application/ld+json");
            post(
                    "/validate?profile=dcat-ap-3",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + url + "\">]><rdf:RDF"
                            + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                            + " xmlns:d=\"http://d/\"><rdf:Description"
                            + " rdf:about=\"http://x/\"><d:t>&e;</d:t></rdf:Description></rdf:RDF>",
                    "Content-Type",
                    "application/rdf+xml");
            post(
                    "/validate?profile=dcat-ap-3",
                    "<x:y> <http://www.w3.org/2002/07/owl#imports> <" + url + "> .",
                    "Content-Type",
                    "text/turtle");
            assertThat(asked).hasValue(0);
        } finally {
            canary.stop(0);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(DATASET.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(post(
                                "/validate?profile=dcat-ap-3",
                                packed.toByteArray(),
                                "Content-Type",
                                "text/turtle",
                                "Content-Encoding",
                                "gzip")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void entities_of_the_disk_and_entity_bombs_give_nothing() throws Exception {
        String file = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
                + " \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e"
                + " \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]>";
        for (String head : new String[] {file, bomb}) {
            HttpResponse<String> r = post(
                    "/validate?profile=publication&format=json",
                    head + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                            + " xmlns:dct=\"http://purl.org/dc/terms/\"><rdf:Description"
                            + " rdf:about=\"http://x/\"><rdf:type"
                            + " rdf:resource=\"http://www.w3.org/ns/dcat#Dataset\"/><dct:title>&e;</dct:title>"
                            + "</rdf:Description></rdf:RDF>",
                    "Content-Type",
                    "application/rdf+xml");
            assertThat(r.body()).doesNotContain("root:");
            assertThat(r.statusCode()).isIn(200, 400);
            assertThat(r.body().length()).isLessThan(300_000);
        }
    }

    @Test
    void too_much_and_too_deep_get_an_answer() throws Exception {
        byte[] large = new byte[10_000_001];
        assertThat(post("/validate?profile=publication", large, "Content-Type", "text/turtle")
                        .statusCode())
                .isEqualTo(413);
        String many = "<x:a> <x:b> " + "1,".repeat(10) + numbers(600_000) + " .";
        HttpResponse<String> r = post(
                "/validate?profile=publication", many, "Content-Type", "text/turtle", "Accept", "application/json");
        assertThat(r.statusCode()).isEqualTo(400);
        assertThat(r.body()).contains("more than 500000 statements");
        for (String deep : new String[] {
            "<x:a> <x:b> " + "[ <x:b> ".repeat(100_000) + "1" + "]".repeat(100_000) + " .",
            "<x:a> <x:b> " + "( ".repeat(100_000) + ") ".repeat(100_000) + " ."
        }) {
            HttpResponse<String> answer = post(
                    "/validate?profile=publication", deep, "Content-Type", "text/turtle", "Accept", "application/json");
            assertThat(answer.statusCode()).isIn(200, 400);
            assertThat(answer.body()).doesNotContain("StackOverflow");
        }
        String json = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
        assertThat(post(
                                "/validate?profile=publication",
                                json,
                                "Content-Type",
                                "application/ld+json",
                                "Accept",
                                "application/json")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String numbers(int n) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.append(i).append(',');
        }
        return text.append('0').toString();
    }

    @Test
    void a_records_verdict_names_what_is_waived_and_until_when() throws Exception {
        JsonNode report = JsonMapper.shared()
                .readTree(catalogue
                        .get("/datasets/p.gbm/verdict?profile=publication&format=json")
                        .body());
        JsonNode record = report.path("records").get(0);
        assertThat(record.path("outcome").asString("")).isEqualTo("waived");
        assertThat(record.path("reason").asString("")).startsWith("The provider numbers");
        assertThat(record.path("findings").get(0).path("waived").path("until").asString(""))
                .isEqualTo("2026-03-01");
        String page = catalogue
                .get("/datasets/p.gbm/verdict?profile=publication", "Accept", "text/html")
                .body();
        assertThat(page).contains("Waived from 2025-11-01 until 2026-03-01");
        assertThat(catalogue.get("/datasets/p.nothing/verdict").statusCode()).isEqualTo(404);
        assertThat(catalogue
                        .get("/datasets/p.hostile/verdict?profile=dcat-ap-3", "Accept", "text/html")
                        .body())
                .doesNotContain("<script>alert");
        assertThat(catalogue
                        .get("/datasets?q=glioblastoma", "Accept", "text/html")
                        .body())
                .contains("class=\"badge conforms\" href=\"/datasets/p.gbm/verdict?profile=dcat-ap-3\"");
    }

    @Test
    void the_shapes_are_documented_from_their_files() throws Exception {
        assertThat(catalogue.get("/shapes", "Accept", "text/html").body()).contains("/shapes/dcat-ap-3");
        String page = catalogue.get("/shapes/dcat-ap-3", "Accept", "text/html").body();
        assertThat(page).contains("id=\"Dataset-title\"", "dataset.ttl", "A record that breaks it");
        assertThat(catalogue.get("/shapes/dcat-ap-3", "Accept", "text/turtle").body())
                .contains("sh:NodeShape");
        assertThat(catalogue.get("/shapes/dcat-ap-3.json").body()).contains("\"Dataset-title\"");
        assertThat(catalogue.get("/shapes/nix").body()).contains("There is no profile 'nix'; there are", "dcat-ap-3");
    }
}
