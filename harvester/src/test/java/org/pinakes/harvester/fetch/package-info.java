@NullMarked
package org.pinakes.harvester.fetch;

import org.jspecify.annotations.NullMarked;
