package org.pinakes.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeMappingTest {
    private static final String HEAD = "# a comment\n"
            + "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tconfidence"
            + "\tcomment\n";
    private static final String BRAIN = "https://x.example/a\tA\tskos:exactMatch\tSCT:12738006\t\tsemapv:Manual\t1\t\n";

    @TempDir
    Path home;

    @BeforeEach
    void one_concept() throws IOException {
        Files.createDirectories(home.resolve("ontology/codes"));
        Files.createDirectories(home.resolve("ontology/mappings"));
        Path systems = Path.of(System.getProperty("pinakes.home")).resolve("ontology/code-systems.csv");
        Files.copy(systems, home.resolve("ontology/code-systems.csv"));
        Files.writeString(
                home.resolve("ontology/codes/x.ttl"),
                "<https://x.example/a> a <http://www.w3.org/2004/02/skos/core#Concept> ;\n"
                        + " <http://www.w3.org/2004/02/skos/core#prefLabel> 'A'@en .");
    }

    private CodeLists load(String lines) throws IOException {
        Files.writeString(home.resolve("ontology/mappings/x.sssom.tsv"), HEAD + lines);
        return CodeLists.load(new DataFiles(home));
    }

    private void refused(String lines, String... messages) {
        assertThatThrownBy(() -> load(lines))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("x.sssom.tsv, line ")
                .hasMessageContainingAll(messages);
    }

    @Test
    void a_mapping_is_read_and_stated_as_skos() throws IOException {
        CodeLists codes = load(BRAIN);
        CodeMapping mapping = codes.mappings("https://x.example/a").getFirst();
        assertThat(mapping.exact()).isTrue();
        assertThat(mapping.object().iri()).isEqualTo("http://snomed.info/id/12738006");
        assertThat(codes.graph()
                        .contains(
                                Terms.iri("https://x.example/a"),
                                Terms.iri(Terms.SKOS + "exactMatch"),
                                Terms.iri("http://snomed.info/id/12738006")))
                .isTrue();
    }

    @Test
    void a_line_that_cannot_be_is_refused_with_its_number() {
        refused(BRAIN.replace("12738006", "12738007"), "line 3", "check digit of SCT:12738007");
        refused(BRAIN.replace("/a\t", "/b\t"), "subject_id", "https://x.example/b");
        refused(BRAIN.replace("exactMatch", "sameAs"), "predicate_id", "skos:closeMatch");
        refused(BRAIN.replace("SCT:", "XYZ:"), "object_id", "XYZ:12738006");
        refused(BRAIN.replace("\t1\t", "\t2\t"), "confidence", "from 0 to 1");
        refused(BRAIN.replace("semapv:Manual", ""), "mapping_justification");
        refused(BRAIN + BRAIN, "line 4", "the same mapping stands at");
    }

    @Test
    void the_check_digit_is_that_of_snomed_ct() {
        assertThat(Verhoeff.checks("39607008")).isTrue();
        assertThat(Verhoeff.checks("138875005")).isTrue();
        assertThat(Verhoeff.checks("39607009")).isFalse();
        assertThat(Verhoeff.checks("39670008")).isFalse();
    }
}
