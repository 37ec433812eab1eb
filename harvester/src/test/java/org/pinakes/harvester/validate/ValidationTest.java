package org.pinakes.harvester.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Repair;
import org.pinakes.queries.Views;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;

class ValidationTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String PREFIXES = "PREFIX dcat: <http://www.w3.org/ns/dcat#>\n"
            + "PREFIX dct: <http://purl.org/dc/terms/>\nPREFIX foaf: <http://xmlns.com/foaf/0.1/>\n";
    private final Validation validation = validation(() -> NOW);

    private static Validation validation(InstantSource clock) {
        DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
        Profiles profiles = Profiles.load(files);
        Judge judge = new Judge(files, profiles, CodeLists.load(files)::graph);
        return new Validation(judge, profiles, Views.load(files), clock);
    }

    private static Incoming incoming(String name, String text) {
        return new Incoming(
                name, Optional.empty(), () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Report report(String turtle, String... profiles) throws IOException {
        return report(validation, turtle, profiles);
    }

    private static Report report(Validation validation, String turtle, String... profiles) throws IOException {
        Validation.Asked asked =
                new Validation.Asked(validation.profiles(List.of(profiles)), "en", false, Duration.ofMinutes(5));
        Incoming incoming = incoming("x.ttl", PREFIXES + turtle);
        return validation.report(validation.judge(incoming, 5_000_000, asked), Optional.of(7L), "en");
    }

    @Test
    void a_finding_of_turtle_says_the_line_and_one_value_is_told_once() throws IOException {
        Report report = report(
                """
                <https://x.example/1> a dcat:Dataset ;
                    dct:title 'T' ;
                    dct:accessRights
                        <https://x.example/open> .
                """,
                "healthdcat-ap-8-public");
        List<Report.Group> groups = report.groups(report.profiles().getFirst());

        assertThat(groups)
                .filteredOn(g -> g.rule().equals("Dataset-accessRights-code"))
                .singleElement()
                .satisfies(g -> assertThat(g.items()).singleElement().satisfies(i -> assertThat(
                                i.finding().place().orElseThrow().position())
                        .isEqualTo("line 7, <https://x.example/1>")));
        assertThat(groups)
                .filteredOn(g -> g.rule().equals("Dataset-hdab"))
                .singleElement()
                .satisfies(g -> assertThat(g.first().place().orElseThrow().position())
                        .isEqualTo("line 4, <https://x.example/1>"));
    }

    @Test
    void rdf_xml_has_no_lines_and_says_the_subject() throws IOException {
        String xml = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns:dcat='http://www.w3.org/ns/dcat#'><dcat:Dataset rdf:about='https://x.example/1'/></rdf:RDF>";
        Validation.Asked asked =
                new Validation.Asked(validation.profiles(List.of("publication")), "en", false, Duration.ofMinutes(5));
        assertThat(validation
                        .judge(incoming("x.rdf", xml), 100, asked)
                        .getFirst()
                        .verdict()
                        .findings())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.place().orElseThrow().position()).isEqualTo("<https://x.example/1>"));
    }

    @Test
    void forty_datasets_are_forty_verdicts_and_the_first_repair_frees_most() throws IOException {
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            turtle.append("<https://x.example/" + i + "> a dcat:Dataset ; dct:title 'T' ");
            turtle.append(i < 30 ? "; dct:description 'D' " : "");
            turtle.append(i >= 20 ? "; dct:identifier 'I' " : "").append(".\n");
        }
        Report report = report(turtle.toString(), "publication");

        assertThat(report.judgements()).hasSize(40);
        assertThat(report.outcomes(report.profiles().getFirst())).containsEntry("fails", 30L);
        assertThat(report.repairs(report.profiles().getFirst()))
                .extracting(Repair::rule, Repair::records, Repair::frees)
                .containsExactly(tuple("identifier", 20, 20), tuple("description", 10, 10));
        assertThat(report.groups(report.profiles().getFirst()).getFirst().records())
                .isEqualTo(20);
    }

    @Test
    void without_a_dataset_what_there_is_is_judged_and_nothing_does_not_conform() throws IOException {
        Report catalogue = report("<https://x.example/c> a dcat:Catalog .", "dcat-ap-3");
        assertThat(catalogue.conforms()).isFalse();
        assertThat(catalogue.judgements())
                .singleElement()
                .extracting(Judgement::record)
                .isEqualTo("");
        Report nothing = report("<https://x.example/c> dct:title 'x' .", "dcat-ap-3", "publication");
        assertThat(nothing.judgements()).hasSize(2).noneMatch(j -> j.verdict().passes());
        assertThat(nothing.judgements().getFirst().verdict().findings())
                .singleElement()
                .extracting(f -> f.message())
                .asString()
                .startsWith("There is nothing here of which the profile dcat-ap-3 has a rule");
    }

    @Test
    void a_finding_on_a_shared_node_counts_for_each_dataset_and_names_its_way() throws IOException {
        Report report = report(
                "<https://x.example/1> a dcat:Dataset ; dct:title 'T' ; dct:description 'D' ; dct:publisher"
                        + " <https://x.example/p> .<https://x.example/2> a dcat:Dataset ; dct:title 'T' ; dct:description"
                        + " 'D' ; dct:publisher <https://x.example/p> ; dcat:distribution [ a dcat:Distribution ]"
                        + " .<https://x.example/p> a foaf:Agent .",
                "dcat-ap-3");
        assertThat(report.groups(report.profiles().getFirst()))
                .filteredOn(g -> g.rule().equals("Agent-name"))
                .singleElement()
                .extracting(Report.Group::records)
                .isEqualTo(2);
        assertThat(ReportCsv.of(report)).contains("the distribution of <https://x.example/2>");
    }

    @Test
    void cycles_and_a_graph_in_which_everything_leads_to_everything_get_an_answer() throws IOException {
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            turtle.append("<https://x.example/" + i + "> " + (i % 10 == 0 ? "a dcat:Dataset ;" : "")
                    + " dct:relation <https://x.example/" + (i + 1) % 2000 + ">, <https://x.example/" + (i * 7) % 2000
                    + ">, <https://x.example/" + i + "> .\n");
        }
        assertThat(report(turtle.toString(), "dcat-ap-3", "publication").judgements())
                .hasSize(400);
    }

    @Test
    void a_document_that_takes_too_long_is_stopped() {
        long[] second = {0};
        Validation slow = validation(() -> NOW.plusSeconds(1000 * second[0]++));
        String turtle = "<https://x.example/1> a dcat:Dataset . <https://x.example/2> a dcat:Dataset .";
        assertThatThrownBy(() -> report(slow, turtle + " <https://x.example/3> a dcat:Dataset .", "dcat-ap-3"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("takes longer than 300 seconds");
    }

    @Test
    void more_statements_than_are_read_are_refused() {
        assertThatThrownBy(() -> incoming("x.ttl", "<a> <b> 1, 2, 3 .").read(2))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("more than 2 statements");
    }

    @Test
    void the_shacl_report_says_profile_release_time_and_change() throws IOException {
        Graph graph = ReportGraph.of(report("<https://x.example/1> a dcat:Dataset ; dct:title 1 .", "dcat-ap-3"));
        Node report = graph.find(Node.ANY, SHACL.conforms, Node.ANY).next().getSubject();
        String said = graph.find(report, Node.ANY, Node.ANY).toList().toString();
        assertThat(said).contains("\"dcat-ap-3\"", "\"3.0.1\"", "2026-11-25T12:00:00Z", "\"7\"", "false");
        assertThat(graph.find(Node.ANY, SHACL.resultPath, Node.ANY).toList()).isNotEmpty();
        assertThat(graph.find(Node.ANY, SHACL.sourceShape, Node.ANY).toList()).isNotEmpty();
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_is_made_harmless() throws IOException {
        assertThat(ReportCsv.of(report("<https://x.example/1> a dcat:Dataset ; dct:title '=1+1' .", "publication")))
                .contains("\"'=1+1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a> <b> 1 <c> .                | line 1, column 11: This is not Turtle: the statement before this is"
                        + " not finished. Expected is a '.'",
                "<a> foo:b 1 .                  | line 1, column 5: This is not Turtle: the prefix 'foo' is not"
                        + " declared. Expected is a line such as PREFIX foo:",
                "<a> <b> ; .                    | found ';'. Expected is a value",
                "<a> <b c> 1 .                  | an IRI has a character that it cannot have",
                "hello world                    | 'hello' stands where it cannot stand",
                "{ \"@context\": {              | This is not JSON-LD: the JSON is not well formed",
                "{ \"@context\": \"https://c.example/\", \"@id\": \"x:y\" } | remote contexts are not fetched; put the"
                        + " context into the document",
                "<rdf:RDF><x/></rdf:RDF>        | This cannot be read as RDF/XML",
            })
    void what_cannot_be_read_says_where_and_what_was_expected(String text, String told) {
        assertThatThrownBy(() -> incoming("x", text).read(100))
                .isInstanceOf(InputProblem.class)
                .hasMessageStartingWith("x")
                .hasMessageContaining(told);
    }
}
