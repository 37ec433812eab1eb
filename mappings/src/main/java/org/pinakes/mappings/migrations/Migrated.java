package org.pinakes.mappings.migrations;

import java.util.List;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.Finding;

/**
 * What the migrations did to a record.
 *
 * @param kept every statement that a rule took away
 * @param findings what no rule could bring over; it is as it was
 */
public record Migrated(List<Kept> kept, List<Finding> findings) {

    /** Nothing to do. */
    public static final Migrated NOTHING = new Migrated(List.of(), List.of());

    public Migrated {
        kept = List.copyOf(kept);
        findings = List.copyOf(findings);
    }

    /**
     * A statement as it was.
     *
     * @param rule that changed it: folder and file without its ending, {@code healthdcat-ap-5/10-agent-contact}
     */
    public record Kept(String rule, Triple was) {}
}
