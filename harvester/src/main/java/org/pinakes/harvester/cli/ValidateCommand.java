package org.pinakes.harvester.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.fetch.MediaTypes;
import org.pinakes.harvester.lift.Splitter;
import org.pinakes.harvester.rdf.RdfReader;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Verdict;
import org.pinakes.queries.Views;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code pinakes validate}: judges the datasets of RDF files. Exit code 0: all pass; 1: one does not; 2: could not. */
@Command(
        name = "validate",
        description = "Judges every dcat:Dataset in RDF files by a profile.",
        mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Turtle, RDF/XML, JSON-LD or N-Triples")
    List<Path> inputs = List.of();

    @Option(names = "--profile", required = true, paramLabel = "NAME", description = "for example dcat-ap-3")
    String profile = "";

    @Option(names = "--format", paramLabel = "text|json|csv", defaultValue = "text", description = "default: text")
    String format = "text";

    public ValidateCommand(DataFiles files) {
        this.files = files;
    }

    @Override
    public Integer call() throws IOException {
        if (!List.of("text", "json", "csv").contains(format)) {
            throw new InputProblem("Unknown format '" + format + "'; allowed are text, json, csv.");
        }
        Profiles profiles = Profiles.load(files);
        if (profiles.named(profile).isEmpty()) {
            throw new InputProblem("There is no profile '" + profile + "'; there are "
                    + String.join(
                            ", ", profiles.all().stream().map(p -> p.name()).toList()) + ".");
        }
        Judge judge = new Judge(files, profiles, CodeLists.load(files).graph());
        Views views = Views.load(files);
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Path input : inputs) {
            datasets(input).forEach((node, graph) -> {
                String iri = node.toString();
                verdicts.put(iri, judge.judge(profile, views.view(profile, graph, iri), iri));
            });
        }
        print(Output.out(spec), verdicts);
        return verdicts.values().stream().allMatch(Verdict::passes) ? 0 : 1;
    }

    private Map<Node, Graph> datasets(Path input) throws IOException {
        if (!Files.isRegularFile(input)) {
            throw new InputProblem("There is no file " + input + " to judge.");
        }
        String type = MediaTypes.ofName(input.toString()).orElse("");
        if (!RdfReader.reads(type)) {
            throw new InputProblem(
                    input + ": not known as RDF by its name; allowed are .ttl, .rdf, .xml, .jsonld, .nt, .nq, .trig.");
        }
        Document document = new Document(
                input.toString(), type, Instant.EPOCH, "", Files.size(input), () -> Files.newInputStream(input));
        RdfReader.Read read = new RdfReader().read(document, input.toUri().toString());
        read.findings().forEach(f -> Output.err(spec).println(Output.line(f)));
        if (read.broken()) {
            throw new InputProblem(input + ": the file could not be read; the reason stands above.");
        }
        Map<Node, Graph> datasets = Splitter.split(read.graph()).datasets();
        if (datasets.isEmpty()) {
            throw new InputProblem(input + ": there is no dcat:Dataset in it to judge.");
        }
        return datasets;
    }

    private void print(PrintWriter out, Map<String, Verdict> verdicts) {
        switch (format) {
            case "json" ->
                out.println(JsonMapper.shared()
                        .writeValueAsString(verdicts.entrySet().stream()
                                .map(e -> Map.of(
                                        "dataset", e.getKey(),
                                        "profile", profile,
                                        "passes", e.getValue().passes(),
                                        "findings", e.getValue().findings()))
                                .toList()));
            case "csv" -> {
                out.println("dataset,severity,rule,path,value,message");
                verdicts.forEach((iri, v) -> v.findings().forEach(f -> out.println(csv(iri, f))));
            }
            default ->
                verdicts.forEach((iri, v) -> {
                    out.println(iri + ": " + (v.passes() ? "passes" : "fails") + " " + profile + " ("
                            + v.findings().size() + " findings)");
                    v.findings().forEach(f -> out.println("  " + Output.line(f)));
                });
        }
        out.flush();
    }

    private static String csv(String iri, Finding f) {
        List<String> cells = new ArrayList<>();
        for (String cell : List.of(
                iri,
                f.severity().toString(),
                f.rule(),
                f.path().orElse(""),
                f.value().orElse(""),
                f.message())) {
            cells.add('"' + cell.replace("\"", "\"\"") + '"');
        }
        return String.join(",", cells);
    }
}
