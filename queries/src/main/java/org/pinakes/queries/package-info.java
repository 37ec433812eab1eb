/**
 * The SPARQL files of this module's folder: public queries with their parameters, and the views that make of a record
 * what a profile speaks of. Values are bound in the parsed query, never in its text. Nothing here runs a query on the
 * store; a view runs on the one record it is handed.
 */
@NullMarked
package org.pinakes.queries;

import org.jspecify.annotations.NullMarked;
