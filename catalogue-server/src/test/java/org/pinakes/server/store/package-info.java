@NullMarked
package org.pinakes.server.store;

import org.jspecify.annotations.NullMarked;
