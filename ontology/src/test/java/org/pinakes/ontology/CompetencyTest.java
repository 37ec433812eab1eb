package org.pinakes.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.classify.Ontology;

/**
 * Asks the questions of {@code ontology/competency} and compares with the answers that stand beside them: of the code lists, the
 * mappings, what follows from the definitions, and {@code data.ttl}.
 */
final class CompetencyTest {
    @TempDir
    Path cache;

    private final Path home = Path.of(System.getProperty("pinakes.home"));
    private final Path folder = home.resolve("ontology/competency");

    @Test
    void each_question_has_the_answer_that_stands_beside_it() throws IOException {
        Ontology ontology = Ontology.load(new DataFiles(home), cache);
        Model model = ModelFactory.createDefaultModel();
        model.add(ModelFactory.createModelForGraph(ontology.codes().graph()));
        model.add(ModelFactory.createModelForGraph(ontology.inferred()));
        RDFDataMgr.read(model, folder.resolve("data.ttl").toUri().toString());
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (Path question : questions()) {
            String name = question.getFileName().toString().replace(".rq", "");
            expected.put(name, Files.readString(folder.resolve(name + ".tsv")));
            found.put(name, answer(Files.readString(question), model));
        }
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(40);
    }

    private List<Path> questions() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".rq")).toList();
        }
    }

    private static String answer(String text, Model model) {
        Query query = QueryFactory.create(text);
        try (QueryExecution execution = QueryExecutionFactory.create(query, model)) {
            if (query.isAskType()) {
                return "?answer\n" + execution.execAsk() + "\n";
            }
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            ResultSetFormatter.outputAsTSV(table, execution.execSelect());
            return table.toString(StandardCharsets.UTF_8);
        }
    }
}
