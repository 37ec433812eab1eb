@NullMarked
package org.pinakes.server.search;

import org.jspecify.annotations.NullMarked;
