package org.pinakes.harvester.validate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Repair;
import org.pinakes.ontology.Repairs;

/**
 * What was judged, when, and in which state of the catalogue.
 *
 * @param change number of the newest change; empty where there is no catalogue
 * @param language of the findings
 */
public record Report(Instant at, Optional<Long> change, String language, List<Judgement> judgements) {

    public Report {
        judgements = List.copyOf(judgements);
    }

    /** Whether every record conforms to every profile, or is waived. */
    public boolean conforms() {
        return judgements.stream().allMatch(j -> j.verdict().passes());
    }

    /** In the order in which they were asked for. */
    public List<Profile> profiles() {
        return judgements.stream().map(Judgement::profile).distinct().toList();
    }

    public List<Judgement> of(Profile profile) {
        return judgements.stream().filter(j -> j.profile().equals(profile)).toList();
    }

    public boolean conforms(Profile profile) {
        return of(profile).stream().allMatch(j -> j.verdict().passes());
    }

    /** How many records have which outcome. */
    public Map<String, Long> outcomes(Profile profile) {
        return of(profile).stream()
                .collect(Collectors.groupingBy(j -> j.verdict().outcome(), TreeMap::new, Collectors.counting()));
    }

    /** What to mend first. */
    public List<Repair> repairs(Profile profile) {
        Repairs repairs = new Repairs();
        of(profile).forEach(j -> repairs.add(j.verdict()));
        return repairs.inOrder();
    }

    /** One finding with the record that it is about. */
    public record Item(Judgement judgement, Finding finding) {
        private boolean saysTheSame(Judgement other, Finding f) {
            return judgement.record().equals(other.record())
                    && judgement.document().equals(other.document())
                    && finding.message().equals(f.message())
                    && finding.value().equals(f.value())
                    && finding.place().equals(f.place());
        }
    }

    /**
     * The findings of one rule.
     *
     * @param records in how many records it was found
     */
    public record Group(Finding.Severity severity, boolean waived, String rule, List<Item> items, int records) {
        public Finding first() {
            return items.getFirst().finding();
        }

        /** Whether all findings have the same sentence. */
        public boolean oneMessage() {
            return items.stream().allMatch(i -> i.finding().message().equals(first().message()));
        }
    }

    /** Worst first, then those that are found in most records. What is waived comes last. */
    public List<Group> groups(Profile profile) {
        Map<String, List<Item>> byRule = new LinkedHashMap<>();
        for (Judgement judgement : of(profile)) {
            for (Finding f : judgement.verdict().findings()) {
                List<Item> items = byRule.computeIfAbsent(
                        f.waived() + " " + f.severity() + " " + f.rule(), k -> new ArrayList<>());
                // Two constraints of one rule may say the same of one value.
                if (items.isEmpty() || !items.getLast().saysTheSame(judgement, f)) {
                    items.add(new Item(judgement, f));
                }
            }
        }
        return byRule.values().stream()
                .map(Report::group)
                .sorted((a, b) -> a.waived() != b.waived()
                        ? Boolean.compare(a.waived(), b.waived())
                        : a.severity() != b.severity()
                                ? a.severity().compareTo(b.severity())
                                : Integer.compare(b.records(), a.records()))
                .toList();
    }

    private static Group group(List<Item> items) {
        Set<String> records = new LinkedHashSet<>();
        items.forEach(
                i -> records.add(i.judgement().document() + " " + i.judgement().record()));
        Finding first = items.getFirst().finding();
        return new Group(first.severity(), first.waived(), first.rule(), List.copyOf(items), records.size());
    }

    /** In how many records of the profile each rule was found. */
    Map<String, Integer> sharing(Profile profile) {
        Map<String, Integer> sharing = new TreeMap<>();
        groups(profile).forEach(g -> sharing.merge(g.rule(), g.records(), Math::max));
        return sharing;
    }
}
