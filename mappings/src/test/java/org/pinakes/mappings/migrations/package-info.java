@NullMarked
package org.pinakes.mappings.migrations;

import org.jspecify.annotations.NullMarked;
