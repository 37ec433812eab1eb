/**
 * Fetchers: the only step that leaves the process. One class for one protocol; what each must do is in {@link
 * org.pinakes.harvester.fetch.Fetcher}. No RDF here.
 */
@NullMarked
package org.pinakes.harvester.fetch;

import org.jspecify.annotations.NullMarked;
