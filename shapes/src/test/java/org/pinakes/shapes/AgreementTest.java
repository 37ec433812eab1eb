package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;

/**
 * Holds our verdicts against those of the official shapes, node by node and property by property, on other people's
 * records and on hundreds of copies of two good records with one fault each.
 */
class AgreementTest {
    private static final String NON_PUBLIC = "healthdcat-ap-8-non-public";
    private static final List<String> PROFILES =
            List.of("dcat-ap-3", "healthdcat-ap-8-public", "healthdcat-ap-8-restricted", NON_PUBLIC);

    private final DataFiles files = new DataFiles(SharedRecords.HOME);
    private final Judge judge = new Judge(files, Profiles.load(files), GraphMemFactory::empty);

    @BeforeEach
    void needs_the_shared_data() {
        assumeTrue(SharedRecords.there());
    }

    @Test
    void the_example_of_healthdcat_ap_release_8_has_no_violation() {
        Graph example = SharedRecords.example();

        assertThat(violations("dcat-ap-3", example)).isEmpty();
        assertThat(violations(NON_PUBLIC, example)).isEmpty();
    }

    @Test
    void verdicts_differ_from_the_official_shapes_only_where_the_list_says_why() throws IOException {
        Graph codes = SharedRecords.codes();
        Map<String, Map<String, Graph>> records = records();
        Map<String, Set<String>> found = new ConcurrentSkipListMap<>();
        StringBuilder table = new StringBuilder("profile\trecords\tjudged\tverdicts equal\tfindings equal\n");
        for (String profile : PROFILES) {
            OfficialShapes official = OfficialShapes.of(profile, SharedRecords.STANDARDS, codes);
            records.forEach(
                    (kind, graphs) -> table.append(compare(profile, kind, of(profile, graphs), official, found)));
        }
        System.out.println(table);

        Map<String, String> known = Differences.known();
        assertThat(records.values().stream().mapToInt(Map::size).sum()).isGreaterThan(300);
        assertThat(found.entrySet().stream()
                        .filter(e -> !known.containsKey(e.getKey()))
                        .map(e -> e.getKey() + "\t"
                                + e.getValue().stream().limit(4).toList()))
                .as("differences without a reason")
                .isEmpty();
        assertThat(known.keySet()).as("reasons that are no longer needed").isSubsetOf(found.keySet());
    }

    @Test
    void the_profile_of_any_level_says_what_the_profile_of_the_datasets_level_says() {
        Map<String, Graph> records = new TreeMap<>(SharedRecords.documents());
        records.putAll(of("healthdcat-ap-8-public", Mutations.of(SharedRecords.complete())));
        for (String profile : PROFILES.subList(1, 4)) {
            assertThat(records.entrySet().parallelStream()
                            .filter(e ->
                                    SharedRecords.hasAccess(SharedRecords.withAccess(e.getValue(), profile), profile))
                            .filter(e -> {
                                Graph graph = SharedRecords.withAccess(e.getValue(), profile);
                                return violations("healthdcat-ap-8", graph).isEmpty()
                                        != violations(profile, graph).isEmpty();
                            })
                            .map(Map.Entry::getKey))
                    .as(profile)
                    .isEmpty();
        }
    }

    private Map<String, Map<String, Graph>> records() {
        Map<String, Map<String, Graph>> records = new LinkedHashMap<>();
        records.put("other people's", SharedRecords.documents());
        records.put("our record, one fault each", Mutations.of(SharedRecords.complete()));
        records.put("the R8 example, one fault each", Mutations.of(SharedRecords.example()));
        return records;
    }

    /** The three profiles of Release 8 are the same but for rules about datasets. */
    private static Map<String, Graph> of(String profile, Map<String, Graph> records) {
        boolean all = profile.equals("dcat-ap-3") || profile.equals(NON_PUBLIC);
        Map<String, Graph> own = new TreeMap<>(records);
        own.keySet().removeIf(name -> !all && !name.contains("/") && !name.startsWith("Dataset-"));
        return own;
    }

    private String compare(
            String profile,
            String kind,
            Map<String, Graph> graphs,
            OfficialShapes official,
            Map<String, Set<String>> found) {
        Set<String> otherVerdict = new ConcurrentSkipListSet<>();
        Set<String> otherFindings = new ConcurrentSkipListSet<>();
        graphs.entrySet().parallelStream().forEach(e -> {
            Graph graph = SharedRecords.withAccess(e.getValue(), profile);
            List<Finding> ours = violations(profile, graph);
            List<OfficialShapes.Result> theirs = official.violations(graph);
            if (ours.isEmpty() != theirs.isEmpty()) {
                otherVerdict.add(e.getKey());
            }
            Differences.between(ours, theirs).forEach(d -> {
                otherFindings.add(e.getKey());
                found.computeIfAbsent(Differences.family(profile) + "\t" + d, k -> new ConcurrentSkipListSet<>())
                        .add(e.getKey());
            });
        });
        int size = graphs.size();
        return profile + "\t" + kind + "\t" + size + "\t" + (size - otherVerdict.size()) + "\t"
                + (size - otherFindings.size()) + "\n";
    }

    private List<Finding> violations(String profile, Graph graph) {
        return judge.judge(profile, graph).findings().stream()
                .filter(f -> f.severity() == Finding.Severity.VIOLATION)
                .toList();
    }
}
