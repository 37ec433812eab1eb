package org.pinakes.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.harvester.report.Reports;
import org.pinakes.harvester.validate.Validation;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Iris;
import org.pinakes.server.config.Config;
import org.pinakes.server.datasets.DatasetSearch;
import org.pinakes.server.health.Health;
import org.pinakes.server.search.IndexDefinition;
import org.pinakes.server.search.LuceneIndex;
import org.pinakes.server.site.Later;
import org.pinakes.server.site.Site;
import org.pinakes.server.store.LoggedKnowledgeGraph;

/** The server listens before store and index are open: who asks whether it is ready is told so, who asks for a page waits. */
final class StartingTest {
    private static final DataFiles FILES = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private static final Iris IRIS = new Iris("http://127.0.0.1/");

    @TempDir
    Path data;

    private final CountDownLatch open = new CountDownLatch(1);

    private Site site() {
        Later<CodeLists> codes = new Later<>(() -> CodeLists.load(FILES));
        Later<IndexDefinition> definition =
                new Later<>(() -> IndexDefinition.read(FILES.home().resolve("queries/index.yaml")));
        Later<LoggedKnowledgeGraph> store =
                new Later<>(() -> LoggedKnowledgeGraph.open(data, IRIS, () -> Instant.parse("2026-01-01T00:00:00Z")));
        Later<LuceneIndex> index = new Later<>(() -> {
            open.await();
            LuceneIndex made = LuceneIndex.open(data.resolve("index"), definition, codes, id -> id, "1");
            made.catchUp(store.get());
            return made;
        });
        index.begin("test-index");
        Later<Validation> none = new Later<>(() -> {
            throw new IllegalStateException("not asked for here");
        });
        return new Site(
                IRIS,
                new Config.Publisher("T", "T.", "T", Optional.empty(), Optional.empty()),
                new Reports(data.resolve("harvests")),
                new Site.Parts(store, index, definition, codes, none, new Later<>(List::of)));
    }

    @Test
    void it_says_that_it_is_starting_and_answers_when_it_is_open() throws Exception {
        Site site = site();
        Pages pages = new Pages();
        try (CatalogueServer server = CatalogueServer.start(
                        "127.0.0.1", 0, pages, List.of(new Health(site), new DatasetSearch(site, pages)));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> early = client.send(to(server, "/health/ready"), HttpResponse.BodyHandlers.ofString());
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.body()).isEqualTo("{\"status\":\"starting\"}");
            CompletableFuture<HttpResponse<String>> page =
                    client.sendAsync(to(server, "/datasets"), HttpResponse.BodyHandlers.ofString());
            assertThatThrownBy(() -> page.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            open.countDown();
            assertThat(page.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            HttpResponse<String> ready = client.send(to(server, "/health/ready"), HttpResponse.BodyHandlers.ofString());
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).isEqualTo("{\"status\":\"ready\",\"store\":0,\"index\":0}");
            site.index().close();
        }
    }

    private static HttpRequest to(CatalogueServer server, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
    }
}
