package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Terms;

/** What each rule of DCAT-AP and HealthDCAT-AP must say besides what it asks for. */
class RuleTextsTest {
    private static final Node SOURCE = Terms.iri(Terms.DCT + "source");
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es", "it");

    private final DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private final Graph graph = shapes();

    @Test
    void what_is_mandatory_is_said_in_five_languages() {
        List<Node> mandatory = rules().stream()
                .filter(r -> graph.contains(r, SHACL.severity, SHACL.Violation))
                .filter(r -> graph.find(r, SHACL.minCount, Node.ANY)
                        .mapWith(t -> Integer.parseInt(t.getObject().getLiteralLexicalForm()))
                        .filterKeep(n -> n > 0)
                        .hasNext())
                .toList();

        assertThat(mandatory).hasSizeGreaterThan(50).allSatisfy(r -> assertThat(graph.find(r, SHACL.message, Node.ANY)
                        .mapWith(t -> t.getObject().getLiteralLanguage())
                        .toSet())
                .as(r.toString())
                .containsExactlyInAnyOrderElementsOf(LANGUAGES));
    }

    @Test
    void each_rule_names_the_section_of_the_document_that_wants_it() {
        assertThat(rules())
                .hasSizeGreaterThan(400)
                .allSatisfy(r -> assertThat(hasSource(r)).as(r.toString()).isTrue());
    }

    private boolean hasSource(Node shape) {
        return graph.contains(shape, SOURCE, Node.ANY)
                || graph.find(Node.ANY, SHACL.property, shape).toList().stream()
                        .anyMatch(t -> hasSource(t.getSubject()));
    }

    private List<Node> rules() {
        return graph
                .find(Node.ANY, SHACL.message, Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toSet()
                .stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private Graph shapes() {
        Graph all = GraphMemFactory.createDefaultGraph();
        List<Path> paths = new ArrayList<>(files.below("shapes/dcat-ap-3", ".ttl"));
        paths.addAll(files.below("shapes/healthdcat-ap-8", ".ttl"));
        paths.forEach(
                p -> GraphUtil.addInto(all, TurtleFile.read(files, p, p.toUri().toString())));
        return all;
    }
}
