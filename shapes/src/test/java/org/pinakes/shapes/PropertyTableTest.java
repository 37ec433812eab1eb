package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.path.P_Link;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.DataFiles;

/** Holds our DCAT-AP 3 against the table of properties in the specification's text. */
class PropertyTableTest {
    private static final Path HOME = Path.of(System.getProperty("pinakes.home"));
    private static final Path TABLE = Optional.ofNullable(System.getenv("PINAKES_SHARED"))
            .map(Path::of)
            .orElse(HOME.resolveSibling("shared"))
            .resolve("standards/dcat-ap-3.0.1/dcat-ap-3.0.1-properties.tsv");

    /** The table's names where ours are the local names of the classes. */
    private static final Map<String, String> CLASSES =
            Map.of("Catalogue", "Catalog", "CatalogueRecord", "CatalogRecord", "PeriodofTime", "PeriodOfTime");

    /** Recommended one by one, but asked for together: a catalogue lists datasets or services. */
    private static final List<String> TOGETHER =
            List.of("Catalog http://www.w3.org/ns/dcat#dataset", "Catalog http://www.w3.org/ns/dcat#service");

    @Test
    void each_property_has_its_obligation_and_cardinality() throws IOException {
        assumeTrue(Files.isRegularFile(TABLE));
        DataFiles files = new DataFiles(HOME);
        ProfileShapes shapes = ProfileShapes.read(files, Profiles.load(files).profile("dcat-ap-3"), Graph.emptyGraph);
        List<String> rows = Files.readAllLines(TABLE).stream().skip(1).toList();

        assertThat(rows).hasSizeGreaterThan(130);
        List<String> problems = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split("\t");
            String type = CLASSES.getOrDefault(cells[0], cells[0]);
            check(type + " " + cells[2], cells[3], cells[4], properties(shapes, type, cells[2]))
                    .forEach(problems::add);
        }
        assertThat(problems).isEmpty();
    }

    private static List<String> check(String property, String obligation, String cardinality, List<Shape> found) {
        List<Shape> strict = found.stream()
                .filter(s -> Severity.Violation.equals(s.getSeverity()))
                .toList();
        boolean needed = strict.stream().anyMatch(PropertyTableTest::hasMinimum);
        boolean once = strict.stream().anyMatch(s -> s.getConstraints().stream().anyMatch(MaxCount.class::isInstance));
        boolean wished = found.stream().anyMatch(s -> !Severity.Violation.equals(s.getSeverity()) && hasMinimum(s));
        List<String> problems = new ArrayList<>();
        if (strict.isEmpty()) {
            problems.add(property + " has no rule");
        }
        if (needed != obligation.equals("Mandatory")
                || (wished != obligation.equals("Recommended") && !TOGETHER.contains(property))) {
            problems.add(property + " should be " + obligation);
        }
        if (once != cardinality.endsWith("1")) {
            problems.add(property + " should be " + cardinality);
        }
        return problems;
    }

    private static boolean hasMinimum(Shape shape) {
        return shape.getConstraints().stream().anyMatch(MinCount.class::isInstance);
    }

    private static List<Shape> properties(ProfileShapes shapes, String type, String iri) {
        return shapes.shapes().getShapeMap().values().stream()
                .filter(s -> s instanceof PropertyShape p
                        && p.getPath() instanceof P_Link link
                        && link.getNode().getURI().equals(iri)
                        && shapes.wording().ruleName(s).startsWith(type + "-"))
                .toList();
    }
}
