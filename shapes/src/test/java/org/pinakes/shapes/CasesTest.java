package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Profile;

/** Runs the cases under {@code shapes/tests} and watches that none is missing. */
class CasesTest {
    private final DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private final Profiles profiles = Profiles.load(files);
    private final Judge judge = new Judge(files, profiles, GraphMemFactory.empty());

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

    @Test
    void each_mandatory_rule_has_a_failing_and_a_passing_case() {
        List<Cases.Outcome> outcomes = Cases.run(files, judge);
        for (Profile profile : profiles.all()) {
            for (Rule rule : judge.rules(profile.name())) {
                if (rule.mandatory()) {
                    assertThat(outcomes)
                            .as("%s of %s", rule.name(), profile.name())
                            .anyMatch(c -> has(c, profile, rule))
                            .anyMatch(c -> !fails(c) && c.profile().equals(profile.name()) && uses(c.record(), rule));
                }
            }
        }
    }

    private static boolean has(Cases.Outcome outcome, Profile profile, Rule rule) {
        return outcome.profile().equals(profile.name())
                && outcome.findings().stream().anyMatch(f -> f.rule().equals(rule.name()));
    }

    private static boolean uses(Graph record, Rule rule) {
        return rule.path()
                .map(p -> record.contains(Node.ANY, NodeFactory.createURI(p), Node.ANY))
                .orElse(true);
    }

    private static boolean fails(Cases.Outcome outcome) {
        return outcome.findings().stream().anyMatch(f -> f.severity().name().equals("VIOLATION"));
    }
}
