package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Verdict;

final class JudgeTest {
    private final DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private final Judge judge = new Judge(files, Profiles.load(files), GraphMemFactory.createDefaultGraph());

    @Test
    void every_case_is_as_it_says() {
        List<Cases.Result> results = Cases.run(files, judge);
        assertThat(results).hasSizeGreaterThanOrEqualTo(7);
        assertThat(results)
                .allSatisfy(r -> assertThat(r.failure()).as(r.file().toString()).isEmpty());
    }

    @Test
    void a_finding_is_a_sentence_with_path_and_value() {
        Graph g = RDFParser.fromString(
                        "<https://x.example/1> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/publisher>"
                                + " 'X' ; <http://purl.org/dc/terms/title> 'T' ; <http://purl.org/dc/terms/description>"
                                + " 'D' .",
                        Lang.TURTLE)
                .toGraph();
        Verdict verdict = judge.judge("dcat-ap-3", g, "https://x.example/1");
        assertThat(verdict).isInstanceOf(Verdict.Fails.class);
        assertThat(verdict.findings().getFirst().message())
                .isEqualTo("The publisher (dct:publisher) must be an agent, not a text: a node with a foaf:name.");
        assertThat(verdict.findings().getFirst().path()).contains("http://purl.org/dc/terms/publisher");
        assertThat(verdict.findings().getFirst().value()).contains("X");
    }

    @Test
    void a_wrong_profile_name_lists_the_right_ones() {
        assertThatThrownBy(() -> judge.judge("dcat", GraphMemFactory.createDefaultGraph(), "urn:x"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("dcat-ap-3, publication");
    }
}
