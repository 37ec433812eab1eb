/**
 * What the last harvest of each provider saw, so that the next one can leave alone what did not change. A memory, not the
 * truth: when it is lost or older than the log, the next harvest only takes longer.
 */
@NullMarked
package org.pinakes.harvester.ledger;

import org.jspecify.annotations.NullMarked;
