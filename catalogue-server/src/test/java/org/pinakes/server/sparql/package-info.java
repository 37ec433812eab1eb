@NullMarked
package org.pinakes.server.sparql;

import org.jspecify.annotations.NullMarked;
