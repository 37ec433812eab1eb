package org.pinakes.harvester.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.fetch.MediaTypes;
import org.pinakes.mappings.Mapping;
import org.pinakes.mappings.Statements;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.SourcePointer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pinakes map}: runs a mapping and prints what it makes. */
@Command(
        name = "map",
        description = "Runs an RML mapping and prints the statements it makes, N-Quads by default.",
        mixinStandardHelpOptions = true)
public final class MapCommand implements Callable<Integer> {
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "NAME|FILE",
            description = "a file under mappings/, or any file")
    String mapping = "";

    @Parameters(
            arity = "0..1",
            paramLabel = "INPUT",
            description = "the document; else the sources that the mapping names")
    @Nullable
    Path input;

    @Option(names = "--explain", description = "print under each statement the cell that it came from")
    boolean explain;

    @Option(names = "--format", paramLabel = "nq|ttl|trig", defaultValue = "nq", description = "default: nq")
    String format = "nq";

    @Option(
            names = "--base",
            paramLabel = "IRI",
            defaultValue = "https://pinakes.invalid/",
            description = "for relative IRIs")
    String base = "";

    public MapCommand(DataFiles files) {
        this.files = files;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Output.out(spec);
        Path file = mappingFile();
        Mapping loaded = Mapping.load(file);
        Collected collected = new Collected();
        if (input == null) {
            Path folder = file.toAbsolutePath().getParent();
            loaded.runSources(folder == null ? Path.of(".") : folder, base, collected);
        } else {
            loaded.run(document(input), base, collected);
        }
        write(out, collected);
        collected.findings.forEach(f -> Output.err(spec).println(Output.line(f)));
        out.flush();
        boolean failed = collected.findings.stream().anyMatch(f -> f.severity() == Finding.Severity.VIOLATION);
        return failed ? 1 : 0;
    }

    private Path mappingFile() {
        for (Path candidate : List.of(
                Path.of(mapping),
                files.home().resolve("mappings").resolve(mapping),
                files.home().resolve("mappings").resolve(mapping + ".rml.ttl"))) {
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
        }
        throw new InputProblem("There is no mapping '" + mapping + "': neither a file of that path nor one under "
                + files.home().resolve("mappings") + ".");
    }

    private static Document document(Path input) throws IOException {
        if (!Files.isRegularFile(input)) {
            throw new InputProblem("There is no file " + input + " to map.");
        }
        String type = MediaTypes.ofName(input.toString()).orElse("application/octet-stream");
        return new Document(
                input.toString(), type, Instant.EPOCH, "", Files.size(input), () -> Files.newInputStream(input));
    }

    private void write(PrintWriter out, Collected collected) {
        if (explain) {
            for (int i = 0; i < collected.quads.size(); i++) {
                out.println(line(collected.quads.get(i)));
                SourcePointer p = collected.pointers.get(i);
                if (p != null) {
                    out.println("#   from " + p.place() + ": '" + p.raw() + "' by " + p.triplesMap());
                }
            }
            return;
        }
        switch (format) {
            case "nq" -> collected.quads.forEach(q -> out.println(line(q)));
            case "ttl", "trig" -> {
                DatasetGraph dataset = DatasetGraphFactory.create();
                collected.quads.forEach(dataset::add);
                if (format.equals("ttl")) {
                    RDFDataMgr.write(Output.stream(out), dataset.getDefaultGraph(), Lang.TURTLE);
                } else {
                    RDFDataMgr.write(Output.stream(out), dataset, Lang.TRIG);
                }
            }
            default -> throw new InputProblem("Unknown format '" + format + "'; allowed are nq, ttl, trig.");
        }
    }

    private static String line(Quad q) {
        String graph = q.isDefaultGraph() ? "" : NodeFmtLib.strNT(q.getGraph()) + " ";
        return NodeFmtLib.strNT(q.getSubject()) + " " + NodeFmtLib.strNT(q.getPredicate()) + " "
                + NodeFmtLib.strNT(q.getObject()) + " " + graph + ".";
    }

    private static final class Collected implements Statements {
        private final List<Quad> quads = new ArrayList<>();
        private final List<@Nullable SourcePointer> pointers = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        @Override
        public void statement(Quad quad, @Nullable SourcePointer pointer) {
            quads.add(quad);
            pointers.add(pointer);
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }
    }
}
