/** Gives each dataset its permanent IRI and keeps the names that it had before. Pure. */
@NullMarked
package org.pinakes.harvester.identify;

import org.jspecify.annotations.NullMarked;
