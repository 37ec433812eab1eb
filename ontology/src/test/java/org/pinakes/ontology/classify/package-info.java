@NullMarked
package org.pinakes.ontology.classify;

import org.jspecify.annotations.NullMarked;
