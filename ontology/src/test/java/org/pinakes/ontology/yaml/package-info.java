@NullMarked
package org.pinakes.ontology.yaml;

import org.jspecify.annotations.NullMarked;
