/** Tables of letters and tags. */
@NullMarked
package org.pinakes.mappings.rml;

import org.jspecify.annotations.NullMarked;
