/** Pages about harvests and their reports. */
@NullMarked
package org.pinakes.server.harvests;

import org.jspecify.annotations.NullMarked;
