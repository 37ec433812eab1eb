/** What is logged and where. */
@NullMarked
package org.pinakes.server.log;

import org.jspecify.annotations.NullMarked;
