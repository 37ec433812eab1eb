package org.pinakes.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Terms;
import picocli.CommandLine;

final class HarmoniseCommandTest {
    private final DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));

    private String run(String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HarmoniseCommand command =
                new HarmoniseCommand(files, new ByteArrayInputStream(in.getBytes(StandardCharsets.ISO_8859_1)), out);
        assertThat(new CommandLine(command).execute(args)).isZero();
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void each_line_gives_one_line_with_four_columns_in_order() {
        String out = run("Lung\n\n  Unknown \nA\tB\r\nPROSTATE", "body-part");
        assertThat(out.lines().toList())
                .containsExactly(
                        "Lung\t" + Terms.EUCAIM + "BP1000113\tlabel\t1.00",
                        "\t\tnone\t0.00",
                        "  Unknown \t\tnone\t0.00",
                        "A B\t\tnone\t0.00",
                        out.lines().toList().getLast());
        assertThat(out.lines().toList().getLast())
                .startsWith("PROSTATE\thttps://")
                .endsWith("\t1.00");
        assertThat(out).endsWith("\n");
    }

    @Test
    void bytes_that_are_no_utf_8_stay_as_they_are() {
        assertThat(run("pulm\u00f3n\n", "body-part")).startsWith("pulm\u00f3n\t");
        assertThat(run("pulm\u00c3\u00b3n\n", "body-part")).startsWith("pulm\u00c3\u00b3n\t" + Terms.EUCAIM);
    }
}
