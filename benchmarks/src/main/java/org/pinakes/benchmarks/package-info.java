/** Measurements, each beside its comparator in the same run on the same data. Not part of the tests. */
@NullMarked
package org.pinakes.benchmarks;

import org.jspecify.annotations.NullMarked;
