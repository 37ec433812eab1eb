package org.pinakes.mappings.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;

/**
 * Runs {@code mappings/migrations/<profile>/tests/<rule>/}: {@code before.ttl} under all rules gives {@code after.ttl} and the
 * findings of {@code findings.txt}; {@code -Dgolden=write} writes the latter anew.
 */
final class MigrationsTest {
    private static final DataFiles FILES = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private static final Path FOLDER = FILES.home().resolve("mappings/migrations");
    private final Migrations migrations = Migrations.load(FILES);

    private static List<Path> cases() throws IOException {
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            return paths.filter(p -> p.endsWith("before.ttl"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> cases_give_what_they_say() throws IOException {
        return cases().stream()
                .map(c -> DynamicTest.dynamicTest(FOLDER.relativize(c).toString(), () -> check(c)));
    }

    private void check(Path folder) throws IOException {
        Graph graph = read(folder.resolve("before.ttl"));
        Migrated migrated = migrations.migrate(graph);
        assertIsomorphic(graph, read(folder.resolve("after.ttl")));
        assertThat(back(graph, migrated).stream())
                .as("every statement is there or was kept")
                .containsAll(read(folder.resolve("before.ttl")).size() == 0 ? List.of() : groundOf(folder));
        String findings = String.join(
                "",
                migrated.findings().stream().map(MigrationsTest::line).sorted().toList());
        Path expected = folder.resolve("findings.txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.deleteIfExists(expected);
            if (!findings.isEmpty()) {
                Files.writeString(expected, findings);
            }
        }
        assertThat(findings).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
        assertThat(migrations.migrate(graph).kept()).as("a second time").isEmpty();
        assertIsomorphic(graph, read(folder.resolve("after.ttl")));
    }

    /** Of a rule that is taken away, its own case must notice. */
    @Test
    void each_rule_is_needed_by_its_case() throws IOException {
        for (MigrationRule rule : migrations.rules()) {
            String[] name = rule.name().split("/");
            Path folder = FOLDER.resolve(name[0]).resolve("tests").resolve(name[1]);
            assertThat(folder).as("case of " + rule.name()).isDirectory();
            List<MigrationRule> fewer = new ArrayList<>(migrations.rules());
            fewer.remove(rule);
            Graph graph = read(folder.resolve("before.ttl"));
            Migrated without = new Migrations(fewer).migrate(graph);
            Graph again = read(folder.resolve("before.ttl"));
            Migrated with = migrations.migrate(again);
            boolean noticed = rule instanceof MigrationRule.Change
                    ? !graph.isIsomorphicWith(again)
                    : without.findings().size() < with.findings().size();
            assertThat(noticed).as(rule.name()).isTrue();
        }
    }

    @Test
    void the_order_of_the_profiles_does_not_matter() throws IOException {
        List<MigrationRule> rules = new ArrayList<>(migrations.rules());
        rules.sort((a, b) -> {
            int profile = b.name().split("/")[0].compareTo(a.name().split("/")[0]);
            return profile == 0 ? a.name().compareTo(b.name()) : profile;
        });
        Migrations reversed = new Migrations(rules);
        for (Path folder : cases()) {
            Graph graph = read(folder.resolve("before.ttl"));
            reversed.migrate(graph);
            assertIsomorphic(graph, read(folder.resolve("after.ttl")));
        }
    }

    @Test
    void a_record_of_today_is_looked_at_by_no_rule_that_it_does_not_name() {
        Graph graph = turtle("@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> ."
                + " <https://example.org/d> a dcat:Dataset ; dct:title 'T'@en ; dct:publisher <https://example.org/p> ;"
                + " dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://example.org/x> ] .");
        assertThat(migrations.migrate(graph)).isSameAs(Migrated.NOTHING);
    }

    @Test
    void what_was_taken_away_is_kept_with_the_rule_that_did_it() {
        Graph graph = turtle("@prefix dct: <http://purl.org/dc/terms/> ."
                + " <https://example.org/d> dct:hasVersion <https://example.org/e> .");
        Triple was = graph.find().next();
        assertThat(migrations.migrate(graph).kept())
                .containsExactly(new Migrated.Kept("dcat-ap-2/10-has-version", was));
    }

    @Test
    void a_mistake_in_a_rule_is_told_with_its_file() {
        String head = "# what: x\n# why: y\n# in: z\n";
        assertThatThrownBy(() -> MigrationRule.read("p/1.ru", "p/1.ru", "DELETE WHERE { ?a <urn:p> ?b }"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("p/1.ru")
                .hasMessageContaining("# what:");
        assertThatThrownBy(() -> MigrationRule.read("p/1.ru", "p/1.ru", head + "DELETE WHERE {"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("p/1.ru");
        assertThatThrownBy(() -> MigrationRule.read("p/1.ru", "p/1.ru", head + "DROP ALL"))
                .hasMessageContaining("one DELETE");
        assertThatThrownBy(() -> MigrationRule.read(
                        "p/1.ru", "p/1.ru", head + "DELETE { ?a ?p ?b } WHERE { ?a ?p ?b FILTER (?p = <urn:p>) }"))
                .hasMessageContaining("is named");
        assertThatThrownBy(() -> MigrationRule.read("p/1.rq", "p/1.rq", head + "SELECT ?a WHERE { ?a <urn:p> ?b }"))
                .hasMessageContaining("?focus");
    }

    private static List<Triple> groundOf(Path folder) throws IOException {
        return read(folder.resolve("before.ttl")).find().toList().stream()
                .filter(t -> !t.getSubject().isBlank() && !t.getObject().isBlank())
                .toList();
    }

    private static Set<Triple> back(Graph graph, Migrated migrated) {
        Set<Triple> all = new HashSet<>(graph.find().toList());
        migrated.kept().forEach(k -> all.add(k.was()));
        return all;
    }

    private static String line(Finding f) {
        return f.severity() + " " + f.rule() + " " + f.focus().orElse("") + " "
                + f.path().orElse("") + " " + f.value().orElse("") + "\n  " + f.message() + "\n";
    }

    private static void assertIsomorphic(Graph found, Graph expected) {
        if (!found.isIsomorphicWith(expected)) {
            assertThat(lines(found)).isEqualTo(lines(expected));
        }
        assertThat(found.isIsomorphicWith(expected)).isTrue();
    }

    private static String lines(Graph graph) {
        List<String> lines = new ArrayList<>(graph.find().toList().stream()
                .map(t -> t.toString().replaceAll("_:\\S+", "_:"))
                .toList());
        Collections.sort(lines);
        return String.join("\n", lines);
    }

    private static Graph read(Path file) throws IOException {
        return turtle(Files.readString(file));
    }

    private static Graph turtle(String text) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(text, Lang.TURTLE).parse(graph);
        return graph;
    }
}
