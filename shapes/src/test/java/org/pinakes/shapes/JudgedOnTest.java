package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;

class JudgedOnTest {
    private static final String RECORD = "https://example.org/record";

    private final DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private final Judge judge = new Judge(files, Profiles.load(files), GraphMemFactory::empty);
    private final Graph record = RDFParser.fromString(
                    """
                    PREFIX dcat: <http://www.w3.org/ns/dcat#>
                    PREFIX dct: <http://purl.org/dc/terms/>
                    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                    <https://example.org/record> a dcat:Dataset ; dct:title "CT" ;
                        dct:modified "2026-06-30"^^xsd:date .
                    """,
                    Lang.TTL)
            .toGraph();

    @Test
    void what_is_in_the_future_is_counted_from_the_day() {
        assertThat(rules("plausibility", LocalDate.of(2026, 6, 29))).containsExactly("Dataset-inFuture");
        assertThat(rules("plausibility", LocalDate.of(2026, 6, 30))).isEmpty();
    }

    @Test
    void what_is_a_year_ago_is_counted_from_the_day() {
        assertThat(rules("ehds", LocalDate.of(2027, 6, 30))).doesNotContain("Dataset-checkedThisYear");
        assertThat(rules("ehds", LocalDate.of(2027, 7, 1))).contains("Dataset-checkedThisYear");
    }

    @Test
    void without_a_day_nothing_is_late_and_the_record_stays_as_it_is() {
        JudgedOn.day(record, LocalDate.of(2030, 1, 1));

        assertThat(record.size()).isEqualTo(3);
        assertThat(judge.judge("ehds", record, RECORD).findings())
                .extracting(Finding::rule)
                .doesNotContain("Dataset-checkedThisYear");
    }

    private List<String> rules(String profile, LocalDate day) {
        return judge.judge(profile, JudgedOn.day(record, day), RECORD).findings().stream()
                .map(Finding::rule)
                .toList();
    }
}
