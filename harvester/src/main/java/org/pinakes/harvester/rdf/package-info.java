/** Reads RDF that strangers wrote: no fetching of contexts, imports or entities, and each fault told with its place. */
@NullMarked
package org.pinakes.harvester.rdf;

import org.jspecify.annotations.NullMarked;
