package org.pinakes.ontology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says what to mend first: adds up which rules the records break, and orders the rules so that each next repair lets as many
 * more records conform as possible. Kept small by counting records with the same broken rules together. For one thread.
 */
public final class Repairs {
    private final Map<String, Map<Set<String>, Integer>> records = new TreeMap<>();
    private final Map<String, Finding> examples = new HashMap<>();

    /** Counts one record's verdict. */
    public void add(Verdict verdict) {
        Set<String> broken = new TreeSet<>();
        for (Finding finding : verdict.findings()) {
            if (finding.counts()) {
                broken.add(finding.rule());
                examples.putIfAbsent(verdict.profile() + " " + finding.rule(), finding);
            }
        }
        if (!broken.isEmpty()) {
            records.computeIfAbsent(verdict.profile(), p -> new HashMap<>()).merge(broken, 1, Integer::sum);
        }
    }

    /** By profile; within one, in the order in which to mend. */
    public List<Repair> inOrder() {
        List<Repair> repairs = new ArrayList<>();
        records.forEach((profile, broken) -> repairs.addAll(inOrder(profile, broken)));
        return repairs;
    }

    private List<Repair> inOrder(String profile, Map<Set<String>, Integer> broken) {
        Map<String, Integer> total = new TreeMap<>();
        broken.forEach((rules, n) -> rules.forEach(r -> total.merge(r, n, Integer::sum)));
        List<Repair> repairs = new ArrayList<>();
        Map<Set<String>, Integer> left = new LinkedHashMap<>(broken);
        while (!left.isEmpty()) {
            String next = next(left, total);
            int frees = left.getOrDefault(Set.of(next), 0);
            left = without(left, next);
            Finding example = examples.getOrDefault(profile + " " + next, NOTHING);
            repairs.add(new Repair(
                    profile,
                    next,
                    example.detail().field().orElse(next),
                    example.message(),
                    total.getOrDefault(next, 0),
                    frees));
        }
        return repairs;
    }

    private static final Finding NOTHING = Finding.at(Place.of(""), Finding.Severity.VIOLATION, "", "", "");

    /** What frees most; when nothing alone frees a record, what the records nearest to conforming need most. */
    private static String next(Map<Set<String>, Integer> left, Map<String, Integer> total) {
        int fewest = left.keySet().stream().mapToInt(Set::size).min().orElse(0);
        Map<String, Integer> wanted = new TreeMap<>();
        left.forEach((rules, n) -> {
            if (rules.size() == fewest) {
                rules.forEach(r -> wanted.merge(r, n, Integer::sum));
            }
        });
        return wanted.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(e -> total.getOrDefault(e.getKey(), 0)))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static Map<Set<String>, Integer> without(Map<Set<String>, Integer> left, String rule) {
        Map<Set<String>, Integer> rest = new LinkedHashMap<>();
        left.forEach((rules, n) -> {
            Set<String> others =
                    rules.stream().filter(r -> !r.equals(rule)).collect(Collectors.toCollection(TreeSet::new));
            if (!others.isEmpty()) {
                rest.merge(others, n, Integer::sum);
            }
        });
        return rest;
    }
}
