@NullMarked
package org.pinakes.server.http;

import org.jspecify.annotations.NullMarked;
