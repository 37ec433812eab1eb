package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Profile;

/** Runs the cases under {@code shapes/tests} and watches that none is missing. */
class CasesTest {
    private final DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private final Profiles profiles = Profiles.load(files);
    private final Judge judge = new Judge(files, profiles, CodeLists.load(files)::graph);

    @TestFactory
    Stream<DynamicTest> each_case_shows_what_it_expects() {
        return Cases.run(files, judge).stream()
                .map(c -> DynamicTest.dynamicTest(c.profile() + "/" + c.name(), () -> assertThat(c.problems())
                        .isEmpty()));
    }

    @Test
    void each_profile_has_a_passing_and_a_failing_case() {
        List<Cases.Outcome> outcomes = Cases.run(files, judge);
        for (Profile profile : profiles.all()) {
            List<Cases.Outcome> own = outcomes.stream()
                    .filter(c -> c.profile().equals(profile.name()))
                    .toList();
            assertThat(own).as(profile.name()).anyMatch(c -> !fails(c)).anyMatch(CasesTest::fails);
        }
    }

    /** A rule that several profiles share, because they name its file, needs its cases once. */
    @Test
    void each_mandatory_rule_has_a_failing_and_a_passing_case() {
        List<Cases.Outcome> outcomes = Cases.run(files, judge);
        holders().forEach((rule, holders) -> {
            List<Cases.Outcome> cases =
                    outcomes.stream().filter(c -> holders.contains(c.profile())).toList();
            if (rule.mandatory()) {
                assertThat(cases)
                        .as("%s of %s", rule.name(), rule.file())
                        .anyMatch(c -> has(c, rule))
                        .anyMatch(c -> !fails(c) && uses(c.record(), rule));
            }
        });
    }

    @Test
    void each_rule_of_an_application_profile_has_a_case_that_shows_it() {
        List<Cases.Outcome> outcomes = Cases.run(files, judge);
        List<String> unseen = new ArrayList<>();
        holders().forEach((rule, holders) -> {
            if (rule.file().matches("shapes/(dcat|healthdcat)-ap-.*")
                    && outcomes.stream().noneMatch(c -> holders.contains(c.profile()) && has(c, rule))) {
                unseen.add(rule.name() + " of " + rule.file());
            }
        });

        assertThat(unseen).isEmpty();
    }

    /** Each rule and the names of the profiles that hold it. */
    private Map<Rule, Set<String>> holders() {
        Map<Rule, Set<String>> holders = new LinkedHashMap<>();
        for (Profile profile : profiles.all()) {
            for (Rule rule : judge.rules(profile.name())) {
                holders.computeIfAbsent(rule, r -> new HashSet<>()).add(profile.name());
            }
        }
        return holders;
    }

    private static boolean has(Cases.Outcome outcome, Rule rule) {
        return outcome.findings().stream().anyMatch(f -> f.rule().equals(rule.name()));
    }

    private static boolean uses(Graph record, Rule rule) {
        return rule.path()
                .filter(p -> p.startsWith("http"))
                .map(p -> record.contains(Node.ANY, NodeFactory.createURI(p), Node.ANY))
                .orElse(true);
    }

    private static boolean fails(Cases.Outcome outcome) {
        return outcome.findings().stream().anyMatch(f -> f.severity().name().equals("VIOLATION"));
    }
}
