@NullMarked
package org.pinakes.shapes;

import org.jspecify.annotations.NullMarked;
