/** {@code main}, the configuration and the table of routes. Each feature has a package of its own. */
@NullMarked
package org.pinakes.server;

import org.jspecify.annotations.NullMarked;
