package org.pinakes.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.harvester.pass.Harvest;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.config.Config;
import tools.jackson.databind.json.JsonMapper;

/** A table in Spanish on its whole way: harvested by a mapping, found by words of other languages, asked for by its addresses. */
final class HarvestedAndServedTest {
    private static final String TABLE =
            """
            identifier,title,doi,cancer_type,body_site,modality,subjects,species,access,licence,landing_page,modified,publisher,facts_from
            es-1,Estudio retrospectivo,,Glioblastoma multiforme,Cerebro,Resonancia magnética,120,Humano,Público,CC BY 4.0,https://h.example.es/1,,Hospital,hoja
            """;

    @TempDir
    Path folder;

    private Config config(DataFiles files) throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        Files.writeString(folder.resolve("t.csv"), TABLE);
        Files.writeString(
                folder.resolve("providers/es.yaml"),
                "id: es\ntitle: Hospital\nsources:\n  - kind: file\n    location: " + folder.resolve("t.csv")
                        + "\n    mapping: collections.rml.ttl\n");
        Path file = Files.writeString(folder.resolve("c.yaml"), "data: data\nproviders: providers\n");
        return Config.read(file, files.home())
                .with(Optional.empty(), Optional.empty(), Optional.of(0), Optional.empty());
    }

    @Test
    void words_of_other_languages_find_it_and_its_publisher_has_an_address() throws Exception {
        DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
        try (Workspace workspace = Workspace.open(files, config(files))) {
            PrintWriter nowhere = new PrintWriter(new StringWriter());
            Harvesting.run(workspace, workspace.providers(), new Harvest.Options(false, false, false), nowhere);
            try (Server server = Server.start(workspace);
                    HttpClient client = HttpClient.newHttpClient()) {
                String address = server.address("127.0.0.1");
                for (String words : List.of("brain tumour", "glioma", "Hirntumor", "tumor cerebral", "guz mózgu")) {
                    String found = get(
                                    client,
                                    address + "/datasets.json?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                            .body();
                    assertThat(JsonMapper.shared().readTree(found).path("total").asInt())
                            .as(words)
                            .isEqualTo(1);
                }
                String record = get(client, address + "/datasets/es.es-1.nt").body();
                assertThat(record).contains("\"Cerebro\"").doesNotContain("pinakes.invalid");
                Matcher publisher = Pattern.compile("publisher> <http://[^/]+(/providers/es/[^>]+)>")
                        .matcher(record);
                assertThat(publisher.find()).isTrue();
                HttpResponse<String> said = get(client, address + publisher.group(1));
                assertThat(said.statusCode()).isEqualTo(200);
                assertThat(said.body()).contains("\"Hospital\"");
                assertThat(get(client, address + "/providers/es/nothing/here").statusCode())
                        .isEqualTo(404);
            }
        }
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
