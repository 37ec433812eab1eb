/** The commands that need no store: map, harmonise, validate. Results go to stdout, everything else to stderr. */
@NullMarked
package org.pinakes.harvester.cli;

import org.jspecify.annotations.NullMarked;
