@NullMarked
package org.pinakes.harvester.validate;

import org.jspecify.annotations.NullMarked;
