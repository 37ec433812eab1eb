package org.pinakes.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.Main;
import picocli.CommandLine;

/** {@code pinakes map} with a mapping file that names its own source. */
final class MapTest {
    private static final String MAPPING =
            """
            @prefix rml: <http://w3id.org/rml/> .
            @prefix e: <https://example.org/> .
            e:map a rml:TriplesMap ;
              rml:logicalSource [ rml:source [ a rml:FilePath ; rml:path "x.csv" ] ; rml:referenceFormulation rml:CSV ] ;
              rml:subjectMap [ rml:template "https://example.org/{id}" ] ;
              rml:predicateObjectMap [ rml:predicate e:name ; rml:objectMap [ rml:reference "name" ] ] .
            """;

    @TempDir
    Path folder;

    private record Ran(int code, String out, String err) {}

    private Ran map(String mapping, String csv, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("m.ttl"), mapping);
        Files.writeString(folder.resolve("x.csv"), csv);
        CommandLine line = Main.commandLine(new DataFiles(Path.of(System.getProperty("pinakes.home"))));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        String[] args = new String[3 + more.length];
        args[0] = "map";
        args[1] = "--mapping";
        args[2] = file.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return new Ran(line.execute(args), out.toString(), err.toString());
    }

    @Test
    void quads_are_on_stdout_and_the_exit_code_is_0() throws IOException {
        Ran ran = map(MAPPING, "id,name\n1,A\n");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).containsExactly("<https://example.org/1> <https://example.org/name> \"A\" .");
    }

    @Test
    void explain_names_the_cell_of_each_statement() throws IOException {
        Ran ran = map(MAPPING, "id,name\n1,A\n2,B\n", "--explain");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("x.csv, row 3, \"name\": \"B\" (triples map map)");
    }

    @Test
    void a_row_that_cannot_be_read_is_1_and_the_others_are_written() throws IOException {
        Ran ran = map(MAPPING, "id,name\n1,A\n2,B,C\n3,D\n");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("\"A\"", "\"D\"").doesNotContain("\"B\"");
        assertThat(ran.err()).contains("lift/cell-count", "row 3");
    }

    @Test
    void a_mapping_with_a_mistake_is_2_and_one_sentence_with_file_triples_map_and_property() throws IOException {
        Ran ran = map(MAPPING.replace("{id}", "{id"), "id,name\n1,A\n");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("m.ttl, triples map map, rml:subjectMap", "is not closed");
    }

    @Test
    void a_database_is_refused_by_name() throws IOException {
        Ran ran = map(MAPPING.replace("rml:CSV", "rml:SQL2008Table"), "id,name\n1,A\n");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("rml:SQL2008Table", "export the table as CSV");
    }
}
