/**
 * Lifts source documents to RDF by mappings written in RML: {@code rows} reads tables and JSON, {@code rml} reads mapping
 * files, this package brings both together. Nothing here opens a connection, knows a store or reads the clock; which
 * concept a raw value means is not decided here either.
 */
@NullMarked
package org.pinakes.mappings;

import org.jspecify.annotations.NullMarked;
