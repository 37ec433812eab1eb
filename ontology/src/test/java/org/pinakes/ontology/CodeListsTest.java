package org.pinakes.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeListsTest {
    private static final String PREFIXES =
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix : <https://x.example/> .\n";

    @TempDir
    Path home;

    private void refused(String turtle, String message) throws IOException {
        Path file = home.resolve("ontology/codes/x.ttl");
        Files.createDirectories(file.getParent());
        Files.writeString(file, PREFIXES + turtle);
        assertThatThrownBy(() -> CodeLists.load(new DataFiles(home)))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("x.ttl")
                .hasMessageContaining(message);
    }

    @Test
    void a_faulty_list_is_refused_with_file_and_concept() throws IOException {
        refused(":a a skos:Concept .", "no English label");
        refused("<a> a skos:Concept; skos:prefLabel 'A'@en .", "Relative IRI: a");
        refused(
                ":a a skos:Concept; skos:prefLabel 'A'@en; skos:broader :b . :b a skos:Concept; skos:prefLabel 'B'@en;"
                        + " skos:broader :a .",
                "broader than itself");
        refused(":a a skos:Concept; skos:prefLabel 'A'@en; skos:broader :z .", "not in this list");
        refused(
                ":a a skos:Concept; skos:prefLabel 'A'@en; skos:notation 'N' . :b a skos:Concept; skos:prefLabel"
                        + " 'B'@en; skos:notation 'N' .",
                "the notation 'N' stands at");
        refused(":a a skos:Concept; skos:prefLabel 'A'@en, 'AA'@en .", "two preferred labels");
        refused(
                ":a a skos:Concept; skos:prefLabel 'A'@en . :b a skos:Concept; skos:prefLabel 'A'@en .",
                "could not tell them apart");
        refused(
                "\n"
                        + ":a a skos:Concept; skos:prefLabel 'A'@en .\n"
                        + ":b a skos:Concept;\n"
                        + "  skos:prefLabel 'B'@en;\n"
                        + "  skos:broader :z .",
                "x.ttl, line 7: ");
        refused(":a a skos:Concept; skos:prefLabel 'A@en .", "not valid Turtle");
    }

    @Test
    void ancestors_come_nearest_first() {
        CodeLists codes = CodeLists.load(new DataFiles(Path.of(System.getProperty("pinakes.home"))));
        assertThat(codes.ancestors(Terms.EUCAIM + "CLIN1000067").stream()
                        .map(i -> codes.concept(i).orElseThrow().label("en")))
                .startsWith("High grade glioma", "Glioma", "Malignant neoplasm of brain")
                .contains("Tumour of the central nervous system", "Neoplasm");
    }

    @Test
    void every_own_term_that_java_names_is_documented() {
        Path file = Path.of(System.getProperty("pinakes.home")).resolve("ontology/pinakes.ttl");
        Graph terms = RDFParser.source(file).toGraph();
        for (Node term : new Node[] {Terms.CONTENT_HASH, Terms.PROVIDER, Terms.CHANGE_NUMBER, Terms.WITHDRAWN_AT}) {
            assertThat(terms.contains(term, Node.ANY, Node.ANY))
                    .as(term.toString())
                    .isTrue();
        }
    }
}
