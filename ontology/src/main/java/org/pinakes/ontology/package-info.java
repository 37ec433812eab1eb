/**
 * The eight nouns of the domain as records and sealed types, the vocabulary they are written in, and the readers of the
 * data files that curators edit. Nothing here opens a connection, knows a store or reads the clock.
 */
@NullMarked
package org.pinakes.ontology;

import org.jspecify.annotations.NullMarked;
