/**
 * Brings records of older profiles to those of today: runs the rules of {@code mappings/migrations/}, which are SPARQL. What a
 * rule means stands in its file, nothing of it here.
 */
@NullMarked
package org.pinakes.mappings.migrations;

import org.jspecify.annotations.NullMarked;
