package org.pinakes.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.harvester.Catalogue;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Iris;
import org.pinakes.server.store.LoggedKnowledgeGraph;

final class LuceneIndexTest {
    private static final Iris IRIS = new Iris("https://cat.example/");
    private static final String EUCAIM = "https://cancerimage.eu/ontology/EUCAIM#";
    private final DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private final CodeLists codes = CodeLists.load(files);
    private final IndexDefinition definition = IndexDefinition.read(files.home().resolve("queries/index.yaml"));

    private final Path data;
    private LoggedKnowledgeGraph store;
    private LuceneIndex index;

    LuceneIndexTest(@TempDir Path data) throws IOException {
        this.data = data;
        store = LoggedKnowledgeGraph.open(data.resolve("s"), IRIS, () -> Instant.EPOCH);
        index = open("1");
    }

    private LuceneIndex open(String fingerprint) throws IOException {
        return LuceneIndex.open(data.resolve("i"), () -> definition, () -> codes, id -> "Provider " + id, fingerprint);
    }

    @BeforeEach
    void three_datasets() {
        store.publish(List.of(
                entry(
                        "gbm",
                        "dct:title 'Conjunto de glioblastoma'@es; eucaim:hasCondition eucaim:CLIN1000067;"
                                + " eucaim:hasImageModality eucaim:IMG1000038; health:numberOfUniqueIndividuals 30"),
                entry(
                        "lung",
                        "dct:title 'Chest study'@en; eucaim:hasCondition eucaim:CLIN1000065;"
                                + " eucaim:hasImageModality eucaim:IMG1000026; health:numberOfUniqueIndividuals 200"),
                entry(
                        "pet",
                        "dct:title 'PET study of lungs'@en; eucaim:hasCondition eucaim:CLIN1000065;"
                                + " eucaim:hasImageModality eucaim:IMG1000037, eucaim:IMG1000026")));
        index.catchUp(store);
    }

    @AfterEach
    void close() {
        index.close();
        store.close();
    }

    private static Catalogue.Entry entry(String id, String turtle) {
        String iri = IRIS.dataset("p", id);
        Graph g = RDFParser.fromString(
                        "@prefix dct: <http://purl.org/dc/terms/> . @prefix eucaim: <" + EUCAIM + "> . @prefix health:"
                                + " <http://healthdataportal.eu/ns/health#> . <" + iri
                                + "> a <http://www.w3.org/ns/dcat#Dataset>; " + turtle + " .",
                        Lang.TURTLE)
                .toGraph();
        return new Catalogue.Entry(iri, "p", turtle, g, GraphMemFactory.createDefaultGraph());
    }

    private SearchIndex.Answer search(String text, Map<String, List<String>> filters) {
        return index.search(new SearchIndex.Request(text, filters, "relevance", 0, 10, "en"));
    }

    private List<String> found(String text) {
        return search(text, Map.of()).hits().stream()
                .map(h -> h.iri().replaceFirst(".*p\\.", ""))
                .sorted()
                .toList();
    }

    @Test
    void a_broader_concept_a_synonym_and_another_language_find_it() {
        assertThat(found("tumour of the central nervous system")).containsExactly("gbm");
        assertThat(found("GBM")).containsExactly("gbm");
        assertThat(found("Glioblastom")).containsExactly("gbm");
        assertThat(found("brain tumor")).containsExactly("gbm");
        assertThat(search("brain tumor", Map.of()).hits().getFirst().because())
                .anyMatch(b -> b.contains("is a kind of"));
        assertThat(found("lung MRI")).containsExactly("gbm", "lung", "pet");
        assertThat(found("study")).containsExactly("lung", "pet");
    }

    @Test
    void facets_count_what_is_narrower_and_stay_open_sideways() {
        SearchIndex.Answer all = search("", Map.of());
        assertThat(all.total()).isEqualTo(3);
        assertThat(count(all, "modality", EUCAIM + "IMG1000070")).isEqualTo(2);
        assertThat(count(all, "condition", EUCAIM + "CLIN1036328")).isEqualTo(3);
        assertThat(count(all, "provider", "p")).isEqualTo(3);
        SearchIndex.Answer ct = search("", Map.of("modality", List.of(EUCAIM + "IMG1000026")));
        assertThat(ct.total()).isEqualTo(2);
        assertThat(count(ct, "modality", EUCAIM + "IMG1000038")).as("sideways").isEqualTo(1);
        assertThat(count(ct, "condition", EUCAIM + "CLIN1000067")).isZero();
    }

    private static long count(SearchIndex.Answer answer, String facet, String value) {
        return answer.facets().stream()
                .filter(f -> f.name().equals(facet))
                .flatMap(f -> f.counts().stream())
                .filter(c -> c.value().equals(value))
                .mapToLong(SearchIndex.Count::count)
                .sum();
    }

    @Test
    void updates_withdrawals_and_new_rules_are_followed() throws IOException {
        store.publish(List.of(entry("lung", "dct:title 'Renamed'@en")));
        store.withdraw(List.of(IRIS.dataset("p", "gbm")));
        index.catchUp(store);
        assertThat(found("Renamed")).containsExactly("lung");
        assertThat(found("glioblastoma")).isEmpty();
        assertThat(index.changeNumber()).isEqualTo(store.changeNumber());
        index.close();
        index = open("2");
        index.catchUp(store);
        assertThat(search("", Map.of()).total()).isEqualTo(2);
    }

    @Test
    void hostile_text_does_no_harm() {
        for (String text :
                List.of("*", "foo AND (", "\"", "a:b", "/.*/", "~~~", "\\", "x".repeat(100_000), "🙂", " ")) {
            assertThat(search(text, Map.of("modality", List.of("nothing"))).total())
                    .isZero();
            search(text, Map.of());
        }
    }

    @Test
    void a_damaged_index_is_made_anew() throws IOException {
        index.close();
        try (var paths = Files.list(data.resolve("i"))) {
            for (Path p : paths.toList()) {
                Files.writeString(p, "broken");
            }
        }
        index = open("1");
        index.catchUp(store);
        assertThat(search("", Map.of()).total()).isEqualTo(3);
    }

    @Test
    void hits_are_sorted_and_paged() {
        SearchIndex.Answer page = index.search(new SearchIndex.Request("", Map.of(), "subjects", 1, 1, "en"));
        assertThat(page.hits()).singleElement().satisfies(h -> assertThat(h.subjects())
                .isEqualTo(30));
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void a_mistake_in_the_definition_is_told() throws IOException {
        Path file = Files.writeString(
                data.resolve("index.yaml"), "facets:\n  - {name: x, label: X, path: \"no:prefix\", kind: concept}\n");
        assertThatThrownBy(() -> IndexDefinition.read(file))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("property path");
    }
}
