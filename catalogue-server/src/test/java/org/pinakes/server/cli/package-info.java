@NullMarked
package org.pinakes.server.cli;

import org.jspecify.annotations.NullMarked;
