/**
 * RML-IO: logical sources and the readers that turn CSV, TSV, JSON, NDJSON and XML into rows, each of which knows its place in
 * the document. What is made of a row is not known here.
 */
@NullMarked
package org.pinakes.mappings.rows;

import org.jspecify.annotations.NullMarked;
