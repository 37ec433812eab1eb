/** Named queries and views: SPARQL in files, loaded and bound here. Arguments are bound by substitution, never as text. */
@NullMarked
package org.pinakes.queries;

import org.jspecify.annotations.NullMarked;
