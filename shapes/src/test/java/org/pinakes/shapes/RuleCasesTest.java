package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;

/** Each rule of these profiles is shown by cases, has a name, a source, and, where it is mandatory, five languages. */
class RuleCasesTest {
    private static final Node SOURCE = DCTerms.source.asNode();

    private final DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
    private final Profiles profiles = Profiles.load(files);
    private final Judge judge = new Judge(files, profiles, CodeLists.load(files)::graph);

    @ParameterizedTest
    @ValueSource(strings = {"eucaim-2", "ehds", "plausibility", "codes", "mldcat-ap-3"})
    void each_rule_is_found_by_a_case_and_some_case_has_no_finding(String profile) {
        List<Cases.Outcome> cases = Cases.run(files, judge).stream()
                .filter(c -> c.profile().equals(profile))
                .toList();
        Set<String> found = cases.stream()
                .flatMap(c -> c.findings().stream())
                .map(f -> f.rule())
                .collect(Collectors.toSet());

        assertThat(named(profile)).isSubsetOf(found);
        assertThat(cases).anyMatch(c -> c.findings().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eucaim-2", "ehds", "plausibility", "codes", "mldcat-ap-3"})
    void each_rule_says_which_document_wants_it(String profile) {
        ProfileShapes read = read(profile);
        Graph shapes = read.written();
        Set<String> without = new TreeSet<>();
        for (Shape shape : read.shapes().getShapeMap().values()) {
            Node node = shape.getShapeNode();
            if (node.isURI() && !messages(read, shape).isEmpty()) {
                boolean own = shapes.contains(node, SOURCE, Node.ANY);
                boolean owner =
                        shapes.find(Node.ANY, SHACL.property, node).mapWith(Triple::getSubject).toList().stream()
                                .anyMatch(s -> shapes.contains(s, SOURCE, Node.ANY));
                if (!own && !owner) {
                    without.add(node.getURI());
                }
            }
        }
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eucaim-2", "ehds", "mldcat-ap-3"})
    void a_mandatory_rule_speaks_five_languages(String profile) {
        Set<String> silent = new TreeSet<>();
        ProfileShapes read = read(profile);
        for (Shape shape : read.shapes().getShapeMap().values()) {
            boolean mandatory = shape.getShapeNode().isURI()
                    && Severity.Violation.equals(shape.getSeverity())
                    && shape.getConstraints().stream().anyMatch(c -> c instanceof MinCount m && m.getMinCount() > 0);
            Set<String> languages =
                    messages(read, shape).stream().map(Node::getLiteralLanguage).collect(Collectors.toSet());
            if (mandatory && !languages.equals(Set.of("en", "de", "fr", "es", "it"))) {
                silent.add(shape.getShapeNode() + " " + languages);
            }
        }
        assertThat(silent).isEmpty();
    }

    private Set<String> named(String profile) {
        ProfileShapes read = read(profile);
        return read.shapes().getShapeMap().values().stream()
                .filter(s -> s.getShapeNode().isURI() && !messages(read, s).isEmpty())
                .map(s -> read.wording().ruleName(s))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Node> messages(ProfileShapes read, Shape shape) {
        return read.written()
                .find(shape.getShapeNode(), SHACL.message, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private ProfileShapes read(String profile) {
        return ProfileShapes.read(files, profiles.profile(profile), GraphMemFactory.empty());
    }
}
