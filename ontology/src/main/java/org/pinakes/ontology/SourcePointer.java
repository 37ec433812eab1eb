package org.pinakes.ontology;

import org.apache.jena.graph.Triple;

/**
 * Says of one mapped statement which cell it came from.
 *
 * @param raw the value as it stands in the source
 * @param triplesMap name of the RML triples map that made the statement
 */
public record SourcePointer(Triple triple, Place place, String raw, String triplesMap) {}
