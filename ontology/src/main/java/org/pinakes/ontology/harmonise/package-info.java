/**
 * From raw values to concepts: how a value is cut into words, what the words of a field mean, codes of other systems, and what
 * is done with compounds, cut values and slips of the pen. All words are in the data files; this package holds the rules.
 */
@NullMarked
package org.pinakes.ontology.harmonise;

import org.jspecify.annotations.NullMarked;
