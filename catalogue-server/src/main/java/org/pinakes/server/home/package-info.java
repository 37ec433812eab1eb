/** The front page: what is in here, in numbers and pictures. */
@NullMarked
package org.pinakes.server.home;

import org.jspecify.annotations.NullMarked;
