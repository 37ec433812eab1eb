package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.GraphMemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;

/** Cases that are wrong on purpose: the runner must say so. */
class CasesRunTest {
    private static final String PREFIXES =
            """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX gate: <https://w3id.org/pinakes/shapes/publication#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            """;
    private static final String RECORD = "<> a dcat:Dataset ; dct:title \"CT\" ; dct:identifier \"ct\" .\n";

    private final DataFiles own = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private final Judge judge = new Judge(own, Profiles.load(own), GraphMemFactory::empty);

    @TempDir
    private Path home;

    @Test
    void a_violation_that_the_case_does_not_list_is_a_problem() throws IOException {
        assertThat(problems(RECORD + "[] a sh:ValidationReport ; sh:conforms false ."))
                .singleElement()
                .asString()
                .startsWith("not expected: description at https://example.org/record: Tell in a few sentences");
    }

    @Test
    void a_finding_that_is_expected_and_not_made_is_a_problem() throws IOException {
        assertThat(problems(RECORD + "[] a sh:ValidationReport ; sh:conforms false ; sh:result"
                        + " [ sh:sourceShape gate:description ] , [ sh:sourceShape gate:title ; sh:focusNode <> ] ."))
                .singleElement()
                .asString()
                .startsWith("expected a finding [https://w3id.org/pinakes/shapes/publication#title");
    }

    @Test
    void another_verdict_is_a_problem() throws IOException {
        assertThat(
                        problems(
                                RECORD
                                        + "[] a sh:ValidationReport ; sh:conforms true ; sh:result [ sh:sourceShape gate:description ] ."))
                .containsExactly("expected sh:conforms true, but it is false.");
    }

    @Test
    void a_case_without_a_report_or_verdict_or_profile_is_explained() throws IOException {
        assertThatThrownBy(() -> problems(RECORD))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining(
                        "shapes/tests/publication/c.test.ttl: a case has exactly one sh:ValidationReport");
        assertThatThrownBy(() -> problems(RECORD + "[] a sh:ValidationReport ."))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("needs sh:conforms true or false");
        Files.delete(home.resolve("shapes/tests/publication/c.test.ttl"));
        write("shapes/tests/c.test.ttl", "");
        assertThatThrownBy(() -> Cases.run(new DataFiles(home), judge))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("a case stands in shapes/tests/<profile>/");
    }

    private List<String> problems(String turtle) throws IOException {
        write("shapes/tests/publication/c.test.ttl", PREFIXES + turtle);
        return Cases.run(new DataFiles(home), judge).getFirst().problems();
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
