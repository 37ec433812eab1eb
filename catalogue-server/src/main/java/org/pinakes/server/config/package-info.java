/** The one configuration file. */
@NullMarked
package org.pinakes.server.config;

import org.jspecify.annotations.NullMarked;
