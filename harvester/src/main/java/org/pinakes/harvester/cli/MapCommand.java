package org.pinakes.harvester.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.fetch.MediaTypes;
import org.pinakes.mappings.Mapping;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.InputProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pinakes map}: runs a mapping and prints what it makes. */
@Command(
        name = "map",
        description = {
            "Runs an RML mapping and prints the statements it makes, N-Quads by default.",
            "Exit code 0: all was mapped; 1: some values or rows could not be; 2: nothing came of it."
        },
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

    @Option(names = "--format", paramLabel = "nq|ttl|trig", description = "default: nq")
    MapOutput.Format format = MapOutput.Format.nq;

    @Option(
            names = "--base",
            paramLabel = "IRI",
            defaultValue = "http://example.com/",
            description = "put before relative IRIs where the mapping has no rml:baseIRI; default, as in RML's test"
                    + " cases: ${DEFAULT-VALUE}")
    String base = "";

    public MapCommand(DataFiles files) {
        this.files = files;
    }

    @Override
    public Integer call() throws IOException {
        if (explain && format != MapOutput.Format.nq) {
            throw new InputProblem("--explain writes comments between N-Quads; leave --format out.");
        }
        PrintWriter err = Output.err(spec);
        Path file = mappingFile();
        Mapping loaded = Mapping.load(file);
        MapOutput output = new MapOutput(Output.out(spec), err, format, explain);
        if (input == null) {
            loaded.runSources(Path.of(""), base, output);
        } else {
            loaded.run(document(input), base, output);
        }
        output.end();
        if (output.statements() > 0 || output.problems() == 0) {
            err.printf(
                    Locale.ROOT,
                    "%,d statement%s by %s; %d error%s%n",
                    output.statements(),
                    output.statements() == 1 ? "" : "s",
                    loaded.name(),
                    output.problems(),
                    output.problems() == 1 ? "" : "s");
        }
        return output.problems() == 0 ? 0 : output.statements() > 0 ? 1 : 2;
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
}
