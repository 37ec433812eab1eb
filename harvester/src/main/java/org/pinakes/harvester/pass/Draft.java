package org.pinakes.harvester.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.SourcePointer;

/**
 * A record on its way: named and harmonised, not yet judged.
 *
 * @param pointers their statements speak of the dataset by its permanent name
 */
record Draft(
        String iri,
        String localId,
        Graph graph,
        Document document,
        Optional<String> mapping,
        List<SourcePointer> pointers,
        Normalised normalised,
        List<Finding> findings) {

    /** Two documents of a provider describe one dataset: what both say is taken, and told. */
    Draft with(Draft other) {
        other.graph.find().forEachRemaining(graph::add);
        List<SourcePointer> allPointers = new ArrayList<>(pointers);
        allPointers.addAll(other.pointers);
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(other.findings);
        all.add(new Finding(
                Finding.Severity.INFO,
                "identify/described-twice",
                "The documents " + document.address() + " and " + other.document.address()
                        + " both describe this dataset; their statements were put together.",
                Optional.of(iri),
                Optional.empty(),
                Optional.of(localId),
                Optional.of(Place.of(other.document.address()))));
        return new Draft(iri, localId, graph, document, mapping, allPointers, normalised.with(other.normalised), all);
    }
}
