/** The log and its projection into TDB2. Nobody outside this package knows TDB2 or RDF Patch. */
@NullMarked
package org.pinakes.server.store;

import org.jspecify.annotations.NullMarked;
