package org.pinakes.shapes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Terms;

/**
 * Runs the cases {@code shapes/tests/<profile>/*.test.ttl}: a file of data in which comment lines {@code # expect: SEVERITY
 * rule} say what must be found, and nothing else of these severities may be.
 */
public final class Cases {

    /** @param failure empty when the case is as it says */
    public record Result(Path file, String failure) {}

    private Cases() {}

    public static List<Result> run(DataFiles files, Judge judge) {
        List<Result> results = new ArrayList<>();
        for (Path file : files.below("shapes/tests", ".test.ttl")) {
            results.add(new Result(file, failure(files, file, judge)));
        }
        return results;
    }

    private static String failure(DataFiles files, Path file, Judge judge) {
        TreeSet<String> expected = new TreeSet<>();
        files.text(file)
                .lines()
                .filter(l -> l.startsWith("# expect: "))
                .forEach(l -> expected.add(l.substring(10).strip()));
        Graph data = Profiles.parse(file);
        String iri = data.find(Node.ANY, Terms.TYPE, Terms.DATASET)
                .next()
                .getSubject()
                .toString();
        String profile = file.getName(file.getNameCount() - 2).toString();
        TreeSet<String> found = new TreeSet<>();
        for (Finding f : judge.judge(profile, data, iri).findings()) {
            found.add(f.severity() + " " + f.rule());
        }
        boolean onlyViolations = expected.stream().noneMatch(e -> e.startsWith("WARNING") || e.startsWith("INFO"));
        found.removeIf(f -> onlyViolations && !f.startsWith("VIOLATION"));
        return found.equals(expected) ? "" : "expected " + expected + ", found " + found;
    }
}
