@NullMarked
package org.pinakes.server.concepts;

import org.jspecify.annotations.NullMarked;
