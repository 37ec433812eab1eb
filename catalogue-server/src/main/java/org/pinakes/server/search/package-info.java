/** Finding datasets: the index, its definition, search and facets. Nobody outside this package knows Lucene. */
@NullMarked
package org.pinakes.server.search;

import org.jspecify.annotations.NullMarked;
