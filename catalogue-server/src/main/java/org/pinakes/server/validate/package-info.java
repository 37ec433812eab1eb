/** {@code /validate}: judging RDF that a stranger sends, within limits. Fetches nothing and keeps nothing. */
@NullMarked
package org.pinakes.server.validate;

import org.jspecify.annotations.NullMarked;
