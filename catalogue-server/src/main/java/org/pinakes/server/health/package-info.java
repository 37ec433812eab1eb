/** Whether the process lives and is ready. */
@NullMarked
package org.pinakes.server.health;

import org.jspecify.annotations.NullMarked;
