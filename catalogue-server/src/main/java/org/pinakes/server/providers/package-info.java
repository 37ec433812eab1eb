/** Pages about providers. */
@NullMarked
package org.pinakes.server.providers;

import org.jspecify.annotations.NullMarked;
