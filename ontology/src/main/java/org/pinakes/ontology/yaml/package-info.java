/** Reads the YAML files that people write; each mistake is told with file, line, key and what is allowed. */
@NullMarked
package org.pinakes.ontology.yaml;

import org.jspecify.annotations.NullMarked;
