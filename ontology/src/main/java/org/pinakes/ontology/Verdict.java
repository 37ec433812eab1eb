package org.pinakes.ontology;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one profile says of one record. */
public sealed interface Verdict {

    String profile();

    List<Finding> findings();

    /** No findings but, at most, remarks. */
    record Conforms(String profile, List<Finding> findings) implements Verdict {}

    /** No violation; recommended parts are missing or doubtful. */
    record ConformsWithWarnings(String profile, List<Finding> findings) implements Verdict {}

    /** At least one violation that is not waived. */
    record Fails(String profile, List<Finding> findings) implements Verdict {}

    /** Violations, and each of them is waived by the provider's file with a reason. */
    record Waived(String profile, List<Finding> findings, String reason) implements Verdict {}

    /** Reads the verdict off the worst severity among the findings. */
    static Verdict of(String profile, List<Finding> findings) {
        List<Finding> all = List.copyOf(findings);
        if (all.stream().anyMatch(Finding::counts)) {
            return new Fails(profile, all);
        }
        List<Finding> waived = all.stream()
                .filter(f -> f.severity() == Finding.Severity.VIOLATION)
                .toList();
        if (!waived.isEmpty()) {
            return new Waived(profile, all, reasons(waived));
        }
        return all.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING && !f.waived())
                ? new ConformsWithWarnings(profile, all)
                : new Conforms(profile, all);
    }

    private static String reasons(List<Finding> waived) {
        return waived.stream()
                .flatMap(f -> f.detail().waiver().stream())
                .map(Waiver::reason)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** The same with the waivers that count on the day. */
    default Verdict waived(List<Waiver> waivers, LocalDate today) {
        List<Waiver> inForce = waivers.stream().filter(w -> !w.expired(today)).toList();
        if (inForce.isEmpty() || findings().isEmpty()) {
            return this;
        }
        return of(
                profile(),
                findings().stream()
                        .map(f -> waiver(f, inForce)
                                .map(w -> f.with(f.detail().with(w)))
                                .orElse(f))
                        .toList());
    }

    private Optional<Waiver> waiver(Finding finding, List<Waiver> waivers) {
        return waivers.stream().filter(w -> w.covers(profile(), finding)).findFirst();
    }

    /** False only for {@link Fails}. */
    default boolean passes() {
        return !(this instanceof Fails);
    }

    /** In the words of {@code pin:outcome}. */
    default String outcome() {
        return switch (this) {
            case Conforms c -> "conforms";
            case ConformsWithWarnings c -> "conforms with warnings";
            case Fails f -> "fails";
            case Waived w -> "waived";
        };
    }

    /** How many findings of the severity there are that nobody has waived. */
    default long count(Finding.Severity severity) {
        return findings().stream()
                .filter(f -> f.severity() == severity && !f.waived())
                .count();
    }
}
