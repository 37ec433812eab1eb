/** The commands that need the store: demo, serve, harvest, export, history, check, rebuild. */
@NullMarked
package org.pinakes.server.cli;

import org.jspecify.annotations.NullMarked;
