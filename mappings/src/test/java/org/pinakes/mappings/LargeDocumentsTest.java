package org.pinakes.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory grows with the record, not with the document. */
final class LargeDocumentsTest {

    @Test
    void documents_of_120_megabytes_and_cells_of_100_are_mapped_in_64(@TempDir Path folder)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        LargeDocuments.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .containsExactly(
                        "csv 60000 []",
                        "ndjson 60000 []",
                        "xml 60000 []",
                        "csv 2 [lift/too-long]",
                        "ndjson 2 [lift/too-long]",
                        "xml 2 [lift/too-long]");
    }
}
