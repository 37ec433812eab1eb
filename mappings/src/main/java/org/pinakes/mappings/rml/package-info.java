/**
 * RML-Core as records, and the reader that makes them from a Turtle file and finds every mistake in it. Running them is the
 * business of the package above.
 */
@NullMarked
package org.pinakes.mappings.rml;

import org.jspecify.annotations.NullMarked;
