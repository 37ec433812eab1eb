package org.pinakes.ontology.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Terms;

/** Runs {@code harmonised.tsv} and its like: field, raw value, expected labels in English ('; ' between several), nothing if unmapped. */
final class HarmoniserTest {
    private final DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private final CodeLists codes = CodeLists.load(files);
    private final Harmoniser harmoniser = new Harmoniser(codes, files);

    private String found(String field, String raw) {
        return String.join(
                "; ",
                harmoniser.match(field, raw, Optional.empty()).concepts().stream()
                        .map(iri -> codes.concept(iri).orElseThrow().label("en"))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/harmonised.tsv", "/unseen.tsv", "/spellings.tsv"})
    void each_line_of_the_table_is_as_expected(String table) throws IOException {
        List<String> wrong = new ArrayList<>();
        int lines = 0;
        for (String line : lines(table)) {
            String[] cells = line.split("\t", -1);
            String found = found(cells[0], cells[1]);
            lines++;
            if (!found.equals(cells[2])) {
                wrong.add(cells[0] + " '" + cells[1] + "': expected '" + cells[2] + "', found '" + found + "'");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(lines).isGreaterThan(100);
    }

    @Test
    void values_held_out_are_never_read_wrongly_and_nine_of_ten_that_mean_something_are_mapped() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> unmapped = new ArrayList<>();
        int mappable = 0;
        for (String line : lines("/held-out.tsv")) {
            String[] cells = line.split("\t", -1);
            String found = found(cells[0], cells[1]);
            mappable += cells[2].isEmpty() ? 0 : 1;
            if (found.isEmpty() && !cells[2].isEmpty()) {
                unmapped.add(line);
            } else if (!found.equals(cells[2])) {
                wrong.add(cells[0] + " '" + cells[1] + "': expected '" + cells[2] + "', found '" + found + "'");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(mappable).isGreaterThan(200);
        assertThat(unmapped).hasSizeLessThanOrEqualTo(mappable / 10);
    }

    @Test
    void codes_of_other_systems_and_our_own_iris_are_understood() {
        assertThat(harmoniser
                        .match("body-part", "http://snomed.info/id/39607008", Optional.empty())
                        .concepts())
                .containsExactly(Terms.EUCAIM + "BP1000113");
        Match own = harmoniser.match("modality", Terms.EUCAIM + "IMG1000026", Optional.empty());
        assertThat(own.how()).isEqualTo("exact");
        assertThat(harmoniser
                        .match("modality", Terms.EUCAIM + "BP1000113", Optional.empty())
                        .concepts())
                .isEmpty();
    }

    private static List<String> lines(String table) throws IOException {
        try (InputStream in = HarmoniserTest.class.getResourceAsStream(table)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        }
    }
}
