package org.pinakes.harvester.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.fetch.MediaTypes;
import org.pinakes.harvester.validate.Incoming;
import org.pinakes.harvester.validate.Judgement;
import org.pinakes.harvester.validate.Report;
import org.pinakes.harvester.validate.ReportCsv;
import org.pinakes.harvester.validate.ReportGraph;
import org.pinakes.harvester.validate.ReportJson;
import org.pinakes.harvester.validate.ReportText;
import org.pinakes.harvester.validate.Validation;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.queries.Views;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code pinakes validate}: judges RDF files. Exit code 0: all conform; 1: one does not; 2: one could not be judged, the others
 * are told all the same.
 */
@Command(
        name = "validate",
        description = "Judges RDF files by one or more profiles and says what to mend.",
        mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("text", "json", "csv", "ttl");
    private static final long MOST_STATEMENTS = 10_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Turtle, RDF/XML, JSON-LD, N-Triples, TriG or N-Quads")
    List<Path> inputs = List.of();

    @Option(
            names = "--profile",
            required = true,
            split = ",",
            paramLabel = "NAME",
            description = "for example dcat-ap-3; several with commas or by giving the option again")
    List<String> profiles = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json|csv|ttl",
            defaultValue = "text",
            description = "default: text; ttl is a sh:ValidationReport")
    String format = "text";

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "of the findings: en, de, fr, es or it; default: en")
    String language = "en";

    @Option(names = "--view", description = "judge each dataset as the catalogue would serve it, not as it stands")
    boolean view;

    public ValidateCommand(DataFiles files) {
        this.files = files;
    }

    @Override
    public Integer call() throws IOException {
        if (!FORMATS.contains(format)) {
            throw new InputProblem("Unknown format '" + format + "'; allowed are " + String.join(", ", FORMATS) + ".");
        }
        Profiles known = Profiles.load(files);
        Judge judge = new Judge(files, known, CodeLists.load(files)::graph);
        Validation validation = new Validation(judge, known, Views.load(files), Clock.systemUTC());
        Validation.Asked asked = new Validation.Asked(validation.profiles(profiles), language, view, LONGEST);
        List<Judgement> judgements = new ArrayList<>();
        boolean unread = false;
        for (Path input : inputs) {
            try {
                judgements.addAll(validation.judge(incoming(input), MOST_STATEMENTS, asked));
            } catch (InputProblem e) {
                Output.err(spec).println("pinakes: " + e.getMessage());
                unread = true;
            }
        }
        Report report = validation.report(judgements, Optional.empty(), language);
        if (!judgements.isEmpty()) {
            print(Output.out(spec), report);
        }
        return unread ? 2 : report.conforms() ? 0 : 1;
    }

    private static Incoming incoming(Path input) {
        if (!Files.isRegularFile(input)) {
            throw new InputProblem("There is no file " + input + " to judge.");
        }
        return new Incoming(input.toString(), MediaTypes.ofName(input.toString()), () -> Files.newInputStream(input));
    }

    private void print(PrintWriter out, Report report) throws IOException {
        switch (format) {
            case "json" -> out.println(ReportJson.of(report));
            case "csv" -> out.print(ReportCsv.of(report));
            case "ttl" -> {
                try (OutputStream bytes = Output.stream(out)) {
                    RDFWriter.source(ReportGraph.of(report))
                            .format(RDFFormat.TURTLE_PRETTY)
                            .output(bytes);
                }
            }
            default -> new ReportText(report, out).print();
        }
        out.flush();
    }
}
