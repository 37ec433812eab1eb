/**
 * The public SPARQL endpoint: query only. The guard acts while a query runs, so that it holds in every position of a query;
 * the route checks what arrives and what leaves. Query texts are never logged.
 */
@NullMarked
package org.pinakes.server.sparql;

import org.jspecify.annotations.NullMarked;
