@NullMarked
package org.pinakes.server.architecture;

import org.jspecify.annotations.NullMarked;
