@NullMarked
package org.pinakes.harvester.rdf;

import org.jspecify.annotations.NullMarked;
