@NullMarked
package org.pinakes.server.site;

import org.jspecify.annotations.NullMarked;
