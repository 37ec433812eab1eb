package org.pinakes.shapes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pinakes.ontology.Finding;

/** What one side finds at a node and property and the other does not. */
final class Differences {

    private static final Path FILE = SharedRecords.HOME.resolve("shapes/src/test/resources/agreement/differences.tsv");

    private Differences() {}

    /** Those that the list gives a reason for: profile, side and rule; reason. */
    static Map<String, String> known() throws IOException {
        return Files.readAllLines(FILE, StandardCharsets.UTF_8).stream()
                .filter(l -> !l.startsWith("#") && !l.isBlank())
                .map(l -> l.split("\t", 4))
                .collect(Collectors.toMap(c -> c[0] + "\t" + c[1] + "\t" + c[2], c -> c[3]));
    }

    /** What profiles of one release share their differences. */
    static String family(String profile) {
        return profile.replaceFirst("^(healthdcat-ap-8).*", "$1");
    }

    /**
     * The official shapes often say at a dataset that something it points to does not keep its shape; ours say at
     * that thing what is wrong. Both mean the same.
     */
    static Set<String> between(List<Finding> ours, List<OfficialShapes.Result> theirs) {
        Set<String> places = ours.stream().map(Differences::place).collect(Collectors.toSet());
        Set<String> nodes = ours.stream().map(f -> f.focus().orElse("")).collect(Collectors.toSet());
        Set<String> theirPlaces = theirs.stream().map(Differences::place).collect(Collectors.toSet());
        Set<String> theirValues = theirs.stream()
                .filter(OfficialShapes.Result::ofValueShape)
                .map(OfficialShapes.Result::value)
                .collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        for (Finding f : ours) {
            if (!theirPlaces.contains(place(f))
                    && !theirValues.contains(f.focus().orElse(""))) {
                found.add("ours\t" + f.rule());
            }
        }
        for (OfficialShapes.Result r : theirs) {
            if (!places.contains(place(r)) && !(r.ofValueShape() && nodes.contains(r.value()))) {
                found.add("official\t" + r.rule());
            }
        }
        return found;
    }

    private static String place(Finding f) {
        return f.focus().orElse("") + " " + f.path().orElse("");
    }

    private static String place(OfficialShapes.Result r) {
        return r.focus() + " " + r.path();
    }
}
