@NullMarked
package org.pinakes.mappings.iris;

import org.jspecify.annotations.NullMarked;
