package org.pinakes.harvester.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Harmoniser;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Match;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pinakes harmonise}: raw values on stdin, one a line, to concepts. */
@Command(
        name = "harmonise",
        description = "Reads raw values from stdin, one a line, and prints raw, concept IRIs, how, confidence (TSV).",
        mixinStandardHelpOptions = true)
public final class HarmoniseCommand implements Callable<Integer> {
    private final DataFiles files;
    private final InputStream in;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FIELD", description = "condition, body-part, modality, ...")
    String field = "";

    @Option(names = "--language", paramLabel = "L", description = "of the values, for example de")
    @Nullable
    String language;

    public HarmoniseCommand(DataFiles files, InputStream in) {
        this.files = files;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        Harmoniser harmoniser = new Harmoniser(CodeLists.load(files), files);
        List<String> fields =
                harmoniser.fields().stream().map(Harmoniser.Field::name).toList();
        if (!fields.contains(field)) {
            throw new InputProblem("Unknown field '" + field + "'; allowed are " + String.join(", ", fields) + ".");
        }
        PrintWriter out = Output.out(spec);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String raw = lines.readLine(); raw != null; raw = lines.readLine()) {
                Match match = harmoniser.match(field, raw, Optional.ofNullable(language));
                out.printf(
                        Locale.ROOT,
                        "%s\t%s\t%s\t%.2f%n",
                        raw.replace('\t', ' '),
                        String.join(" ", match.concepts()),
                        match.how(),
                        match.confidence());
            }
        }
        out.flush();
        return 0;
    }
}
