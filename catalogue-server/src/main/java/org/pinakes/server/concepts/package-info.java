/** Code lists and concepts as pages and as RDF. */
@NullMarked
package org.pinakes.server.concepts;

import org.jspecify.annotations.NullMarked;
