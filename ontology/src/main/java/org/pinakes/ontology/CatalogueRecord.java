package org.pinakes.ontology;

import org.apache.jena.graph.Graph;

/**
 * One dataset's description: its permanent IRI, the canonical graph that is published under it, and where it came from.
 * The graph belongs to the record; whoever is handed a record reads it and does not write to it.
 *
 * @param graph blank nodes carry labels that depend on the content alone, see {@link CanonicalGraph}
 * @param contentHash equal for isomorphic graphs, see {@link CanonicalGraph#sha256}
 */
public record CatalogueRecord(String iri, Graph graph, String contentHash, Origin origin) {}
