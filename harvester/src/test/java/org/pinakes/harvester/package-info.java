@NullMarked
package org.pinakes.harvester;

import org.jspecify.annotations.NullMarked;
