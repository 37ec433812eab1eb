/** Turns raw values of a record into concepts by the code lists, and says which could not be. Pure. */
@NullMarked
package org.pinakes.harvester.harmonise;

import org.jspecify.annotations.NullMarked;
