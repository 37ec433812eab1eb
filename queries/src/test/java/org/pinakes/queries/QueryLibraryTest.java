package org.pinakes.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;

final class QueryLibraryTest {
    private static final String HEAD = "# title: T\n# description: D\n";

    @TempDir
    Path home;

    private QueryLibrary library(String text) throws IOException {
        Files.createDirectories(home.resolve("queries/q"));
        Files.writeString(home.resolve("queries/q/one.rq"), text);
        return QueryLibrary.load(new DataFiles(home), "q");
    }

    @Test
    void a_hostile_value_stays_one_value() throws IOException {
        QueryLibrary library = library(HEAD + "# param: t string \"Title\"\nSELECT ?s { ?s <https://x.example/p> ?t }");
        String hostile = "x') } } #\" . ?s ?p ?o";
        Query query = QueryLibrary.bind(
                library.named("one").orElseThrow(), Map.of("t", NodeFactory.createLiteralString(hostile)));
        Graph g = RDFParser.fromString("<https://x.example/a> <https://x.example/p> 'y' .", Lang.TURTLE)
                .toGraph();
        try (QueryExec exec =
                QueryExec.dataset(DatasetGraphFactory.wrap(g)).query(query).build()) {
            assertThat(exec.select().hasNext()).isFalse();
        }
    }

    @Test
    void mistakes_are_told_with_file_and_line() {
        assertThatThrownBy(() -> library(HEAD + "SELECT ?s {\n ?s ?p }"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("one.rq, line 4");
        assertThatThrownBy(() -> library("SELECT * {}")).hasMessageContaining("# title:");
        assertThatThrownBy(() -> library(HEAD + "# param: x date\nSELECT * {}")).hasMessageContaining("# param:");
    }

    @Test
    void a_profile_without_a_view_sees_the_record_itself() {
        Views views = Views.load(new DataFiles(Path.of(System.getProperty("pinakes.home"))));
        Graph g = RDFParser.fromString(
                        "<https://x.example/a> <https://w3id.org/pinakes/ns#conditionAsGiven> 'y' ; <https://x.example/p> 1"
                                + " .",
                        Lang.TURTLE)
                .toGraph();
        assertThat(views.view("none", g, "https://x.example/a").size()).isEqualTo(2);
        assertThat(views.view("dcat-ap-3", g, "https://x.example/a").size()).isEqualTo(1);
    }
}
