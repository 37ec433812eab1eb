package org.pinakes.harvester.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.harmonise.Harmoniser;
import org.pinakes.ontology.harmonise.Match;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code pinakes harmonise}: raw values on stdin, one a line, to concepts. One line out for each line in, without a header;
 * the bytes of the raw value stay as they are, whatever their encoding, except that a tab becomes a blank.
 */
@Command(
        name = "harmonise",
        description = "Reads raw values from stdin, one a line, and prints raw, concept IRIs, how, confidence (TSV).",
        mixinStandardHelpOptions = true)
public final class HarmoniseCommand implements Callable<Integer> {
    private final DataFiles files;
    private final InputStream in;
    private final OutputStream out;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FIELD", description = "condition, body-part, modality, ...")
    String field = "";

    @Option(names = "--language", paramLabel = "L", description = "of the values, for example de")
    @Nullable
    String language;

    public HarmoniseCommand(DataFiles files, InputStream in, OutputStream out) {
        this.files = files;
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Harmoniser harmoniser = Harmoniser.of(CodeLists.load(files), files, field);
        Optional<String> spoken = Optional.ofNullable(language).map(l -> l.toLowerCase(Locale.ROOT));
        BufferedOutputStream lines = new BufferedOutputStream(out);
        BufferedInputStream values = new BufferedInputStream(in);
        PrintWriter err = Output.err(spec);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 0;
        for (int b = values.read(); b >= 0 || line.size() > 0; b = values.read()) {
            if (b >= 0 && b != '\n') {
                line.write(b == '\t' ? ' ' : b);
                continue;
            }
            number++;
            Match match = harmoniser.match(field, line.toString(StandardCharsets.UTF_8), spoken);
            write(lines, line.toByteArray(), match);
            if (!match.note().isEmpty()) {
                err.println("line " + number + ": " + match.raw().strip() + ": " + match.note());
            }
            line.reset();
            if (values.available() == 0) {
                lines.flush();
            }
        }
        lines.flush();
        return 0;
    }

    private static void write(OutputStream out, byte[] raw, Match match) throws IOException {
        // A carriage return before the line feed belongs to the end of the line.
        boolean windows = raw.length > 0 && raw[raw.length - 1] == '\r';
        out.write(raw, 0, raw.length - (windows ? 1 : 0));
        String rest = "\t" + String.join(" ", match.concepts()) + "\t" + match.how() + "\t"
                + String.format(Locale.ROOT, "%.2f", match.confidence()) + "\n";
        out.write(rest.getBytes(StandardCharsets.UTF_8));
    }
}
