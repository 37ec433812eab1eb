package org.pinakes.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sys.JenaSystem;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Verdict;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;

/**
 * Parses and judges one-dataset files. {@code prepare} writes the files, each with what the code lists say of the codes in it, so
 * that engines without our background judge the same; {@code run} judges them here. Run by {@code benchmarks/judging.sh}.
 */
public final class JudgingBenchmark {
    private JudgingBenchmark() {}

    public static void main(String[] args) throws Exception {
        JenaSystem.init();
        Path folder = Path.of(args[1]);
        if (args[0].equals("prepare")) {
            prepare(Path.of(args[3]), folder, args[2], Integer.parseInt(args[4]));
        } else {
            run(folder, args[2], Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        }
    }

    private static DataFiles files() {
        return new DataFiles(Path.of(System.getProperty("pinakes.home")));
    }

    /** One description, many files: in each another statement of the first 200 is left out. */
    private static void prepare(Path base, Path folder, String profile, int count) throws IOException {
        DataFiles files = files();
        Graph codes = GraphMemFactory.createDefaultGraph();
        CodeLists.load(files).graph().find().forEachRemaining(codes::add);
        for (Path file : files.below("ontology/vocabularies", ".ttl")) {
            RDFParser.source(file).parse(codes);
        }
        Files.createDirectories(folder.resolve("files"));
        Graph shapes = new Judge(files, Profiles.load(files), () -> codes).shapesGraph(profile);
        write(shapes, folder.resolve("shapes.ttl"));
        List<Triple> triples = new ArrayList<>(RDFParser.source(base)
                .base("https://example.org/record")
                .toGraph()
                .find()
                .toList());
        triples.removeIf(t -> t.getPredicate().getNameSpace().equals("http://www.w3.org/ns/shacl#")
                || t.getObject().toString().equals("http://www.w3.org/ns/shacl#ValidationReport"));
        triples.sort(Comparator.comparing(Triple::toString));
        for (int i = 0; i < count; i++) {
            Graph graph = GraphMemFactory.createDefaultGraph();
            for (int j = 0; j < triples.size(); j++) {
                if (j != i % Math.min(200, triples.size())) {
                    graph.add(triples.get(j));
                }
            }
            describe(graph, codes);
            write(graph, folder.resolve("files").resolve("%05d.ttl".formatted(i)));
        }
    }

    private static void describe(Graph graph, Graph codes) {
        for (Node node : graph.find().mapWith(Triple::getObject).toSet()) {
            codes.find(node, Node.ANY, Node.ANY).forEachRemaining(graph::add);
        }
        codes.find(Node.ANY, Node.ANY, Node.ANY)
                .filterKeep(t -> t.getPredicate().getURI().endsWith("#subClassOf"))
                .forEachRemaining(graph::add);
    }

    private static void write(Graph graph, Path file) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            RDFWriter.source(graph).format(RDFFormat.TURTLE_BLOCKS).output(out);
        }
    }

    private static void run(Path folder, String profile, int threads, int atLeast) throws Exception {
        DataFiles files = files();
        Judge judge = new Judge(files, Profiles.load(files), CodeLists.load(files)::graph);
        List<Path> inputs;
        try (Stream<Path> list = Files.list(folder.resolve("files"))) {
            inputs = list.sorted().toList();
        }
        List<String> results = List.of();
        List<Double> seconds = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long end = System.nanoTime() + atLeast * 1_000_000_000L;
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                results = round(judge, profile, inputs, pool);
                seconds.add((System.nanoTime() - start) / 1e9);
            }
        }
        Files.write(folder.resolve("pinakes-" + threads + ".results"), results);
        double best = Collections.min(seconds);
        System.out.printf(
                "pinakes, %d thread(s)\t%.3f s\t%.0f files/s\t%d violations%n",
                threads, best, inputs.size() / best, results.size());
    }

    private static List<String> round(Judge judge, String profile, List<Path> inputs, ExecutorService pool)
            throws InterruptedException, ExecutionException {
        List<Future<Set<String>>> futures = new ArrayList<>();
        for (Path input : inputs) {
            futures.add(pool.submit(() -> violations(judge, profile, input)));
        }
        List<String> all = new ArrayList<>();
        for (Future<Set<String>> future : futures) {
            all.addAll(future.get());
        }
        return all;
    }

    /** File, shape and focus of each violation; nodes without IRI have no name that engines share. */
    private static Set<String> violations(Judge judge, String profile, Path input) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        try (var in = Files.newInputStream(input)) {
            RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Verdict verdict = judge.judge(profile, graph);
        Set<String> told = new TreeSet<>();
        for (Finding f : verdict.findings()) {
            if (f.severity() == Finding.Severity.VIOLATION) {
                String focus = f.focus().filter(n -> !n.startsWith("_:")).orElse("_:");
                told.add(input.getFileName() + " " + f.detail().shape().orElse("_:") + " " + focus);
            }
        }
        return told;
    }
}
