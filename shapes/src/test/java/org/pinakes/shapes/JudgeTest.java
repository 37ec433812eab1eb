package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Detail;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Verdict;

class JudgeTest {
    private static final String PREFIXES =
            """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX ex: <https://example.org/shapes#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX prof: <http://www.w3.org/ns/dx/prof/>
            PREFIX role: <http://www.w3.org/ns/dx/prof/role/>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;
    private static final String IRI = "https://example.org/d";
    private static final String RECORD = "<https://example.org/d> a dcat:Dataset ; dct:title \"CT\" .";

    private final Graph background = GraphMemFactory.createDefaultGraph();

    @TempDir
    private Path home;

    @Test
    void a_finding_says_which_rule_where_and_what_was_found() throws IOException {
        Finding finding = one(
                """
                ex:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property ex:year .
                ex:year a sh:PropertyShape ; sh:path dct:issued ; sh:datatype xsd:gYear ;
                  sh:severity sh:Warning ; sh:message "{$value} ist kein Jahr"@de , "{$value} is no year; see {$path}."@en .
                """,
                RECORD + " <https://example.org/d> dct:issued 1 .");

        assertThat(finding.with(Detail.NONE))
                .isEqualTo(new Finding(
                        Finding.Severity.WARNING,
                        "year",
                        "1^^xsd:integer is no year; see http://purl.org/dc/terms/issued.",
                        Optional.of(IRI),
                        Optional.of("http://purl.org/dc/terms/issued"),
                        Optional.of("1^^xsd:integer"),
                        Optional.empty()));
    }

    @Test
    void a_shape_without_message_and_name_still_makes_a_sentence() throws IOException {
        String shape = "ex:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property [ %s ] .";

        assertThat(one(shape.formatted("sh:path dct:creator ; sh:minCount 2 ; sh:name \"creator\""), RECORD))
                .extracting(Finding::rule, Finding::message)
                .containsExactly("Dataset/creator", "Creator is missing: at least 2 is needed.");
        assertThat(one(shape.formatted("sh:path dct:title ; sh:nodeKind sh:IRI ; sh:name \"title\""), RECORD)
                        .message())
                .isEqualTo("Title must be an IRI.");
        assertThat(one(shape.formatted("sh:path dct:title ; sh:in ( \"A\" \"B\" ) ; sh:name \"title\""), RECORD)
                        .message())
                .isEqualTo("Title must be one of A, B.");
        assertThat(one(shape.formatted("sh:path dct:title ; sh:maxLength 1 ; sh:name \"title\""), RECORD)
                        .message())
                .isEqualTo("Title is too long: at most 1 characters are allowed.");
        assertThat(one(shape.formatted("sh:path dct:title ; sh:disjoint dct:title ; sh:name \"title\""), RECORD)
                        .message())
                .isEqualTo("Title does not keep the rule Disjoint.");
        assertThat(one(
                                shape.formatted(
                                        "sh:path dct:title ; sh:or ( [ sh:nodeKind sh:IRI ] [ sh:minLength 9 ] )"),
                                RECORD)
                        .message())
                .isEqualTo("Title has none of the 2 forms that are allowed here.");
        assertThat(one(shape.formatted("sh:path ( dct:publisher foaf:name ) ; sh:minCount 1"), RECORD))
                .extracting(f -> f.path().orElse(""), Finding::message)
                .containsExactly(
                        "dct:publisher/foaf:name", "dct:publisher/foaf:name is missing: at least 1 is needed.");
    }

    @Test
    void the_nearest_allowed_values_of_a_list_are_named() throws IOException {
        String shape =
                """
                ex:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ; dct:source <https://spec.example/#Dataset> ;
                  sh:property ex:sex .
                ex:sex a sh:PropertyShape ; sh:path dct:subject ; sh:name "sex"@en , "Geschlecht"@de ;
                  sh:in ( ex:female ex:male "unknown" ) .
                """;
        read(background, "ex:female skos:prefLabel \"Female\"@en , \"weiblich\"@de .");
        Detail detail = one(shape, RECORD + " <https://example.org/d> dct:subject \"Weiblich\" .")
                .detail();

        assertThat(detail.nearest().getFirst())
                .isEqualTo(new Detail.Allowed("https://example.org/shapes#female", "Female"));
        assertThat(detail.allowed()).isEqualTo(3);
        assertThat(detail.nearest()).as("a short list is told whole").hasSize(3);
        assertThat(detail.field()).contains("sex");
        assertThat(detail.source()).as("of the shape that it belongs to").contains("https://spec.example/#Dataset");
        assertThat(detail.term()).contains("\"Weiblich\"");
    }

    @Test
    void of_a_long_scheme_only_what_comes_close_is_named_by_any_label_or_code() throws IOException {
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            scheme.append("ex:c" + i + " skos:inScheme ex:scheme ; skos:notation \"code" + (1000 + 37 * i) + "\" . ");
        }
        read(background, scheme + " ex:GLIOMA skos:inScheme ex:scheme ; skos:prefLabel \"Glioblastoma\"@en .");
        String shape =
                """
                ex:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property ex:subject .
                ex:subject a sh:PropertyShape ; sh:path dct:subject ; sh:name "condition" ;
                  sh:node [ sh:property [ sh:path skos:inScheme ; sh:hasValue ex:scheme ] ] .
                """;

        assertThat(one(shape, RECORD + " <https://example.org/d> dct:subject ex:Gliobastoma .")
                        .detail())
                .satisfies(d -> assertThat(d.allowed()).isEqualTo(51))
                .satisfies(d -> assertThat(d.nearest())
                        .containsExactly(new Detail.Allowed("https://example.org/shapes#GLIOMA", "Glioblastoma")));
        assertThat(one(shape, RECORD + " <https://example.org/d> dct:subject ex:nothingLikeIt .")
                        .detail()
                        .nearest())
                .isEmpty();
    }

    @Test
    void findings_are_told_in_another_language_as_far_as_the_shapes_have_it() throws IOException {
        Judge judge = judge(
                """
                ex:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property ex:issued , ex:creator .
                ex:issued a sh:PropertyShape ; sh:path dct:issued ; sh:minCount 1 ; sh:name "date"@en , "Datum"@de ;
                  sh:message "Say when."@en , "Wann?"@de .
                ex:creator a sh:PropertyShape ; sh:path dct:creator ; sh:minCount 1 ; sh:message "Say who."@en .
                """);
        Graph data = graph(RECORD);

        assertThat(judge.in("de-AT").judge("p", data, IRI).findings())
                .extracting(Finding::message)
                .containsExactly("Say who.", "Wann?");
        assertThat(judge.in("xx").judge("p", data, IRI).findings())
                .extracting(Finding::message)
                .containsExactly("Say who.", "Say when.");
    }

    @Test
    void a_judge_stops_when_it_is_told_to() throws IOException {
        Judge judge = judge("ex:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset .")
                .asking(() -> {
                    throw new IllegalStateException("enough");
                });
        assertThatThrownBy(() -> judge.judge("p", graph(RECORD), IRI)).hasMessage("enough");
    }

    @Test
    void a_long_value_is_cut() throws IOException {
        Finding finding = one(
                "ex:D a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property [ sh:path dct:title ; sh:nodeKind"
                        + " sh:IRI ] .",
                RECORD.replace("CT", "x".repeat(5000)));

        assertThat(finding.value().orElse("")).hasSize(200).endsWith("…");
    }

    @Test
    void the_background_answers_but_is_never_judged() throws IOException {
        read(background, "<https://example.org/c> a skos:Concept . <https://example.org/bad> a skos:Concept .");
        String shapes =
                """
                ex:Dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ;
                  sh:property [ sh:path dct:type ; sh:class skos:Concept ; sh:property ex:label ] .
                ex:Concept a sh:NodeShape ; sh:targetClass skos:Concept ; sh:property ex:label .
                ex:label a sh:PropertyShape ; sh:path skos:prefLabel ; sh:minCount 1 .
                """;

        assertThat(findings(shapes, RECORD + "<https://example.org/d> dct:type <https://example.org/c> ."))
                .isEmpty();
        assertThat(findings(shapes, RECORD + "<https://example.org/d> dct:type <https://example.org/other> ."))
                .extracting(f -> f.focus().orElse(""), Finding::rule)
                .contains(org.assertj.core.groups.Tuple.tuple(IRI, "Dataset/type"));
    }

    @Test
    void a_subclass_axiom_in_the_background_does_not_make_a_catalogue_a_dataset() throws IOException {
        read(background, "dcat:Catalog <http://www.w3.org/2000/01/rdf-schema#subClassOf> dcat:Dataset .");

        assertThat(findings(
                        "ex:D a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property [ sh:path dct:title ;"
                                + " sh:minCount 1 ] .",
                        RECORD + "<https://example.org/c> a dcat:Catalog ."))
                .isEmpty();
    }

    @Test
    void a_record_of_which_no_rule_speaks_does_not_conform() throws IOException {
        Verdict verdict = judge("ex:C a sh:NodeShape ; sh:targetClass dcat:Catalog ; sh:property [ sh:path dct:title ;"
                        + " sh:minCount 1 ] .")
                .judge("p", graph(RECORD), IRI);

        assertThat(verdict).isInstanceOf(Verdict.Fails.class);
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("no-rule");
    }

    @Test
    void pin_record_is_the_record_or_in_a_whole_graph_each_dataset() throws IOException {
        Judge judge = judge("ex:R a sh:NodeShape ; sh:targetNode <https://w3id.org/pinakes/ns#record> ;"
                + " sh:property [ sh:path dct:identifier ; sh:minCount 1 ] .");
        Graph graph = graph(RECORD + "<https://example.org/e> a dcat:Dataset .");

        assertThat(judge.judge("p", graph, IRI).findings())
                .extracting(f -> f.focus().orElse(""))
                .containsExactly(IRI);
        assertThat(judge.judge("p", graph).findings())
                .extracting(f -> f.focus().orElse(""))
                .containsExactly(IRI, "https://example.org/e");
    }

    @Test
    void imports_are_not_followed() throws IOException {
        assertThat(findings(
                        "<> a owl:Ontology ; owl:imports <http://127.0.0.1:9/never> . ex:D a sh:NodeShape ;"
                                + " sh:targetClass dcat:Dataset ; sh:property [ sh:path dct:title ; sh:minCount 1 ] .",
                        RECORD))
                .isEmpty();
    }

    @Test
    void the_same_finding_of_two_targets_is_said_once() throws IOException {
        assertThat(findings(
                        "ex:D a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:targetSubjectsOf dct:title ;"
                                + " sh:property ex:t . ex:E a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property"
                                + " ex:t . ex:t a sh:PropertyShape ; sh:path dct:type ; sh:minCount 1 .",
                        RECORD))
                .hasSize(1);
    }

    @Test
    void bad_shapes_are_named_with_file_and_line() {
        assertThatThrownBy(() ->
                        findings("ex:D a sh:NodeShape ;\n sh:targetClass dcat:Dataset ;; ; sh:property .", RECORD))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("shapes/p/p.ttl, line 12, column ")
                .hasMessageContaining("not Turtle");
        assertThatThrownBy(() -> findings(
                        "ex:D a sh:NodeShape ;\n sh:targetClass dcat:Dataset ;\n sh:property ex:pathless .\n"
                                + "ex:pathless a sh:PropertyShape ; sh:minCount 1 .",
                        RECORD))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("shapes/p/p.ttl, line ")
                .hasMessageContaining("path");
        assertThatThrownBy(() -> findings("ex:D a sh:NodeShape .", RECORD))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("has a target");
    }

    @Test
    void a_wrong_profile_lists_the_right_ones() throws IOException {
        Judge judge = judge("ex:D a sh:NodeShape ; sh:targetClass dcat:Dataset .");

        assertThatThrownBy(() -> judge.judge("q", graph(RECORD), IRI))
                .isInstanceOf(InputProblem.class)
                .hasMessage("There is no profile 'q'; there are: p.");
    }

    @Test
    void the_fingerprint_changes_with_a_file() throws IOException {
        String first =
                judge("ex:D a sh:NodeShape ; sh:targetClass dcat:Dataset .").fingerprint("p");
        String again =
                judge("ex:D a sh:NodeShape ; sh:targetClass dcat:Dataset .").fingerprint("p");
        Judge other = judge("ex:D a sh:NodeShape ; sh:targetClass dcat:Catalog .");

        assertThat(again).isEqualTo(first);
        assertThat(other.fingerprint("p")).isNotEqualTo(first).isEqualTo(other.fingerprint());
    }

    @Test
    void many_threads_get_the_same_verdict() throws Exception {
        DataFiles own = new DataFiles(Path.of(System.getProperty("pinakes.home")));
        Judge judge = new Judge(own, Profiles.load(own), () -> background);
        Graph record = graph(RECORD);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Verdict>> verdicts = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> judge.judge("dcat-ap-3", record, IRI)))
                    .toList();
            Verdict first = verdicts.getFirst().get();
            assertThat(first.findings()).isNotEmpty();
            for (Future<Verdict> verdict : verdicts) {
                assertThat(verdict.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void every_own_rule_has_a_name_of_its_own_and_a_message() {
        DataFiles own = new DataFiles(Path.of(System.getProperty("pinakes.home")));
        Profiles profiles = Profiles.load(own);
        Judge judge = new Judge(own, profiles, () -> background);

        assertThat(profiles.all()).allSatisfy(p -> {
            List<Rule> rules = judge.rules(p.name());
            assertThat(rules)
                    .isNotEmpty()
                    .allSatisfy(r ->
                            assertThat(r.message()).as(r.name()).endsWith(".").hasSizeGreaterThan(30));
            assertThat(rules).extracting(Rule::name).doesNotHaveDuplicates();
        });
    }

    private Finding one(String shapes, String data) throws IOException {
        List<Finding> findings = findings(shapes, data);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private List<Finding> findings(String shapes, String data) throws IOException {
        return judge(shapes).judge("p", graph(data), IRI).findings();
    }

    private Judge judge(String shapes) throws IOException {
        Files.createDirectories(home.resolve("shapes/p"));
        Files.writeString(home.resolve("shapes/p/p.ttl"), PREFIXES + shapes);
        Files.writeString(
                home.resolve("shapes/profiles.ttl"),
                PREFIXES
                        + "<#p> a prof:Profile ; prof:hasToken \"p\" ; dct:title \"P\" ; dcat:version \"1\" ;"
                        + " prof:hasResource [ prof:hasRole role:constraints ; prof:hasArtifact <p/> ] .");
        DataFiles files = new DataFiles(home);
        return new Judge(files, Profiles.load(files), () -> background);
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        read(graph, turtle);
        return graph;
    }

    private static void read(Graph into, String turtle) {
        RDFParser.fromString(PREFIXES + turtle, Lang.TTL).parse(into);
    }
}
