package org.pinakes.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pinakes.mappings.Workbook.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;

/** Spreadsheets: sheets, joins between them, types, formulas, and files that are broken or meant to do harm. */
final class WorkbookTest {
    private static final String PREFIXES =
            """
            @prefix rml: <http://w3id.org/rml/> .
            @prefix pin: <https://w3id.org/pinakes/ns#> .
            @prefix e: <https://example.org/> .
            """;

    private static final String ONE = PREFIXES
            + """
            <#Row>
              rml:logicalSource [ rml:source [ rml:path "x.xlsx" ] ; rml:referenceFormulation pin:XLSX ] ;
              rml:subjectMap [ rml:template "https://example.org/{id}" ] ;
              rml:predicateObjectMap [ rml:predicate e:value ; rml:objectMap [ rml:reference "value" ] ] .
            """;

    @TempDir
    Path folder = Path.of("");

    private Collected run(String turtle, byte[] bytes) throws IOException {
        Path file = folder.resolve("mapping.ttl");
        Files.writeString(file, turtle);
        Collected out = new Collected();
        Document document = new Document(
                "x.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Instant.EPOCH,
                "",
                bytes.length,
                () -> new ByteArrayInputStream(bytes));
        Mapping.load(file).run(document, "https://example.org/", out);
        return out;
    }

    /** A row with the id in A and a cell in B that is given as XML. */
    private static String with(int number, String cell) {
        return "<row r=\"" + number + "\"><c r=\"A" + number + "\"><v>" + number + "</v></c>"
                + cell.replace("<c", "<c r=\"B" + number + "\"") + "</row>";
    }

    private static byte[] book(String... cells) throws IOException {
        StringBuilder rows = new StringBuilder(row(1, "id", "value"));
        Stream.iterate(0, i -> i < cells.length, i -> i + 1).forEach(i -> rows.append(with(i + 2, cells[i])));
        return new Workbook().sheet("Data", rows.toString()).bytes();
    }

    private static List<String> rules(Collected out) {
        return out.findings.stream().map(Finding::rule).distinct().toList();
    }

    @Test
    void cells_keep_their_type_and_dates_become_iso_dates() throws IOException {
        Collected out = run(
                ONE,
                book(
                        "<c><v>45.0</v></c>",
                        "<c><v>0.5</v></c>",
                        "<c s=\"1\"><v>45352</v></c>",
                        "<c s=\"2\"><v>45352.75</v></c>",
                        "<c s=\"3\"><v>0.5</v></c>",
                        "<c t=\"b\"><v>1</v></c>",
                        "<c t=\"inlineStr\"><is><t>00123</t></is></c>",
                        "<c s=\"1\"/>"));
        assertThat(
                        out.difference(
                                """
                        <https://example.org/2> <https://example.org/value> "45"^^<http://www.w3.org/2001/XMLSchema#integer> .
                        <https://example.org/3> <https://example.org/value> "5.0E-1"^^<http://www.w3.org/2001/XMLSchema#double> .
                        <https://example.org/4> <https://example.org/value> "2024-03-01"^^<http://www.w3.org/2001/XMLSchema#date> .
                        <https://example.org/5> <https://example.org/value> "2024-03-01T18:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
                        <https://example.org/6> <https://example.org/value> "12:00:00"^^<http://www.w3.org/2001/XMLSchema#time> .
                        <https://example.org/7> <https://example.org/value> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
                        <https://example.org/8> <https://example.org/value> "00123" .
                        """))
                .isEmpty();
        assertThat(out.findings).isEmpty();
        assertThat(out.pointers.get(2).place().toString()).isEqualTo("x.xlsx, sheet Data, cell B4, value");
    }

    @Test
    void a_formula_gives_its_stored_value_and_is_told_once_a_column() throws IOException {
        Collected out = run(
                ONE,
                book(
                        "<c><f>1+1</f><v>2</v></c>",
                        "<c><f>1+2</f><v>3</v></c>",
                        "<c><f>1+3</f></c>",
                        "<c t=\"e\"><v>#N/A</v></c>",
                        "<c><v>7</v></c>"));
        assertThat(out.pointers).extracting(p -> p.raw()).containsExactly("2", "3", "7");
        assertThat(out.findings)
                .extracting(f -> f.rule() + " " + f.place().orElseThrow().position())
                .containsExactly(
                        "lift/formula sheet Data, cell B4",
                        "lift/not-a-value sheet Data, cell B5",
                        "lift/formula sheet Data, cell B2");
    }

    @Test
    void sheets_are_chosen_by_name_and_joined() throws IOException {
        String turtle = PREFIXES
                + """
                <#Dataset>
                  rml:logicalSource [ rml:source [ rml:path "x.xlsx" ] ; rml:referenceFormulation pin:XLSX ; rml:iterator "Datasets" ] ;
                  rml:subjectMap [ rml:template "https://example.org/d/{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate e:creator ;
                    rml:objectMap [ rml:parentTriplesMap <#Agent> ; rml:joinCondition [ rml:child "creator" ; rml:parent "code" ] ] ] .
                <#Agent>
                  rml:logicalSource [ rml:source [ rml:path "x.xlsx" ] ; rml:referenceFormulation pin:XLSX ; rml:iterator "Agents" ] ;
                  rml:subjectMap [ rml:template "https://example.org/a/{code}" ] .
                """;
        byte[] bytes = new Workbook()
                .sheet("Read me", row(1, "hello"))
                .sheet("Agents", row(2, "code", "name") + row(4, "A", "Anna"))
                .sheet("Datasets", row(1, "id", "creator") + row(2, "1", "A") + row(3, "2", "B"))
                .bytes();
        Collected out = run(turtle, bytes);
        assertThat(out.difference(
                        "<https://example.org/d/1> <https://example.org/creator> <https://example.org/a/A> ."))
                .isEmpty();
        assertThat(out.findings)
                .extracting(f -> f.rule() + " " + f.place().orElseThrow())
                .containsExactly("lift/unmapped-column x.xlsx, sheet Agents, name");
        Collected missing = run(turtle.replace("\"Agents\"", "\"People\""), bytes);
        assertThat(missing.findings)
                .anySatisfy(f -> assertThat(f.message()).contains("the sheet \"People\"", "Read me, Agents, Datasets"));
    }

    @Test
    void broken_files_are_findings() throws IOException {
        byte[] good = book("<c><v>1</v></c>");
        assertThat(rules(run(ONE, Arrays.copyOf(good, good.length / 2)))).containsExactly("lift/xlsx-syntax");
        assertThat(rules(run(ONE, new byte[] {1, 2, 3}))).containsExactly("lift/xlsx-syntax");
        Collected odd = run(ONE, book("<c><v>1</v></c>", "<c t=\"nonsense\"><v>1</v></c>"));
        assertThat(odd.pointers).hasSize(1);
        assertThat(rules(odd)).containsExactly("lift/xlsx-syntax");
        Collected empty = run(ONE, new Workbook().sheet("Data", "").bytes());
        assertThat(rules(empty)).containsExactly("lift/xlsx-syntax");
    }

    @Test
    void files_that_are_meant_to_do_harm_are_refused() throws IOException {
        String rows = row(1, "id", "value");
        byte[] bomb = new Workbook()
                .sheet("Data", rows)
                .part("xl/media/bomb.bin", "\0".repeat(300 << 20))
                .bytes();
        byte[] far = new Workbook()
                .sheet("Data", rows + "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>")
                .bytes();
        byte[] entity = new Workbook()
                .part("xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><sst><si><t>&b;</t></si></sst>")
                .sheet("Data", rows)
                .bytes();
        byte[] cell = book("<c t=\"inlineStr\"><is><t>" + "x".repeat(2 << 20) + "</t></is></c>");
        for (byte[] bytes : List.of(bomb, far, entity, cell)) {
            assertThat(bytes.length).isLessThan(1 << 20);
            Collected out = run(ONE, bytes);
            assertThat(rules(out)).containsExactly("lift/xlsx-syntax");
            assertThat(out.pointers).isEmpty();
        }
    }
}
