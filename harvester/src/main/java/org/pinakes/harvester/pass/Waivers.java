package org.pinakes.harvester.pass;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Waiver;

/** What a provider's waivers mean on a day. */
final class Waivers {
    private Waivers() {}

    /** Changes on the day on which a waiver ends, so that the records are looked at again. */
    static String standing(Provider provider, LocalDate today) {
        return " "
                + provider.waivers().stream()
                        .map(w -> w.expired(today) ? "-" : "+")
                        .toList();
    }

    /** Tells of those that no longer count. */
    static List<Finding> expired(Provider provider, LocalDate today) {
        return provider.waivers().stream()
                .filter(w -> w.expired(today))
                .map(Waivers::told)
                .toList();
    }

    private static Finding told(Waiver w) {
        return new Finding(
                Finding.Severity.WARNING,
                "waiver/expired",
                "The waiver of the rule '" + w.rule() + "' ended on " + w.until()
                        + " and no longer counts. Mend what it waived, or give it a later day with a reason that still"
                        + " holds. It was given on " + w.given() + " because: " + w.reason(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(w.rule()),
                Optional.of(w.place()));
    }
}
