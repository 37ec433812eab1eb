package org.pinakes.shapes;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.Verdict;

/**
 * Runs the cases {@code shapes/tests/<profile>/*.test.ttl}. A case is a record with the IRI {@code <>} and, in the same
 * file, one {@code sh:ValidationReport}: {@code sh:conforms} says whether it passes, each {@code sh:result} a finding
 * that must be made. Violations must all be listed; warnings and remarks need not be.
 */
public final class Cases {
    /** What {@code <>} stands for in a case. */
    public static final String RECORD = "https://example.org/record";

    private static final String FOLDER = "shapes/tests";

    private Cases() {}

    /**
     * What a case showed.
     *
     * @param name file name without {@code .test.ttl}
     * @param problems how it differs from what the file expects; empty when it passed
     * @param record what was judged
     */
    public record Outcome(String profile, String name, List<String> problems, Graph record, List<Finding> findings) {

        public Outcome {
            problems = List.copyOf(problems);
            findings = List.copyOf(findings);
        }

        public boolean passed() {
            return problems.isEmpty();
        }
    }

    /** All cases, sorted by profile and name. */
    public static List<Outcome> run(DataFiles files, Judge judge) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Path file : files.below(FOLDER, ".test.ttl")) {
            outcomes.add(run(files, judge, file));
        }
        return outcomes;
    }

    private static Outcome run(DataFiles files, Judge judge, Path file) {
        Path inside = files.home().resolve(FOLDER).relativize(file);
        if (inside.getNameCount() != 2) {
            throw new InputProblem(TurtleFile.name(files, file) + ": a case stands in " + FOLDER + "/<profile>/.");
        }
        String profile = inside.getName(0).toString();
        Graph graph = TurtleFile.read(files, file, RECORD);
        Expected expected = Expected.takeFrom(graph, TurtleFile.name(files, file));
        Verdict verdict = judge.judge(profile, graph, RECORD);
        String name = inside.getName(1).toString().replaceFirst("\\.test\\.ttl$", "");
        return new Outcome(profile, name, expected.compare(verdict), graph, verdict.findings());
    }

    /** The report that a case's file expects. */
    private record Expected(boolean conforms, List<Result> results) {

        private record Result(
                Optional<Node> shape,
                Optional<Node> focus,
                Optional<Node> path,
                Optional<Node> severity,
                Optional<Node> value) {

            boolean matches(Finding finding) {
                return shape.map(s -> finding.rule().equals(local(s))).orElse(true)
                        && focus.map(f -> finding.focus().equals(Optional.of(f.toString())))
                                .orElse(true)
                        && path.map(p -> finding.path().equals(Optional.of(p.toString())))
                                .orElse(true)
                        && severity.map(s -> finding.severity().name().equalsIgnoreCase(local(s)))
                                .orElse(true)
                        && value.map(v -> finding.value().orElse("").startsWith(text(v)))
                                .orElse(true);
            }

            @Override
            public String toString() {
                return List.of(shape, focus, path, severity, value).stream()
                        .flatMap(Optional::stream)
                        .map(Node::toString)
                        .toList()
                        .toString();
            }
        }

        static Expected takeFrom(Graph graph, String file) {
            List<Node> reports = graph.find(Node.ANY, Terms.TYPE, SHACL.ValidationReport)
                    .mapWith(Triple::getSubject)
                    .toList();
            if (reports.size() != 1) {
                throw new InputProblem(
                        file + ": a case has exactly one sh:ValidationReport, which says what is expected;"
                                + " here are " + reports.size() + ".");
            }
            Node report = reports.getFirst();
            boolean conforms = one(graph, report, SHACL.conforms)
                    .map(n -> n.getLiteralLexicalForm().equals("true"))
                    .orElseThrow(() -> new InputProblem(file + ": the report needs sh:conforms true or false."));
            List<Result> results = graph.find(report, SHACL.result, Node.ANY)
                    .mapWith(t -> result(graph, t.getObject()))
                    .toList();
            remove(graph, report);
            return new Expected(conforms, results);
        }

        private static Result result(Graph graph, Node node) {
            return new Result(
                    one(graph, node, SHACL.sourceShape),
                    one(graph, node, SHACL.focusNode),
                    one(graph, node, SHACL.resultPath),
                    one(graph, node, SHACL.resultSeverity),
                    one(graph, node, SHACL.value));
        }

        private static Optional<Node> one(Graph graph, Node subject, Node property) {
            return graph.find(subject, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .nextOptional();
        }

        /** Takes the report and the blank results it points to out of the data. */
        private static void remove(Graph graph, Node report) {
            Deque<Node> todo = new ArrayDeque<>(List.of(report));
            Set<Triple> found = new HashSet<>();
            while (!todo.isEmpty()) {
                Node next = todo.remove();
                graph.find(next, Node.ANY, Node.ANY).forEachRemaining(t -> {
                    if (found.add(t) && t.getPredicate().equals(SHACL.result)) {
                        todo.add(t.getObject());
                    }
                });
            }
            found.forEach(graph::delete);
        }

        List<String> compare(Verdict verdict) {
            List<String> problems = new ArrayList<>();
            if (verdict.passes() != conforms) {
                problems.add("expected sh:conforms " + conforms + ", but it is " + verdict.passes() + ".");
            }
            for (Result result : results) {
                if (verdict.findings().stream().noneMatch(result::matches)) {
                    problems.add("expected a finding " + result + ", but there is none.");
                }
            }
            for (Finding finding : verdict.findings()) {
                if (finding.severity() == Finding.Severity.VIOLATION
                        && results.stream().noneMatch(r -> r.matches(finding))) {
                    problems.add("not expected: " + finding.rule() + " at "
                            + finding.focus().orElse("") + ": " + finding.message());
                }
            }
            return problems;
        }

        private static String local(Node node) {
            return node.toString().replaceFirst("^.*[#/]", "");
        }

        private static String text(Node node) {
            return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
        }
    }
}
