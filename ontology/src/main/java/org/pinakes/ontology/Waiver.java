package org.pinakes.ontology;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule that a provider's records need not keep for a while, with the reason. It stands in the provider's file.
 *
 * @param rule the rule's name, as it stands in {@link Finding#rule}
 * @param profile where it is waived; everywhere when empty
 * @param given the day on which it was given
 * @param until the last day on which it counts
 * @param place where it stands
 */
public record Waiver(
        String rule, Optional<String> profile, String reason, LocalDate given, LocalDate until, Place place) {

    public boolean expired(LocalDate today) {
        return today.isAfter(until);
    }

    /** Whether it speaks of a finding of the profile, whatever the day. */
    public boolean covers(String ofProfile, Finding finding) {
        return rule.equals(finding.rule()) && profile.map(ofProfile::equals).orElse(true);
    }
}
