package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.path.P_Link;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.DataFiles;

/** Holds our EUCAIM DCAT-AP 2.0 against the table of properties in the specification's text. */
class EucaimTableTest {
    private static final Path HOME = Path.of(System.getProperty("pinakes.home"));
    private static final Path TABLE = Optional.ofNullable(System.getenv("PINAKES_SHARED"))
            .map(Path::of)
            .orElse(HOME.resolveSibling("shared"))
            .resolve("eucaim/eucaim-dcat-ap/eucaim-dcat-ap-v2-properties.csv");

    /** Mandatory, but the text lets it be empty while no body is designated: a warning. */
    private static final String PENDING = "Dataset hdab";

    @Test
    void each_property_has_its_obligation_and_cardinality() throws IOException {
        assumeTrue(Files.isRegularFile(TABLE));
        DataFiles files = new DataFiles(HOME);
        ProfileShapes shapes =
                ProfileShapes.read(files, Profiles.load(files).profile("eucaim-2"), GraphMemFactory.empty());
        List<String> rows = Files.readAllLines(TABLE).stream().skip(1).toList();

        assertThat(rows).hasSizeGreaterThan(75);
        List<String> problems = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(",");
            problems.addAll(check(cells[0], cells[3], cells[6], cells[7], shapes));
        }
        assertThat(problems).isEmpty();
    }

    private static List<String> check(String type, String path, String max, String level, ProfileShapes shapes) {
        boolean agent = path.contains("publisher/");
        String name = path.replaceFirst("^.*:", "");
        List<Shape> found =
                properties(shapes, agent ? List.of("Agent", "Organisation", "Publisher") : List.of(type), name);
        List<Shape> strict = found.stream()
                .filter(s -> Severity.Violation.equals(s.getSeverity()))
                .toList();
        boolean needed = strict.stream().anyMatch(EucaimTableTest::hasMinimum);
        boolean once = strict.stream().anyMatch(s -> s.getConstraints().stream().anyMatch(MaxCount.class::isInstance));
        boolean wished = found.stream().anyMatch(s -> !Severity.Violation.equals(s.getSeverity()) && hasMinimum(s));
        String property = type + " " + name;
        List<String> problems = new ArrayList<>();
        if (strict.isEmpty()) {
            problems.add(property + " has no rule");
        }
        boolean mandatory = level.equals("M") && !property.equals(PENDING);
        boolean recommended = (level.equals("R")
                        && !List.of("Catalog dataset", "Catalog service").contains(property))
                || property.equals(PENDING);
        if (needed != mandatory || wished != recommended) {
            problems.add(property + " should be " + level);
        }
        if (once != max.equals("1")) {
            problems.add(property + " should have at most " + max);
        }
        return problems;
    }

    private static boolean hasMinimum(Shape shape) {
        return shape.getConstraints().stream().anyMatch(MinCount.class::isInstance);
    }

    private static List<Shape> properties(ProfileShapes shapes, List<String> types, String name) {
        return shapes.shapes().getShapeMap().values().stream()
                .filter(s -> s instanceof PropertyShape p
                        && s.getShapeNode().isURI()
                        && p.getPath() instanceof P_Link link
                        && link.getNode().getURI().matches(".*[#/]" + name)
                        && types.stream()
                                .anyMatch(t -> shapes.wording().ruleName(s).startsWith(t + "-")))
                .toList();
    }
}
