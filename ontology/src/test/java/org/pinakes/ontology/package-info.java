@NullMarked
package org.pinakes.ontology;

import org.jspecify.annotations.NullMarked;
