package org.pinakes.harvester.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Finding;
import picocli.CommandLine.Model.CommandSpec;

/** Where commands write to, and how a finding is told on a line. */
public final class Output {
    private Output() {}

    public static PrintWriter out(@Nullable CommandSpec spec) {
        return spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
    }

    public static PrintWriter err(@Nullable CommandSpec spec) {
        return spec == null
                ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                : spec.commandLine().getErr();
    }

    /** UTF-8 bytes into a writer, for serialisers that want a stream. */
    public static OutputStream stream(PrintWriter out) {
        return new OutputStream() {
            private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

            @Override
            public void write(int b) {
                bytes.write(b);
                if (b == '\n') {
                    flush();
                }
            }

            @Override
            public void flush() {
                out.print(bytes.toString(StandardCharsets.UTF_8));
                bytes.reset();
            }

            @Override
            public void close() {
                flush();
                out.flush();
            }
        };
    }

    /** {@code warning: sentence [rule] (place)}. */
    public static String line(Finding f) {
        StringBuilder text = new StringBuilder(
                switch (f.severity()) {
                    case VIOLATION -> "error: ";
                    case WARNING -> "warning: ";
                    case INFO -> "note: ";
                });
        text.append(f.message());
        f.value().ifPresent(v -> text.append(" Found: ").append(v).append('.'));
        text.append(" [").append(f.rule()).append(']');
        f.focus().ifPresent(focus -> text.append(" <").append(focus).append('>'));
        f.place().ifPresent(place -> text.append(" (").append(place).append(')'));
        return text.toString();
    }
}
