package org.pinakes.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.Main;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records keep their names, and what is changed in them keeps what it was: whole harvests, seen from outside. */
final class IdentityTest {
    private static final Path HOME = Path.of(System.getProperty("pinakes.home"));
    private static final String PREFIXES =
            """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            """;

    @TempDir
    Path folder;

    private static String run(String... args) {
        CommandLine line = Main.commandLine(new DataFiles(HOME));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        assertThat(line.execute(args)).as(err.toString()).isLessThan(2);
        return out.toString();
    }

    private String config() throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        return Files.writeString(folder.resolve("c.yaml"), "data: data\nproviders: providers\n")
                .toString();
    }

    private void provider(String id, String location, String more) throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        Files.writeString(
                folder.resolve("providers/" + id + ".yaml"),
                "id: " + id + "\ntitle: " + id + "\nwithdraw-at-most: 1\n" + more
                        + "sources:\n  - kind: file\n    location: " + folder.resolve(location) + "\n");
    }

    private JsonNode harvest(String provider) throws IOException {
        return JsonMapper.shared()
                .readTree(run("harvest", "--json", "--config", config(), provider))
                .get(0);
    }

    private static int changes(JsonNode report, String kind) {
        return report.path("changes").path(kind).asInt();
    }

    private Graph export() throws IOException {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(run("export", "--provenance", "--format", "nt", "--config", config()), Lang.NTRIPLES)
                .parse(graph);
        return graph;
    }

    private static boolean ask(Graph graph, String pattern) {
        String query = "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/>"
                + " PREFIX pin: <https://w3id.org/pinakes/ns#> PREFIX spdx: <http://spdx.org/rdf/terms#>"
                + " PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>"
                + " PREFIX health: <http://healthdataportal.eu/ns/health#>"
                + " PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
                + " PREFIX eucaim: <https://cancerimage.eu/ontology/EUCAIM#>"
                + " PREFIX adms: <http://www.w3.org/ns/adms#> ASK { " + pattern + " }";
        try (QueryExec exec = QueryExec.graph(graph).query(query).build()) {
            return exec.ask();
        }
    }

    private static String dataset(String more) {
        return PREFIXES + "<https://h.example/ds/1> a dcat:Dataset ; dct:title \"T\"@en ; dct:description \"D\"@en"
                + more + " .\n";
    }

    @Test
    void a_record_that_moves_to_another_catalogue_of_its_provider_keeps_its_iri() throws IOException {
        Path data = Files.createDirectories(folder.resolve("d"));
        provider("h", "d", "");
        Files.writeString(data.resolve("a.ttl"), dataset("") + "<https://h.example/c/1> a dcat:Catalog .\n");
        Files.writeString(data.resolve("b.ttl"), PREFIXES + "<https://h.example/c/2> a dcat:Catalog .\n");
        assertThat(changes(harvest("h"), "created")).isEqualTo(1);
        Files.writeString(data.resolve("a.ttl"), PREFIXES + "<https://h.example/c/1> a dcat:Catalog .\n");
        Files.writeString(data.resolve("b.ttl"), dataset("") + "<https://h.example/c/2> a dcat:Catalog .\n");
        JsonNode report = harvest("h");
        assertThat(changes(report, "moved")).isEqualTo(1);
        assertThat(changes(report, "created") + changes(report, "withdrawn")).isZero();
    }

    @Test
    void another_publisher_is_another_version_of_the_same_record() throws IOException {
        provider("h", "a.ttl", "");
        Files.writeString(folder.resolve("a.ttl"), dataset(" ; dct:publisher <https://p.example/one>"));
        harvest("h");
        Files.writeString(folder.resolve("a.ttl"), dataset(" ; dct:publisher <https://p.example/two>"));
        JsonNode report = harvest("h");
        assertThat(changes(report, "updated")).isEqualTo(1);
        assertThat(changes(report, "created") + changes(report, "withdrawn")).isZero();
    }

    @Test
    void a_record_that_another_provider_takes_over_keeps_its_iri_and_is_not_torn_back() throws IOException {
        Files.writeString(folder.resolve("a.ttl"), dataset(""));
        provider("old", "a.ttl", "");
        assertThat(changes(harvest("old"), "created")).isEqualTo(1);
        provider("new", "a.ttl", "former:\n  providers: [old]\n");
        JsonNode taken = harvest("new");
        assertThat(changes(taken, "moved")).isEqualTo(1);
        assertThat(changes(taken, "created")).isZero();
        Graph graph = export();
        assertThat(ask(graph, "?d a dcat:Dataset ; pin:provider 'new' FILTER (CONTAINS(STR(?d), '/datasets/old.'))"))
                .isTrue();
        Files.writeString(folder.resolve("a.ttl"), dataset(" ; dct:language <https://l.example/x>"));
        JsonNode old = harvest("old");
        assertThat(old.toString()).contains("identify/taken-over");
        assertThat(changes(old, "updated") + changes(old, "moved") + changes(old, "withdrawn"))
                .isZero();
    }

    @Test
    void a_record_that_was_renumbered_keeps_its_iri() throws IOException {
        Files.writeString(folder.resolve("a.ttl"), dataset(""));
        provider("h", "a.ttl", "");
        harvest("h");
        Files.writeString(
                folder.resolve("a.ttl"), dataset("").replace("https://h.example/ds/1", "https://new.example/7"));
        provider("h", "a.ttl", "former:\n  ids:\n    https://new.example/7: https://h.example/ds/1\n");
        JsonNode report = harvest("h");
        assertThat(changes(report, "updated")).isEqualTo(1);
        assertThat(changes(report, "created") + changes(report, "withdrawn")).isZero();
    }

    @Test
    void a_record_of_an_older_profile_is_migrated_and_says_what_it_was() throws IOException {
        Files.writeString(
                folder.resolve("a.ttl"),
                "@prefix h: <https://w3id.org/healthdcat-ap#> . @prefix adms: <http://www.w3.org/ns/adms#> ."
                        + " @prefix spdx: <http://spdx.org/rdf/terms#> .\n"
                        + dataset(" ; adms:interoperabilityLevel <https://cancerimage.eu/ontology/EUCAIM#SPEC1000011> ;"
                                + " h:numberOfRecords 12 ; h:healthTheme <http://www.wikidata.org/entity/Q12078> ;"
                                + " dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://h.example/n> ;"
                                + " spdx:checksumValue \"00ff\" ]"));
        provider("h", "a.ttl", "");
        JsonNode report = harvest("h");
        assertThat(report.toString()).contains("migrate/healthdcat-ap-draft/60-health-theme-unknown");
        Graph graph = export();
        assertThat(ask(graph, "?d eucaim:interoperabilityLevel eucaim:SPEC1000011 ; health:numberOfRecords 12"))
                .isTrue();
        assertThat(ask(graph, "?d dcat:distribution/spdx:checksum/spdx:checksumValue ?v"))
                .isTrue();
        assertThat(ask(graph, "?d health:healthTheme <http://www.wikidata.org/entity/Q12078>"))
                .isTrue();
        assertThat(ask(
                        graph,
                        "?d a dcat:Dataset ; pin:migrated [ pin:rule 'eucaim-dcat-ap-1/10-tier' ; rdf:subject ?d ;"
                                + " rdf:predicate adms:interoperabilityLevel ; rdf:object eucaim:SPEC1000011 ]"))
                .isTrue();
        assertThat(ask(
                        graph,
                        "?d dcat:distribution ?x ; pin:migrated [ pin:rule 'eucaim-dcat-ap-1/20-checksum' ;"
                                + " rdf:subject ?x ; rdf:predicate spdx:checksumValue ; rdf:object '00ff' ]"))
                .as("the blank node of the provenance is the record's")
                .isTrue();
        assertThat(ask(
                        graph,
                        "?d pin:replaced [ pin:was <https://w3id.org/healthdcat-ap#numberOfRecords> ;"
                                + " pin:is health:numberOfRecords ]"))
                .isTrue();
        assertThat(changes(harvest("h"), "unchanged")).isEqualTo(1);
    }

    @Test
    void a_record_that_the_gate_refuses_is_kept_and_leaves_when_it_is_mended() throws IOException {
        Files.writeString(
                folder.resolve("a.ttl"),
                PREFIXES + "<https://h.example/ds/1> a dcat:Dataset ; dct:language <https://l.example/x> .\n");
        provider("h", "a.ttl", "");
        assertThat(changes(harvest("h"), "quarantined")).isEqualTo(1);
        assertThat(run("export", "--config", config())).doesNotContain("l.example");
        assertThat(run("export", "--quarantined", "--config", config())).contains("<https://l.example/x>");
        Files.writeString(folder.resolve("a.ttl"), dataset(" ; dct:language <https://l.example/x>"));
        harvest("h");
        assertThat(folder.resolve("data/quarantine/h.nq")).doesNotExist();
    }

    @Test
    void each_value_of_a_mapped_record_says_its_cell_and_rule() throws IOException {
        Files.copy(HOME.resolve("harvester/demo/collections/challenges.csv"), folder.resolve("challenges.csv"));
        Files.createDirectories(folder.resolve("providers"));
        Files.writeString(
                folder.resolve("providers/ch.yaml"),
                "id: ch\ntitle: C\nsources:\n  - kind: file\n    location: " + folder.resolve("challenges.csv")
                        + "\n    mapping: collections.rml.ttl\n");
        harvest("ch");
        Graph graph = export();
        assertThat(ask(
                        graph,
                        "?d dct:title ?t ; pin:pointer [ pin:property dct:title ; pin:field 'title' ; pin:rawValue ?raw ;"
                                + " pin:position ?row ; pin:triplesMap ?map ; pin:document/dct:identifier ?file ]"
                                + " FILTER (STR(?t) = ?raw && STRSTARTS(?row, 'row ') && ?map = 'Dataset' &&"
                                + " CONTAINS(?file, 'challenges.csv'))"))
                .isTrue();
        assertThat(
                        ask(
                                graph,
                                "?d dct:publisher ?p ; pin:pointer [ rdf:subject ?p ; pin:field 'publisher' ; pin:rawValue ?raw ]"))
                .as("of nodes behind the dataset too")
                .isTrue();
        assertThat(ask(
                        graph,
                        "?d dcat:theme ?t ; pin:pointer ?p . ?p pin:property dcat:theme ; pin:field 'identifier'"))
                .as("what the mapping itself states leads to the cell that names the row")
                .isTrue();
    }
}
