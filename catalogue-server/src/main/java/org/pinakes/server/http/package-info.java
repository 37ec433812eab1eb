/** The HTTP edge: starting and stopping, negotiation, headers, errors, RDF and page output. Knows no feature. */
@NullMarked
package org.pinakes.server.http;

import org.jspecify.annotations.NullMarked;
