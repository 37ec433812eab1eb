@NullMarked
package org.pinakes.harvester.identify;

import org.jspecify.annotations.NullMarked;
