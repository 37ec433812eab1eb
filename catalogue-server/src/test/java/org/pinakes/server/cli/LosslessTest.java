package org.pinakes.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.Main;
import picocli.CommandLine;

/**
 * Harvest, then canonical export with provenance: each triple of each real file is there, as it was (carried), or as what the
 * pass made of it (normalised, migrated, harmonised; the provenance says what it was), or in a record that the gate refused
 * (quarantined). The counts stand in {@code lossless.tsv}; {@code -Dgolden=write} writes it anew.
 */
final class LosslessTest {
    private static final Path HOME = Path.of(System.getProperty("pinakes.home"));
    private static final List<String> WAYS =
            List.of("carried", "normalised", "migrated", "identifier", "harmonised", "quarantined");

    @TempDir
    Path folder;

    static boolean shared() {
        return Files.isDirectory(root().resolve("providers/dcat"));
    }

    private static Path root() {
        return Optional.ofNullable(System.getenv("PINAKES_SHARED"))
                .map(Path::of)
                .orElse(HOME.resolve("../shared"));
    }

    @Test
    @EnabledIf("shared")
    void every_triple_of_every_real_file_is_carried_or_mapped() throws IOException {
        Map<String, Path> files = files();
        assertThat(files).hasSizeGreaterThan(40);
        harvest(files);
        DatasetGraph published = export();
        DatasetGraph all = export("--quarantined");
        StringBuilder list = new StringBuilder("file\ttriples\t" + String.join("\t", WAYS) + "\n");
        List<String> lost = new ArrayList<>();
        int[] number = {0};
        files.forEach((name, path) -> {
            String provider = provider(number[0]++);
            Graph source = parsed(path, "http://127.0.0.1:8080/providers/" + provider + "/" + path.getFileName());
            Map<Triple, String> ways = new Ways(provider, source, published).all();
            Map<Triple, String> refused = new Ways(provider, source, all).all();
            Map<String, Integer> counts = new HashMap<>();
            ways.forEach((t, way) -> {
                String found = !way.equals(Ways.LOST) ? way : Ways.LOST.equals(refused.get(t)) ? way : "quarantined";
                counts.merge(found, 1, Integer::sum);
                if (found.equals(Ways.LOST)) {
                    lost.add(name + ": " + t);
                }
            });
            list.append(name).append('\t').append(source.size());
            WAYS.forEach(way -> list.append('\t').append(counts.getOrDefault(way, 0)));
            list.append('\n');
        });
        assertThat(lost).isEmpty();
        Path golden = HOME.resolve("catalogue-server/src/test/resources/lossless.tsv");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, list);
        }
        assertThat(list.toString()).isEqualTo(Files.readString(golden));
    }

    private static String provider(int number) {
        return "f" + number;
    }

    private static Map<String, Path> files() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root(), FileVisitOption.FOLLOW_LINKS)) {
            paths.filter(Files::isRegularFile)
                    .filter(p -> p.toString().matches(".*\\.(ttl|rdf|jsonld|nt|xml)"))
                    .filter(p -> {
                        String name = root().relativize(p).toString();
                        return name.startsWith("providers/dcat/")
                                || name.startsWith("standards/health-ri/")
                                || name.startsWith("standards/healthdcat-ap-de/")
                                || name.endsWith("/healthDCATAP_RDF_template.ttl")
                                || name.matches("standards/.*/examples/.*");
                    })
                    .filter(p -> !parsed(p, "https://pinakes.invalid/").isEmpty())
                    .forEach(p -> files.put(root().relativize(p).toString(), p));
        }
        return files;
    }

    /** Empty if the file does not parse. */
    private static Graph parsed(Path path, String base) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        try {
            RDFParser.source(path)
                    .base(base)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
            return graph;
        } catch (RiotException e) {
            return GraphMemFactory.createDefaultGraph();
        }
    }

    private void harvest(Map<String, Path> files) throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        int number = 0;
        for (Path path : files.values()) {
            String type = path.toString().endsWith(".xml") ? "    media-type: application/rdf+xml\n" : "";
            Files.writeString(
                    folder.resolve("providers/" + number + ".yaml"),
                    "id: " + provider(number++) + "\ntitle: T\nsources:\n  - kind: file\n    location: "
                            + path.toAbsolutePath().normalize() + "\n" + type);
        }
        Files.writeString(folder.resolve("c.yaml"), "data: data\nproviders: providers\n");
        run("harvest", "--config", folder.resolve("c.yaml").toString());
    }

    /** With provenance, where what was changed keeps what it was. */
    private DatasetGraph export(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "export", "--provenance", "--config", folder.resolve("c.yaml").toString()));
        args.addAll(List.of(more));
        Path exported = Files.writeString(folder.resolve("all.nq"), run(args.toArray(String[]::new)));
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFDataMgr.read(dataset, exported.toUri().toString());
        return dataset;
    }

    private static String run(String... args) {
        CommandLine line = Main.commandLine(new DataFiles(HOME));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        assertThat(line.execute(args)).as(err.toString()).isZero();
        return out.toString();
    }
}
