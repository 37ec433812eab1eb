package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Terms;

/**
 * Holds our verdicts against TopBraid SHACL with the official files as they were published, on every twentieth of
 * the mutated records. The build unpacks TopBraid where the shared data are.
 */
class SecondJudgeTest {
    private static final Path TOPBRAID = SharedRecords.HOME.resolve("shapes/target/topbraid");
    private static final int EVERY = 20;

    private final DataFiles files = new DataFiles(SharedRecords.HOME);
    private final Judge judge = new Judge(files, Profiles.load(files), GraphMemFactory::empty);

    @TempDir
    private Path folder;

    @Test
    void topbraid_differs_from_us_only_where_the_list_says_why() throws IOException, InterruptedException {
        // The build unpacks TopBraid only where the official files lie beside the project.
        assumeTrue(SharedRecords.there() && Files.isDirectory(TOPBRAID));
        Map<String, Graph> records = new TreeMap<>();
        sample("record ", Mutations.of(SharedRecords.complete()), records);
        sample("example ", Mutations.of(SharedRecords.example()), records);
        Map<String, String> known = Differences.known();
        List<String> unknown = new ArrayList<>();
        for (String profile : List.of("dcat-ap-3", "healthdcat-ap-8-non-public")) {
            Map<String, List<OfficialShapes.Result>> theirs = topBraid(profile, records);
            int equal = 0;
            for (Map.Entry<String, Graph> record : records.entrySet()) {
                List<Finding> ours = violations(profile, record.getValue());
                List<OfficialShapes.Result> results = theirs.getOrDefault(record.getKey(), List.of());
                equal += ours.isEmpty() == results.isEmpty() ? 1 : 0;
                Differences.between(ours, results).stream()
                        .map(d -> Differences.family(profile) + "\t" + d)
                        .filter(d -> !known.containsKey(d))
                        .forEach(d -> unknown.add(d + "\t" + record.getKey()));
            }
            System.out.println(
                    profile + "\tTopBraid\t" + records.size() + " records judged\t" + equal + " verdicts equal");
        }

        assertThat(unknown).isEmpty();
    }

    private static void sample(String kind, Map<String, Graph> from, Map<String, Graph> to) {
        int i = 0;
        for (Map.Entry<String, Graph> e : new TreeMap<>(from).entrySet()) {
            if (i++ % EVERY == 0) {
                to.put(kind + e.getKey(), e.getValue());
            }
        }
    }

    /** Ours with blank nodes and paths as the other process can name them. */
    private List<Finding> violations(String profile, Graph graph) {
        return judge.judge(profile, graph).findings().stream()
                .filter(f -> f.severity() == Finding.Severity.VIOLATION)
                .map(f -> new Finding(
                        f.severity(),
                        f.rule(),
                        f.message(),
                        f.focus().map(SecondJudgeTest::blank),
                        f.path().map(p -> p.startsWith("http") ? p : "_:"),
                        f.value(),
                        f.place()))
                .toList();
    }

    private static String blank(String node) {
        return node.startsWith("_:") ? "_:" : node;
    }

    private Map<String, List<OfficialShapes.Result>> topBraid(String profile, Map<String, Graph> records)
            throws IOException, InterruptedException {
        List<String> names = List.copyOf(records.keySet());
        List<Graph> graphs = List.copyOf(records.values());
        Path data = folder.resolve("records.nq");
        DatasetGraph all = DatasetGraphFactory.create();
        for (int i = 0; i < names.size(); i++) {
            Node name = Terms.iri("urn:record:" + i);
            graphs.get(i).find().forEachRemaining(t -> all.add(name, t.getSubject(), t.getPredicate(), t.getObject()));
        }
        try (OutputStream out = Files.newOutputStream(data)) {
            RDFDataMgr.write(out, all, Lang.NQUADS);
        }
        Path codes = folder.resolve("codes.nt");
        try (OutputStream out = Files.newOutputStream(codes)) {
            RDFDataMgr.write(out, SharedRecords.codes(), Lang.NTRIPLES);
        }
        Map<String, List<OfficialShapes.Result>> found = new TreeMap<>();
        for (String line : run(profile, data, codes)) {
            String[] cells = line.split("\t", -1);
            String record = names.get(Integer.parseInt(cells[0].substring("urn:record:".length())));
            found.computeIfAbsent(record, k -> new ArrayList<>())
                    .add(new OfficialShapes.Result(
                            cells[1], cells[2], cells[3], cells[4], Boolean.parseBoolean(cells[5])));
        }
        return found;
    }

    private List<String> run(String profile, Path data, Path codes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                libraries(),
                SharedRecords.HOME
                        .resolve("shapes/src/test/topbraid/TopBraidJudge.java")
                        .toString(),
                data.toString(),
                codes.toString()));
        OfficialShapes.files(profile, SharedRecords.STANDARDS).forEach(f -> command.add(f.toString()));
        Path errors = folder.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(l -> l.startsWith("urn:record:"))
                .toList();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return lines;
    }

    private static String libraries() {
        List<Path> jars = Files.isDirectory(TOPBRAID) ? SharedRecords.below(TOPBRAID, Set.of("jar")) : List.of();
        assertThat(jars)
                .as("TopBraid, which the build unpacks into " + TOPBRAID)
                .isNotEmpty();
        return new TreeSet<>(jars)
                .stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
