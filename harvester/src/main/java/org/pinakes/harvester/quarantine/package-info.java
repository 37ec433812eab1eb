/** What the publication gate refused, kept beside the store and never in it. */
@NullMarked
package org.pinakes.harvester.quarantine;

import org.jspecify.annotations.NullMarked;
