package org.pinakes.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.NamedQuery;
import org.pinakes.queries.QueryLibrary;
import org.pinakes.server.http.TestCatalogue;

/** The endpoint's answers, and the abuse suite: each attack that works on an unguarded server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SparqlTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private final AtomicInteger canary = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private TestCatalogue catalogue;

    @SuppressWarnings("NullAway.Init")
    private HttpServer inside;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        catalogue = new TestCatalogue(data);
        inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", x -> {
            canary.incrementAndGet();
            x.sendResponseHeaders(200, -1);
            x.close();
        });
        inside.start();
    }

    @AfterAll
    void stop() {
        catalogue.close();
        inside.stop(0);
    }

    private HttpResponse<String> ask(String query, String... headers) {
        return assertTimeoutPreemptively(Duration.ofSeconds(40), () -> {
            String body = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            HttpRequest.Builder request = catalogue.request("/sparql", headers).header("Content-Type", FORM);
            return catalogue.send(
                    request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
        });
    }

    private void stillAnswers() {
        assertThat(ask("ASK {}").body()).contains("true");
    }

    @Test
    void answers_come_in_the_wanted_format() throws Exception {
        String select = "SELECT ?t { <http://127.0.0.1:8080/datasets/p.gbm> <http://purl.org/dc/terms/title> ?t }";
        for (Map.Entry<String, String> e : Map.of(
                        "application/sparql-results+json", "\"value\"",
                        "application/sparql-results+xml", "<sparql",
                        "text/csv", "t\r\nGlioblastoma MR",
                        "text/tab-separated-values", "?t\n\"Glioblastoma MR\"@en")
                .entrySet()) {
            HttpResponse<String> r = ask(select, "Accept", e.getKey());
            assertThat(r.statusCode()).as(e.getKey()).isEqualTo(200);
            assertThat(r.headers().firstValue("content-type").orElse("")).startsWith(e.getKey());
            assertThat(r.body()).contains(e.getValue());
        }
        String encoded = URLEncoder.encode(select, StandardCharsets.UTF_8);
        assertThat(catalogue.get("/sparql?format=csv&query=" + encoded).body()).startsWith("t\r\n");
        assertThat(catalogue.get("/sparql?query=" + encoded).body()).contains("\"bindings\"");
        assertThat(ask("CONSTRUCT WHERE { ?s <http://purl.org/dc/terms/title> ?t }", "Accept", "text/turtle")
                        .body())
                .contains("Glioblastoma MR");
        HttpRequest direct = catalogue
                .request("/sparql", "Content-Type", "application/sparql-query")
                .POST(HttpRequest.BodyPublishers.ofString(select))
                .build();
        assertThat(catalogue.send(direct).body()).contains("Glioblastoma MR");
    }

    @Test
    void browsers_get_the_page_and_rdf_clients_the_service_description() throws Exception {
        assertThat(catalogue.get("/sparql", "Accept", "text/html").body()).contains("<textarea");
        assertThat(catalogue.get("/sparql", "Accept", "text/turtle").body()).contains("SPARQL11Query");
        String query =
                URLEncoder.encode("SELECT ?s { ?s a <http://www.w3.org/ns/dcat#Dataset> }", StandardCharsets.UTF_8);
        assertThat(catalogue
                        .get("/sparql?query=" + query, "Accept", "text/html,*/*;q=0.8")
                        .body())
                .contains("<strong>7</strong> rows");
        HttpResponse<String> wrong = catalogue.get("/sparql?query=SELECT", "Accept", "text/html");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Line 1").contains("SELECT</textarea>");
    }

    @Test
    void every_public_query_runs() {
        QueryLibrary library = QueryLibrary.load(new DataFiles(Path.of(System.getProperty("pinakes.home"))), "public");
        assertThat(library.all()).hasSizeGreaterThanOrEqualTo(8);
        for (NamedQuery query : library.all()) {
            assertThat(ask(query.text()).statusCode()).as(query.name()).isEqualTo(200);
        }
    }

    @Test
    void a_query_that_is_none_is_told_with_line_and_column() {
        HttpResponse<String> r = ask("SELECT ?x\nWHERE { ?x ?p }");
        assertThat(r.statusCode()).isEqualTo(400);
        assertThat(r.body()).contains("Line 2, column");
    }

    @Test
    void service_is_refused_in_every_position_and_asks_nobody() {
        String service = "SERVICE <http://127.0.0.1:" + inside.getAddress().getPort() + "/> { ?a ?b ?c }";
        for (String query : List.of(
                "SELECT * { " + service + " }",
                "SELECT * { SERVICE SILENT <http://127.0.0.1:"
                        + inside.getAddress().getPort() + "/> { ?a ?b ?c } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { " + service + " } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { " + service + " } }",
                "SELECT * { ?s ?p ?o MINUS { " + service + " } }",
                "SELECT * { { SELECT * { " + service + " } } }",
                "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { " + service + " })",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } HAVING (EXISTS { " + service + " })",
                "SELECT (SUM(IF(EXISTS { " + service + " }, 1, 0)) AS ?n) { ?s ?p ?o }",
                "CONSTRUCT { ?a ?b ?c } WHERE { OPTIONAL { " + service + " } }")) {
            HttpResponse<String> r = ask(query);
            assertThat(r.statusCode()).as(query).isEqualTo(400);
            assertThat(r.body()).as(query).contains("SERVICE");
        }
        assertThat(canary).hasValue(0);
        stillAnswers();
    }

    @Test
    void foreign_functions_are_refused_in_every_position() {
        for (String function : List.of(
                "<java:java.lang.System.exit>(1)",
                "<http://jena.apache.org/ARQ/function#wait>(4000)",
                "<http://jena.apache.org/ARQ/function#now>()")) {
            for (String query : List.of(
                    "SELECT (" + function + " AS ?x) {}",
                    "SELECT * { ?s ?p ?o FILTER (" + function + ") }",
                    "SELECT * { ?s ?p ?o FILTER EXISTS { FILTER (" + function + ") } }",
                    "SELECT (COUNT(" + function + ") AS ?n) { ?s ?p ?o }",
                    "SELECT * { ?s ?p ?o } ORDER BY " + function)) {
                HttpResponse<String> r = ask(query);
                assertThat(r.body()).as(query).contains("is not allowed");
            }
        }
        assertThat(ask("SELECT * { ?s <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }")
                        .statusCode())
                .isEqualTo(200);
        stillAnswers();
    }

    @Test
    void regular_expressions_end_and_strings_stay_small() {
        String evil = "REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(.*a){12}b')";
        for (String query : List.of(
                "SELECT (" + evil + " AS ?x) {}",
                "SELECT * { ?s ?p ?o FILTER (" + evil + ") }",
                "SELECT * { ?s ?p ?o } ORDER BY " + evil)) {
            assertThat(ask(query).statusCode()).as(query).isEqualTo(503);
        }
        StringBuilder concat = new StringBuilder("SELECT (STRLEN(?x31) AS ?n) { BIND('aaaaaaaaaaaaaaaa' AS ?x0) ");
        for (int i = 0; i < 31; i++) {
            concat.append("BIND(CONCAT(?x")
                    .append(i)
                    .append(", ?x")
                    .append(i)
                    .append(") AS ?x")
                    .append(i + 1)
                    .append(") ");
        }
        assertThat(ask(concat + "}").body()).contains("longer than");
        assertThat(
                        ask("SELECT (REPLACE('abc', 'b', 'x') AS ?r) (CONCAT('a', 'b') AS ?c) (REGEX('ABC', 'b', 'i') AS ?m) {}")
                                .body())
                .contains("axc")
                .contains("\"ab\"")
                .contains("true");
        stillAnswers();
    }

    @Test
    void endless_queries_are_stopped() {
        String cross = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l";
        for (String query : List.of(
                "SELECT (COUNT(*) AS ?n) { " + cross + " }",
                "SELECT * { " + cross + " } ORDER BY ?c",
                "SELECT * { ?a (!<urn:x>|^!<urn:x>)* ?b . ?b (!<urn:x>|^!<urn:x>)* ?c . ?c (!<urn:y>)* ?d } ORDER BY ?d")) {
            assertThat(ask(query).statusCode()).as(query).isEqualTo(503);
        }
        stillAnswers();
    }

    @Test
    void what_is_too_large_or_too_deep_is_refused_at_once() throws Exception {
        assertThat(ask("SELECT * {} #" + "x".repeat(300_000)).statusCode()).isEqualTo(413);
        assertThat(ask("SELECT * " + "{".repeat(5_000) + "}".repeat(5_000)).statusCode())
                .isEqualTo(400);
        assertThat(ask("SELECT * { {} " + "UNION {} ".repeat(20_000) + "}").statusCode())
                .isEqualTo(400);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("query=ASK%20{}".getBytes(StandardCharsets.UTF_8));
        }
        HttpRequest zipped = catalogue
                .request("/sparql", "Content-Type", FORM, "Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
                .build();
        assertThat(catalogue.send(zipped).statusCode()).isEqualTo(415);
        stillAnswers();
    }

    @Test
    void there_is_no_update() throws Exception {
        for (String update : List.of("LOAD <file:///etc/passwd>", "INSERT DATA { <urn:a> <urn:b> 1 }", "DROP ALL")) {
            HttpRequest form = catalogue
                    .request("/sparql", "Content-Type", FORM)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "update=" + URLEncoder.encode(update, StandardCharsets.UTF_8)))
                    .build();
            assertThat(catalogue.send(form).statusCode()).isEqualTo(405);
            HttpRequest direct = catalogue
                    .request("/sparql", "Content-Type", "application/sparql-update")
                    .POST(HttpRequest.BodyPublishers.ofString(update))
                    .build();
            assertThat(catalogue.send(direct).statusCode()).isEqualTo(405);
            assertThat(ask(update).statusCode()).isEqualTo(400);
        }
        assertThat(ask("ASK { <urn:a> <urn:b> 1 }").body()).contains("false");
    }

    @Test
    void from_reads_no_file_and_no_address() throws Exception {
        String here = "http://127.0.0.1:" + inside.getAddress().getPort() + "/x";
        for (String from : List.of("file:///etc/passwd", here)) {
            assertThat(ask("SELECT * FROM <" + from + "> { ?s ?p ?o }").body()).doesNotContain("root:");
            String query = URLEncoder.encode("SELECT * { ?s ?p ?o }", StandardCharsets.UTF_8);
            String graph = URLEncoder.encode(from, StandardCharsets.UTF_8);
            assertThat(catalogue
                            .get("/sparql?query=" + query + "&default-graph-uri=" + graph)
                            .body())
                    .doesNotContain("root:");
        }
        assertThat(canary).hasValue(0);
    }
}
