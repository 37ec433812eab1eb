package org.pinakes.ontology;

import java.util.List;

/** What one profile says of one record. */
public sealed interface Verdict {

    String profile();

    List<Finding> findings();

    /** No findings but, at most, remarks. */
    record Conforms(String profile, List<Finding> findings) implements Verdict {}

    /** No violation; recommended parts are missing or doubtful. */
    record ConformsWithWarnings(String profile, List<Finding> findings) implements Verdict {}

    /** At least one violation. */
    record Fails(String profile, List<Finding> findings) implements Verdict {}

    /** Violations, and each of them is waived by the provider's file with a reason. */
    record Waived(String profile, List<Finding> findings, String reason) implements Verdict {}

    /** Reads the verdict off the worst severity among the findings. */
    static Verdict of(String profile, List<Finding> findings) {
        List<Finding> all = List.copyOf(findings);
        if (all.stream().anyMatch(f -> f.severity() == Finding.Severity.VIOLATION)) {
            return new Fails(profile, all);
        }
        return all.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING)
                ? new ConformsWithWarnings(profile, all)
                : new Conforms(profile, all);
    }

    /** False only for {@link Fails}. */
    default boolean passes() {
        return !(this instanceof Fails);
    }
}
