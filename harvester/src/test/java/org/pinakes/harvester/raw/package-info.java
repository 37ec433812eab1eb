@NullMarked
package org.pinakes.harvester.raw;

import org.jspecify.annotations.NullMarked;
