package org.pinakes.harvester.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.pinakes.mappings.iris.IriTable;
import org.pinakes.mappings.migrations.Migrated;
import org.pinakes.mappings.migrations.Migrations;
import org.pinakes.ontology.Finding;

/**
 * What the normalise step changed in a record, kept for its provenance.
 *
 * @param replaced nodes as they were to what the IRI table made of them
 * @param kept statements that a migration took away
 */
record Normalised(Map<Node, Node> replaced, List<Migrated.Kept> kept, List<Finding> findings) {

    Normalised {
        replaced = Map.copyOf(replaced);
        kept = List.copyOf(kept);
        findings = List.copyOf(findings);
    }

    /** Migrates a part of a document in place. */
    static Normalised of(Graph part, Map<Node, Node> changed, Migrations migrations) {
        Map<Node, Node> here = changed.isEmpty() ? Map.of() : changedIn(part, changed);
        Migrated migrated = migrations.migrate(part);
        return new Normalised(here, migrated.kept(), migrated.findings());
    }

    private static Map<Node, Node> changedIn(Graph part, Map<Node, Node> changed) {
        Set<Node> nodes = new HashSet<>();
        part.find().forEachRemaining(t -> {
            nodes.add(t.getSubject());
            nodes.add(t.getPredicate());
            nodes.add(t.getObject());
        });
        Map<Node, Node> here = new HashMap<>();
        changed.forEach((was, is) -> {
            if (nodes.contains(is)) {
                here.put(was, is);
            }
        });
        return here;
    }

    /** The same, speaking of the datasets by their permanent names. */
    Normalised named(Map<Node, Node> names) {
        return new Normalised(
                replaced,
                kept.stream()
                        .map(k -> new Migrated.Kept(k.rule(), IriTable.replaced(k.was(), names)))
                        .toList(),
                findings);
    }

    Normalised with(Normalised other) {
        Map<Node, Node> nodes = new HashMap<>(replaced);
        nodes.putAll(other.replaced);
        List<Migrated.Kept> statements = new ArrayList<>(kept);
        statements.addAll(other.kept);
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(other.findings);
        return new Normalised(nodes, statements, all);
    }
}
