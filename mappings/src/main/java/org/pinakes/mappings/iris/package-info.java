/** The one table of IRIs in circulation that mean the same as another, and its reader. */
@NullMarked
package org.pinakes.mappings.iris;

import org.jspecify.annotations.NullMarked;
