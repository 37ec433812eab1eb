/** Placeholder sentence. */
@NullMarked
package org.pinakes.mappings;

import org.jspecify.annotations.NullMarked;
