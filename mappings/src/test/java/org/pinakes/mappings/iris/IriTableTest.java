package org.pinakes.mappings.iris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.InputProblem;

final class IriTableTest {
    private static final Path FILE = Path.of(System.getProperty("pinakes.home"), "mappings/iris.csv");
    private static final Path CASES =
            Path.of(System.getProperty("pinakes.home"), "mappings/src/test/resources/iris.csv");

    @TempDir
    Path folder;

    private final IriTable table = IriTable.load(FILE);

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        }
    }

    @Test
    void each_case_gives_what_it_says_and_giving_it_again_changes_nothing() throws IOException {
        for (NamedCsvRecord c : rows(CASES)) {
            assertThat(table.normal(c.getField("given")))
                    .as("line %d", c.getStartingLineNumber())
                    .isEqualTo(c.getField("wanted"));
            assertThat(table.normal(c.getField("wanted"))).isEqualTo(c.getField("wanted"));
        }
    }

    /** A table without the row does not pass the cases. */
    @Test
    void each_row_is_needed_by_a_case() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        List<NamedCsvRecord> cases = rows(CASES);
        for (int i = 1; i < lines.size(); i++) {
            List<String> fewer = new ArrayList<>(lines);
            String row = fewer.remove(i);
            IriTable without = IriTable.load(Files.write(folder.resolve("t.csv"), fewer));
            assertThat(cases).as(row).anyMatch(c -> !without.normal(c.getField("given"))
                    .equals(c.getField("wanted")));
        }
    }

    @Test
    void subjects_properties_values_and_datatypes_are_replaced_and_remembered() {
        Graph graph = turtle("<https://doi.org/10.1/a> a <https://www.w3.org/ns/dcat#Dataset> ;"
                + " <https://purl.org/dc/terms/issued> '2024-01-01'^^<https://www.w3.org/2001/XMLSchema#date> ;"
                + " <http://purl.org/dc/terms/relation> <http://dx.doi.org/10.1/b> , 'http://dx.doi.org/10.1/b' .");
        IriTable.Normalised now = table.normalise(graph);
        assertThat(
                        now.graph()
                                .isIsomorphicWith(
                                        turtle(
                                                "<https://doi.org/10.1/a> a <http://www.w3.org/ns/dcat#Dataset> ;"
                                                        + " <http://purl.org/dc/terms/issued> '2024-01-01'^^<http://www.w3.org/2001/XMLSchema#date> ;"
                                                        + " <http://purl.org/dc/terms/relation> <https://doi.org/10.1/b> , 'http://dx.doi.org/10.1/b' .")))
                .isTrue();
        assertThat(now.changed()).hasSize(4);
        IriTable.Normalised again = table.normalise(now.graph());
        assertThat(again.graph()).isSameAs(now.graph());
        assertThat(again.changed()).isEmpty();
    }

    @Test
    void a_wrong_row_is_told_with_its_line() throws IOException {
        Path file = folder.resolve("wrong.csv");
        Files.writeString(file, "kind,from,to,why\nprefix,a:,b:,x\nnamespace,c:,d:,x\n");
        assertThatThrownBy(() -> IriTable.load(file))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("'prefix' or 'iri'");
        Files.writeString(file, "kind,from,to,why\nprefix,a:,b:,x\nprefix,a:,d:,x\n");
        assertThatThrownBy(() -> IriTable.load(file))
                .hasMessageContaining("line 3")
                .hasMessageContaining("already");
    }

    private static Graph turtle(String text) {
        return RDFParser.fromString(text, Lang.TURTLE).toGraph();
    }
}
