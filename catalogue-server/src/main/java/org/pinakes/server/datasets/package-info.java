/** Finding datasets and looking at one. */
@NullMarked
package org.pinakes.server.datasets;

import org.jspecify.annotations.NullMarked;
