@NullMarked
package org.pinakes.harvester.cli;

import org.jspecify.annotations.NullMarked;
