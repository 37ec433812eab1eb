package org.pinakes.ontology.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Terms;

final class OntologyTest {
    private static final String PREFIXES = "Prefix(:=<https://x.example/>)\n"
            + "Prefix(owl:=<http://www.w3.org/2002/07/owl#>)\n\n"
            + "Ontology(<https://x.example/o>\n";

    @TempDir
    Path home;

    @BeforeEach
    void three_conditions_and_two_sites() throws IOException {
        Files.createDirectories(home.resolve("ontology/codes"));
        Files.createDirectories(home.resolve("ontology/definitions"));
        Files.writeString(home.resolve("ontology/codes/condition.ttl"), list("Neoplasm", "BrainTumour", "Glioma"));
        Files.writeString(
                home.resolve("ontology/codes/topography.ttl"),
                list("Nervous", "Brain") + ":Brain skos:broader :Nervous .\n");
    }

    private static String list(String... names) {
        StringBuilder text = new StringBuilder(
                "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix : <https://x.example/> .\n");
        for (String name : names) {
            text.append(':').append(name).append(" a skos:Concept ; skos:prefLabel \"");
            text.append(name).append("\"@en .\n");
        }
        return text.toString();
    }

    private CodeLists load(String axioms) throws IOException {
        Files.writeString(
                home.resolve("ontology/definitions/d.ofn"),
                PREFIXES + "Declaration(ObjectProperty(:site))\nDeclaration(Class(:Glial))\n" + axioms + "\n)\n");
        return Ontology.load(new DataFiles(home), home.resolve("cache")).codes();
    }

    private void refused(String axioms, String... messages) {
        assertThatThrownBy(() -> load(axioms)).isInstanceOf(InputProblem.class).hasMessageContainingAll(messages);
    }

    private static final String DEFINED =
            """
            EquivalentClasses(:BrainTumour ObjectIntersectionOf(:Neoplasm ObjectSomeValuesFrom(:site :Nervous)))
            SubClassOf(:Glioma ObjectIntersectionOf(:Neoplasm ObjectSomeValuesFrom(:site :Brain)))
            """;

    @Test
    void what_is_defined_finds_its_place_and_the_place_is_remembered() throws IOException {
        CodeLists codes = load(DEFINED);
        assertThat(codes.concept("https://x.example/Glioma").orElseThrow().broader())
                .isEmpty();
        assertThat(codes.ancestors("https://x.example/Glioma"))
                .containsExactly("https://x.example/BrainTumour", "https://x.example/Neoplasm");
        assertThat(codes.descendants("https://x.example/Neoplasm")).hasSize(2);
        Path cache = home.resolve("cache/lists.bin");
        FileTime made = Files.getLastModifiedTime(cache);
        assertThat(load(DEFINED).ancestors("https://x.example/Glioma"))
                .containsExactly("https://x.example/BrainTumour", "https://x.example/Neoplasm");
        assertThat(Files.getLastModifiedTime(cache)).isEqualTo(made);
        assertThat(load(DEFINED.lines().findFirst().orElseThrow()).ancestors("https://x.example/Glioma"))
                .isEmpty();
        Files.writeString(cache, "# broken");
        assertThat(load(DEFINED).ancestors("https://x.example/Glioma")).hasSize(2);
        assertThat(cache).content(StandardCharsets.ISO_8859_1).contains("https://x.example/Glioma");
    }

    @Test
    void a_class_that_can_have_nothing_is_refused_with_the_axioms_that_say_so() {
        refused(
                DEFINED
                        + "DisjointClasses(:Nervous :Glial)\n"
                        + "SubClassOf(:Glioma ObjectSomeValuesFrom(:site ObjectIntersectionOf(:Glial :Brain)))",
                "d.ofn, line ",
                "nothing can be a 'Glioma'",
                "ontology/codes: SubClassOf('Brain' 'Nervous')",
                "DisjointClasses(");
    }

    @Test
    void two_concepts_that_are_one_are_refused_with_the_axioms_that_say_so() {
        refused(
                DEFINED + "SubClassOf(:BrainTumour :Glioma)",
                "are each broader than the other",
                "d.ofn, line 9: SubClassOf('BrainTumour' 'Glioma')");
    }

    @Test
    void what_the_profile_or_the_loader_does_not_allow_is_refused() {
        refused("SubClassOf(:Glioma ObjectAllValuesFrom(:site :Brain))", "d.ofn, line ", "not OWL 2 EL");
        refused("SubClassOf(:Gliom :Neoplasm)", "not OWL 2 EL", "Gliom");
        refused("Import(<https://somewhere.example/o>)", "d.ofn, line ", "imports nothing");
        refused("SubClassOf(:Glioma", "d.ofn");
    }

    @Test
    void the_shipped_ontology_is_sound_and_says_what_a_doctor_would() {
        Path project = Path.of(System.getProperty("pinakes.home"));
        Ontology ontology = Ontology.load(new DataFiles(project), home.resolve("cache"));
        CodeLists codes = ontology.codes();
        List<String> above = codes.ancestors(Terms.EUCAIM + "CLIN1000067").stream()
                .map(i -> codes.concept(i).orElseThrow().label("en"))
                .toList();
        assertThat(above).contains("Glioma", "Neoplasm").anyMatch(l -> l.contains("central nervous system"));
        assertThat(ontology.inferred().size()).isGreaterThan(3_000);
        assertThat(ontology.stated(new DataFiles(project)).isEmpty()).isFalse();
    }
}
