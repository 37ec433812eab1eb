package org.pinakes.mappings.migrations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Finding;

/**
 * All rules, in the order of their paths. A record is only looked at by the rules whose terms it holds, so a record that needs
 * none costs one walk over its statements. Safe for many threads.
 */
public final class Migrations {
    private static final String FOLDER = "mappings/migrations";
    private final List<MigrationRule> rules;

    Migrations(List<MigrationRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Reads the rules; a mistake in one is an {@link org.pinakes.ontology.InputProblem} with its file. */
    public static Migrations load(DataFiles files) {
        List<MigrationRule> rules = new ArrayList<>();
        for (Path file : files.below(FOLDER, "")) {
            String name =
                    files.home().resolve(FOLDER).relativize(file).toString().replace('\\', '/');
            if (name.matches("[^/]+/[^/]+\\.r[uq]")) {
                rules.add(MigrationRule.read(name, file.toString(), files.text(file)));
            }
        }
        return new Migrations(rules);
    }

    List<MigrationRule> rules() {
        return rules;
    }

    /** Changes the graph in place. Doing it again changes nothing. */
    public Migrated migrate(Graph graph) {
        Set<Node> terms = terms(graph);
        List<Migrated.Kept> kept = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        boolean touched = false;
        for (MigrationRule rule : rules) {
            if (!rule.mayApply(terms, graph)) {
                continue;
            }
            touched = true;
            switch (rule) {
                case MigrationRule.Change change -> {
                    List<Triple> removed = change.apply(graph);
                    removed.forEach(t -> kept.add(new Migrated.Kept(rule.name(), t)));
                    if (!removed.isEmpty()) {
                        terms = terms(graph);
                    }
                }
                case MigrationRule.Tell tell -> findings.addAll(tell.findings(graph));
            }
        }
        return touched ? new Migrated(kept, findings) : Migrated.NOTHING;
    }

    /** Properties, IRIs that are values, and properties with the datatypes of their values. */
    private static Set<Node> terms(Graph graph) {
        Set<Node> terms = new HashSet<>();
        graph.find().forEachRemaining(t -> {
            terms.add(t.getPredicate());
            if (t.getObject().isURI()) {
                terms.add(t.getObject());
            } else if (t.getObject().isLiteral()) {
                terms.add(Needs.typed(t.getPredicate(), t.getObject().getLiteralDatatypeURI()));
            }
        });
        return terms;
    }
}
