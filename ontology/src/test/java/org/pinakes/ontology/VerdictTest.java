package org.pinakes.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final LocalDate LAST = LocalDate.parse("2027-03-26");

    private static Finding violation(String rule) {
        return Finding.at(Place.of("d"), Finding.Severity.VIOLATION, rule, "Something is missing.", "");
    }

    private static Waiver waiver(String rule, Optional<String> profile) {
        return new Waiver(rule, profile, "No body yet.", LocalDate.parse("2026-11-01"), LAST, Place.of("p.yaml"));
    }

    @Test
    void a_violation_that_is_waived_does_not_make_it_fail_and_keeps_its_reason() {
        Verdict verdict = Verdict.of("ehds", List.of(violation("hdab")));
        assertThat(verdict.outcome()).isEqualTo("fails");
        Verdict waived = verdict.waived(List.of(waiver("hdab", Optional.empty())), LAST);
        assertThat(waived).isInstanceOf(Verdict.Waived.class);
        assertThat(((Verdict.Waived) waived).reason()).isEqualTo("No body yet.");
        assertThat(waived.passes()).isTrue();
        assertThat(waived.count(Finding.Severity.VIOLATION)).isZero();
        assertThat(waived.findings().getFirst().waived()).isTrue();
    }

    @Test
    void a_waiver_speaks_of_its_rule_and_profile_only_and_ends() {
        Verdict verdict = Verdict.of("ehds", List.of(violation("hdab"), violation("title")));
        assertThat(verdict.waived(List.of(waiver("hdab", Optional.empty())), LAST)
                        .passes())
                .as("the other violation stays")
                .isFalse();
        Verdict one = Verdict.of("ehds", List.of(violation("hdab")));
        assertThat(one.waived(List.of(waiver("hdab", Optional.of("eucaim-2"))), LAST)
                        .passes())
                .isFalse();
        assertThat(one.waived(List.of(waiver("hdab", Optional.of("ehds"))), LAST)
                        .passes())
                .isTrue();
        assertThat(one.waived(List.of(waiver("hdab", Optional.of("ehds"))), LAST.plusDays(1))
                        .passes())
                .isFalse();
    }
}
