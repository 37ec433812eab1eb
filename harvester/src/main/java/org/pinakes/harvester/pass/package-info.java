/** The one pass: puts the steps together, decides what is looked at, withdrawn and published, and writes the report. */
@NullMarked
package org.pinakes.harvester.pass;

import org.jspecify.annotations.NullMarked;
