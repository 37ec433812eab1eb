@NullMarked
package org.pinakes.harvester.lift;

import org.jspecify.annotations.NullMarked;
