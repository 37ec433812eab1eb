/** Data cases, the official suites, and what is easier to say in code than in a case. */
@NullMarked
package org.pinakes.mappings;

import org.jspecify.annotations.NullMarked;
