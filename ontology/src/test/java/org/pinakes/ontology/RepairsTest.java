package org.pinakes.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RepairsTest {
    private final Repairs repairs = new Repairs();

    private void record(int times, String... rules) {
        Verdict verdict = Verdict.of(
                "p",
                Arrays.stream(rules)
                        .map(r -> Finding.at(Place.of("d"), Finding.Severity.VIOLATION, r, "About " + r + ".", ""))
                        .toList());
        for (int i = 0; i < times; i++) {
            repairs.add(verdict);
        }
    }

    @Test
    void what_frees_most_records_comes_first_and_not_what_is_broken_most_often() {
        record(10, "a", "b");
        record(3, "c");
        record(1, "a");
        assertThat(repairs.inOrder())
                .extracting(Repair::rule, Repair::records, Repair::frees)
                .containsExactly(tuple("c", 3, 3), tuple("a", 11, 1), tuple("b", 10, 10));
    }

    @Test
    void when_nothing_alone_frees_a_record_the_nearest_are_looked_at() {
        record(2, "a", "b", "c");
        record(1, "b", "d");
        assertThat(repairs.inOrder()).extracting(Repair::rule).startsWith("b", "d");
        assertThat(repairs.inOrder().stream().mapToInt(Repair::frees).sum()).isEqualTo(3);
    }

    @Test
    void records_that_conform_need_no_repair() {
        record(5);
        assertThat(repairs.inOrder()).isEmpty();
    }
}
