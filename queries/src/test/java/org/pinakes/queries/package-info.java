@NullMarked
package org.pinakes.queries;

import org.jspecify.annotations.NullMarked;
