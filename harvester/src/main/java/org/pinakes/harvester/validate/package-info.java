/**
 * Judging RDF that anybody brings, a file or a text, and telling it: as text, JSON, table or SHACL report. Knows neither the
 * store nor HTTP; never fetches an address.
 */
@NullMarked
package org.pinakes.harvester.validate;

import org.jspecify.annotations.NullMarked;
