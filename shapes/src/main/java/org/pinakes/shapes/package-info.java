/**
 * The judge: which shapes make which profile, and what they say of a record in sentences a curator can act on. The rules
 * themselves are the Turtle files in this module's folder, each with its cases under {@code tests/}. Views live in
 * {@code queries}: the judge is handed the graph that is to be judged. Nothing here opens a connection or reads the clock.
 */
@NullMarked
package org.pinakes.shapes;

import org.jspecify.annotations.NullMarked;
