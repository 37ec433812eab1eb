@NullMarked
package org.pinakes.ontology.harmonise;

import org.jspecify.annotations.NullMarked;
