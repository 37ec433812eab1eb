package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;

/** Holds {@code ontology/vocabularies/eucaim-nearest.ttl}, by which the view lifts our concepts, against the code lists. */
class EucaimNearestTest {
    private static final Node BROADER = SKOS.broader.asNode();

    private final DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private final Graph codes = CodeLists.load(files).graph();
    private final Graph known = new Background(files, () -> codes).graph();

    @Test
    void the_nearest_concept_is_wider_and_one_that_eucaim_allows() {
        Path file = files.home().resolve("ontology/vocabularies/eucaim-nearest.ttl");
        Set<String> wrong = new TreeSet<>();
        Set<Node> seen = new HashSet<>();
        for (Triple line :
                TurtleFile.read(files, file, file.toUri().toString()).find().toList()) {
            boolean listed = known
                    .find(line.getObject(), SKOS.inScheme.asNode(), Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList()
                    .stream()
                    .anyMatch(s -> s.toString().startsWith("https://w3id.org/pinakes/vocabularies/eucaim/"));
            if (!listed || !wider(line.getSubject()).contains(line.getObject()) || !seen.add(line.getSubject())) {
                wrong.add(line.toString());
            }
        }
        assertThat(seen).hasSizeGreaterThan(300);
        assertThat(wrong).isEmpty();
    }

    private Set<Node> wider(Node concept) {
        Set<Node> all = new HashSet<>();
        Deque<Node> todo = new ArrayDeque<>(Set.of(concept));
        while (!todo.isEmpty()) {
            codes.find(todo.remove(), BROADER, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(all::add)
                    .forEach(todo::add);
        }
        return all;
    }
}
