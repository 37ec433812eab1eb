package org.pinakes.mappings.migrations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;

/** One file of {@code mappings/migrations/<profile>/}: an update that changes records, or a query that tells what it cannot. */
sealed interface MigrationRule {
    String name();

    Needs needs();

    /** @param terms what {@link Migrations} collects of the graph */
    default boolean mayApply(Set<Node> terms, Graph graph) {
        return needs().met(terms, graph);
    }

    /** {@code .ru}: one DELETE/INSERT WHERE. */
    record Change(String name, Needs needs, UpdateRequest update) implements MigrationRule {

        /** Returns what is no longer in the graph. */
        List<Triple> apply(Graph graph) {
            List<Triple> before = graph.find().toList();
            UpdateExec.newBuilder()
                    .dataset(DatasetGraphFactory.wrap(graph))
                    .update(update)
                    .execute();
            return before.stream().filter(t -> !graph.contains(t)).toList();
        }
    }

    /** {@code .rq}: SELECT ?focus ?path ?value ?message, a finding for each row. */
    record Tell(String name, Needs needs, Query query, Finding.Severity severity) implements MigrationRule {

        List<Finding> findings(Graph graph) {
            List<Finding> findings = new ArrayList<>();
            try (QueryExec exec = QueryExec.graph(graph).query(query).build()) {
                exec.select().forEachRemaining(row -> findings.add(finding(row)));
            }
            return findings;
        }

        private Finding finding(Binding row) {
            return new Finding(
                    severity,
                    "migrate/" + name,
                    text(row, "message").orElse("") + " It is kept as it is.",
                    text(row, "focus"),
                    text(row, "path"),
                    text(row, "value"),
                    Optional.empty());
        }

        private static Optional<String> text(Binding row, String variable) {
            return Optional.ofNullable(row.get(variable))
                    .map(n -> n.isLiteral()
                            ? n.getLiteralLexicalForm()
                            : n.isURI() ? n.getURI() : "a node without an address");
        }
    }

    /** @param name path below {@code mappings/migrations/}, with its ending */
    static MigrationRule read(String name, String file, String text) {
        String plain = name.replaceFirst("\\.r[uq]$", "");
        Map<String, String> head = head(text);
        for (String key : List.of("what", "why", "in")) {
            if (head.getOrDefault(key, "").isEmpty()) {
                throw new InputProblem(file + ": the head comment must have a line '# " + key + ": …'.");
            }
        }
        try {
            return name.endsWith(".ru") ? change(plain, file, text) : tell(plain, file, text, head);
        } catch (ARQException e) {
            throw new InputProblem(file + ": " + e.getMessage(), e);
        }
    }

    private static MigrationRule change(String name, String file, String text) {
        UpdateRequest update = UpdateFactory.create(text, Syntax.syntaxSPARQL_11);
        if (update.getOperations().size() != 1 || !(update.getOperations().getFirst() instanceof UpdateModify modify)) {
            throw new InputProblem(file + ": a rule is one DELETE … INSERT … WHERE.");
        }
        return new Change(name, needs(file, Needs.of(modify.getWherePattern())), update);
    }

    private static MigrationRule tell(String name, String file, String text, Map<String, String> head) {
        Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        if (!query.isSelectType() || !query.getResultVars().containsAll(List.of("focus", "path", "value", "message"))) {
            throw new InputProblem(file + ": a query that tells selects ?focus ?path ?value ?message.");
        }
        Finding.Severity severity =
                switch (head.getOrDefault("severity", "")) {
                    case "warning" -> Finding.Severity.WARNING;
                    case "info" -> Finding.Severity.INFO;
                    default ->
                        throw new InputProblem(
                                file + ": the head comment must have '# severity: warning' or '# severity: info'.");
                };
        return new Tell(name, needs(file, Needs.of(query.getQueryPattern())), query, severity);
    }

    private static Needs needs(String file, Needs needs) {
        if (needs.isEmpty()) {
            throw new InputProblem(
                    file + ": the WHERE must begin with a property or value that is named, so that records"
                            + " without it are not looked at.");
        }
        return needs;
    }

    /** {@code # key: text}, with further lines indented by three blanks. */
    private static Map<String, String> head(String text) {
        Map<String, String> head = new HashMap<>();
        String key = "";
        for (String line : text.lines().takeWhile(l -> l.startsWith("#")).toList()) {
            if (line.matches("# [a-z]+: .*")) {
                int colon = line.indexOf(':');
                key = line.substring(2, colon).toLowerCase(Locale.ROOT);
                head.put(key, line.substring(colon + 1).strip());
            } else {
                head.merge(key, line.substring(1).strip(), (a, b) -> a + " " + b);
            }
        }
        return head;
    }
}
