package org.pinakes.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows of the architecture. Plain tests, because the annotated-field form runs nothing under Surefire. */
final class ArchitectureTest {
    private final JavaClasses all = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.pinakes");

    @Test
    void every_module_is_seen() {
        for (String module : List.of("ontology", "mappings", "shapes", "queries", "harvester", "server")) {
            assertThat(all.stream()
                            .filter(c -> c.getPackageName().startsWith("org.pinakes." + module))
                            .count())
                    .as(module)
                    .isGreaterThan(2);
        }
    }

    @Test
    void the_pure_modules_know_no_network_no_clock_and_nothing_above_them() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.pinakes.ontology..",
                        "org.pinakes.mappings..",
                        "org.pinakes.shapes..",
                        "org.pinakes.queries..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "java.time.Clock",
                        "org.pinakes.harvester..",
                        "org.pinakes.server..",
                        "io.javalin..",
                        "org.apache.jena.tdb2..",
                        "org.apache.lucene..")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("org.pinakes.ontology..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.pinakes.mappings..", "org.pinakes.shapes..", "org.pinakes.queries..")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("org.pinakes.harvester..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.pinakes.server..")
                .check(all);
    }

    @Test
    void only_the_store_knows_tdb2_and_rdf_patch_and_only_search_knows_lucene() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.pinakes.server.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.jena.tdb2..", "org.apache.jena.rdfpatch..", "org.apache.jena.dboe..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.pinakes.server.search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.pinakes.server.sparql..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.jena.fuseki..")
                .check(all);
    }

    @Test
    void only_fetchers_open_connections() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.pinakes.harvester.fetch..", "org.pinakes.server.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(all);
    }

    @Test
    void packages_form_no_circle() {
        slices().matching("org.pinakes.harvester.(*)..")
                .should()
                .beFreeOfCycles()
                .check(all);
        slices().matching("org.pinakes.server.(*)..").should().beFreeOfCycles().check(all);
    }

    @Test
    void nothing_has_a_name_without_an_edge() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.pinakes.server.pages..")
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Processor)")
                .check(all);
    }

    @Test
    void sparql_is_bound_by_substitution_and_never_by_templates_of_text() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.jena.query.ParameterizedSparqlString")
                .check(all);
        classes()
                .that()
                .resideInAPackage("org.pinakes..")
                .and()
                .haveSimpleNameEndingWith("Library")
                .should()
                .resideInAPackage("org.pinakes.queries..")
                .check(all);
    }
}
