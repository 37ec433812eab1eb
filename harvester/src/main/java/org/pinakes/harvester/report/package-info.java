/** Harvest reports on disk: one JSON file for each run. */
@NullMarked
package org.pinakes.harvester.report;

import org.jspecify.annotations.NullMarked;
