package org.pinakes.harvester.lift;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.SourcePointer;

/**
 * A document as RDF.
 *
 * @param mapped whether a mapping made the IRIs of the datasets; if not, they are the provider's own
 * @param broken the document could not be read to its end, so what is missing in it is not gone
 */
public record Lifted(
        Graph graph, List<SourcePointer> pointers, List<Finding> findings, boolean mapped, boolean broken) {

    public Lifted {
        pointers = List.copyOf(pointers);
        findings = List.copyOf(findings);
    }
}
