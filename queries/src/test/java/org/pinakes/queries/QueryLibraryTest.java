package org.pinakes.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.NamedQuery;
import org.pinakes.ontology.NamedQuery.Parameter;

class QueryLibraryTest {
    private static final String BY_TITLE =
            """
            # title: Datasets by title
            # description: Datasets whose title holds a word,
            #   with the title.
            # param: word string "Word"
            # param: least integer "Least size"
            PREFIX dct: <http://purl.org/dc/terms/>
            SELECT ?dataset ?title WHERE {
              ?dataset dct:title ?title ; <https://example.org/size> ?size
              FILTER(CONTAINS(?title, ?word) && ?size >= ?least)
              FILTER EXISTS { SELECT ?dataset { ?dataset dct:title ?t FILTER(CONTAINS(?t, ?word)) } }
            } ORDER BY ?title
            """;
    private static final String OF_CLASS =
            """
            # title: Things of a class
            # description: All of them.
            # param: class iri "Class"
            SELECT ?x ?class WHERE { ?x a ?class }
            """;

    @TempDir
    private Path home;

    @Test
    void a_file_is_a_query_with_documentation_and_parameters() throws IOException {
        NamedQuery query = library("datasets-by-title", BY_TITLE)
                .named("datasets-by-title")
                .orElseThrow();

        assertThat(query.title()).isEqualTo("Datasets by title");
        assertThat(query.description()).isEqualTo("Datasets whose title holds a word, with the title.");
        assertThat(query.parameters())
                .containsExactly(
                        new Parameter("word", "string", "Word"), new Parameter("least", "integer", "Least size"));
    }

    @Test
    void all_lists_by_name_and_an_unknown_name_or_folder_is_empty() throws IOException {
        write("b", OF_CLASS);
        QueryLibrary library = library("a", OF_CLASS);

        assertThat(library.all()).extracting(NamedQuery::name).containsExactly("a", "b");
        assertThat(library.named("c")).isEmpty();
        assertThat(QueryLibrary.load(new DataFiles(home), "nowhere").all()).isEmpty();
    }

    @Test
    void a_bound_query_finds_what_was_asked_for() throws IOException {
        assertThat(titles("CT", 10)).containsExactly("CT of adults");
        assertThat(titles("CT", 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x') } } #",
                "\") || true || (\"",
                "' . ?s ?p ?o . '",
                "?title",
                "\\\") } DROP ALL ; \n SELECT * { ?s ?p ?o",
                "*/ } UNION { ?a ?b ?c }"
            })
    void a_hostile_text_stays_a_text(String text) throws IOException {
        QueryLibrary library = library("datasets-by-title", BY_TITLE);
        NamedQuery query = library.all().getFirst();
        Query bound = library.bind(
                query,
                Map.of(
                        "word", QueryLibrary.value(query.parameters().get(0), text),
                        "least", QueryLibrary.value(query.parameters().get(1), "0")));

        assertThat(run(bound)).isEmpty();
        assertThat(QueryFactory.create(bound.serialize())).isEqualTo(bound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/x> } SERVICE <http://evil.example/",
                "not an iri",
                "",
                "https://example.org/\n",
                "relative/path"
            })
    void an_iri_that_could_leave_its_brackets_is_refused(String text) throws IOException {
        QueryLibrary library = library("of-class", OF_CLASS);
        NamedQuery query = library.all().getFirst();

        assertThatThrownBy(() -> library.bind(query, Map.of("class", NodeFactory.createURI(text))))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("'class' (Class) must be an IRI");
    }

    @Test
    void a_bound_iri_is_still_an_answer_column() throws IOException {
        QueryLibrary library = library("of-class", OF_CLASS);
        Query bound = library.bind(
                library.all().getFirst(), Map.of("class", NodeFactory.createURI("https://example.org/Dataset")));

        assertThat(bound.getResultVars()).contains("x");
        assertThat(QueryExec.graph(data()).query(bound).select().rewindable().size())
                .isEqualTo(1);
    }

    @Test
    void a_value_of_the_wrong_type_or_name_or_none_is_explained() throws IOException {
        QueryLibrary library = library("datasets-by-title", BY_TITLE);
        NamedQuery query = library.all().getFirst();
        Node word = NodeFactory.createLiteralString("CT");

        assertThatThrownBy(() -> QueryLibrary.value(query.parameters().get(1), "ten"))
                .hasMessageContaining("'least' (Least size) must be a whole number");
        assertThatThrownBy(() -> library.bind(query, Map.of("word", word)))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("needs a value for 'least' (Least size)");
        assertThatThrownBy(() -> library.bind(
                        query,
                        Map.of(
                                "word",
                                word,
                                "least",
                                QueryLibrary.value(query.parameters().get(1), "1"),
                                "x",
                                word)))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("has no parameter 'x'; it has: word, least");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# description: D\nSELECT * {} | queries/public/q.rq, line 1: the head comment needs '# title: …'",
                "# title: T\nSELECT * {} | needs '# description: …'",
                "# titel: T\nSELECT * {} | line 1: '# titel:' is not known",
                "# title: T\n# title: U\nSELECT * {} | line 2: '# title:' is needed once",
                "# title: T\n# description: D\nSELECT * { ?s ?p | line 3: this is not a SPARQL query",
                "# title: T\n# description: D\n# param: x uri \"X\"\nSELECT * {?x ?p ?o} | line 3: the type 'uri' is not known; use one of iri, string, integer",
                "# title: T\n# description: D\n# param: x iri\nSELECT * {?x ?p ?o} | line 3: 'x iri' is not a parameter",
                "# title: T\n# description: D\n# param: y iri \"Y\"\nSELECT * {?x ?p ?o} | the parameter 'y' is not a variable of the query",
                "# title: T\n# description: D\n# param: x iri \"X\"\n# param: x iri \"X\"\nSELECT * {?x ?p ?o} | line 4: the parameter 'x' is named twice",
                "# title: T\n# description: D\nDELETE WHERE { ?s ?p ?o } | line 3: this is not a SPARQL query"
            })
    void a_mistake_in_a_file_is_named_with_its_line(String textAndProblem) {
        int bar = textAndProblem.lastIndexOf(" | ");

        assertThatThrownBy(() -> library("q", textAndProblem.substring(0, bar)))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining(textAndProblem.substring(bar + 3));
    }

    private List<String> titles(String word, int least) throws IOException {
        QueryLibrary library = library("datasets-by-title", BY_TITLE);
        NamedQuery query = library.all().getFirst();
        return run(library.bind(
                query,
                Map.of(
                        "word", QueryLibrary.value(query.parameters().get(0), word),
                        "least", QueryLibrary.value(query.parameters().get(1), String.valueOf(least)))));
    }

    private static List<String> run(Query query) {
        return QueryExec.graph(data()).query(query).select().stream()
                .map(row -> row.get("title").getLiteralLexicalForm())
                .toList();
    }

    private static Graph data() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(
                        """
                        PREFIX dct: <http://purl.org/dc/terms/>
                        <https://example.org/1> a <https://example.org/Dataset> ; dct:title "CT of adults" ; <https://example.org/size> 20 .
                        <https://example.org/2> dct:title "MR of children" ; <https://example.org/size> 30 .
                        """,
                        Lang.TTL)
                .parse(graph);
        return graph;
    }

    private QueryLibrary library(String name, String text) throws IOException {
        write(name, text);
        return QueryLibrary.load(new DataFiles(home), "public");
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve("queries/public/" + name + ".rq");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
