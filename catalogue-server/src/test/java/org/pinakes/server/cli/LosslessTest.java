package org.pinakes.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
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
import org.pinakes.mappings.iris.IriTable;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Terms;
import org.pinakes.server.Main;
import picocli.CommandLine;

/**
 * Harvest, then canonical export: each triple of each real file is there, either as it was (carried) or as what the pass made
 * of it (mapped). The counts stand in {@code lossless.tsv}; {@code -Dgolden=write} writes it anew.
 */
final class LosslessTest {
    private static final Path HOME = Path.of(System.getProperty("pinakes.home"));
    private static final Iris IRIS = new Iris("http://127.0.0.1:8080/");
    private static final Node BLANK = NodeFactory.createURI("urn:x-blank:");

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
        DatasetGraph export = harvested(files);
        StringBuilder list =
                new StringBuilder("file\ttriples\tcarried\tnormalised\tidentifier\tharmonised\tnot published\n");
        List<String> lost = new ArrayList<>();
        int[] number = {0};
        files.forEach((name, path) -> {
            String provider = provider(number[0]++);
            Graph source = parsed(path, "https://pinakes.invalid/" + provider + "/" + path.getFileName());
            Ways ways = new Ways(provider, source, export);
            Map<String, Integer> counts = new HashMap<>();
            source.find().forEachRemaining(t -> {
                String way = ways.of(t);
                counts.merge(way, 1, Integer::sum);
                if (way.equals("lost")) {
                    lost.add(name + ": " + t);
                }
            });
            list.append(name).append('\t').append(source.size());
            for (String way : List.of("carried", "normalised", "identifier", "harmonised", "not published")) {
                list.append('\t').append(counts.getOrDefault(way, 0));
            }
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
        try (Stream<Path> paths = Files.walk(root())) {
            paths.filter(Files::isRegularFile)
                    .filter(p -> p.toString().matches(".*\\.(ttl|rdf|jsonld|nt|xml)"))
                    .filter(p -> {
                        String name = root().relativize(p).toString();
                        return name.startsWith("providers/dcat/")
                                || name.startsWith("standards/health-ri/")
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

    private DatasetGraph harvested(Map<String, Path> files) throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        int number = 0;
        for (Path path : files.values()) {
            String type = path.toString().endsWith(".xml") ? "    media-type: application/rdf+xml\n" : "";
            Files.writeString(
                    folder.resolve("providers/" + number + ".yaml"),
                    "id: " + provider(number++) + "\ntitle: T\nsources:\n  - kind: file\n    location: "
                            + path.toAbsolutePath().normalize() + "\n" + type);
        }
        String config = Files.writeString(folder.resolve("c.yaml"), "data: data\nproviders: providers\n")
                .toString();
        assertThat(run("harvest", "--config", config)).isNotNull();
        Path exported = Files.writeString(folder.resolve("all.nq"), run("export", "--config", config));
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

    /** Where a source's triples went. Blank nodes are compared as such: their labels change. */
    private static final class Ways {
        private final Set<Triple> there = new HashSet<>();
        private final Map<Node, Node> renamed = new HashMap<>();
        private final Set<Node> notations = new HashSet<>();
        private final Set<Node> unpublished = new HashSet<>();
        private final IriTable table = IriTable.load(HOME.resolve("mappings/iris.csv"));

        Ways(String provider, Graph source, DatasetGraph export) {
            export.stream()
                    .filter(q -> q.getGraph().getURI().startsWith(IRIS.base() + "datasets/" + provider + ".")
                            || q.getGraph().getURI().startsWith(IRIS.provider(provider) + "/"))
                    .forEach(q -> there.add(blind(q.asTriple())));
            there.stream()
                    .filter(t -> t.getPredicate().equals(Terms.NOTATION))
                    .forEach(t -> notations.add(t.getObject()));
            Set<Node> subjects = new HashSet<>();
            there.forEach(t -> subjects.add(t.getSubject()));
            source.find(Node.ANY, Terms.TYPE, Terms.DATASET).forEachRemaining(t -> {
                if (t.getSubject().isURI()) {
                    Node name = Terms.iri(IRIS.dataset(provider, t.getSubject().getURI()));
                    renamed.put(t.getSubject(), name);
                    if (!subjects.contains(name)) {
                        closure(source, t.getSubject());
                    }
                }
            });
        }

        private void closure(Graph source, Node node) {
            if (unpublished.add(node)) {
                source.find(node, Node.ANY, Node.ANY).forEachRemaining(t -> {
                    if (!t.getObject().isLiteral()) {
                        closure(source, t.getObject());
                    }
                });
            }
        }

        String of(Triple t) {
            if (there.contains(blind(renamed(t)))) {
                return "carried";
            }
            Graph one = GraphMemFactory.createDefaultGraph();
            one.add(t);
            Triple normalised = table.normalise(one).graph().find().next();
            if (!normalised.equals(t) && there.contains(blind(renamed(normalised)))) {
                return "normalised";
            }
            if (t.getPredicate().equals(Terms.IDENTIFIER) && notations.contains(literal(t.getObject()))) {
                return "identifier";
            }
            Node subject = renamed(t).getSubject();
            if (there.stream()
                    .anyMatch(o -> o.getSubject().equals(subject)
                            && o.getPredicate().getURI().startsWith(Terms.PIN)
                            && o.getObject().equals(t.getObject()))) {
                return "harmonised";
            }
            return unpublished.contains(t.getSubject()) ? "not published" : "lost";
        }

        private static Node literal(Node node) {
            return node.isURI() ? NodeFactory.createLiteralDT(node.getURI(), XSDDatatype.XSDanyURI) : node;
        }

        private Triple renamed(Triple t) {
            return Triple.create(
                    renamed.getOrDefault(t.getSubject(), t.getSubject()),
                    t.getPredicate(),
                    renamed.getOrDefault(t.getObject(), t.getObject()));
        }

        private static Triple blind(Triple t) {
            return Triple.create(
                    t.getSubject().isBlank() ? BLANK : t.getSubject(),
                    t.getPredicate(),
                    t.getObject().isBlank() ? BLANK : t.getObject());
        }
    }
}
