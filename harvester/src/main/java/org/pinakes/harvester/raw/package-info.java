/** The raw store: every document as it came, named by its hash, so that a changed mapping is replayed without asking anybody. */
@NullMarked
package org.pinakes.harvester.raw;

import org.jspecify.annotations.NullMarked;
