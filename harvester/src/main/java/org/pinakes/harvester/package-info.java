/**
 * The one pass from a provider's documents to published records: fetch, lift, normalise, harmonise, identify, judge,
 * publish; the raw store, the ledger and the reports. Knows the store only as a {@link
 * org.pinakes.harvester.Catalogue}. Network code lives in {@code fetch}, foreign RDF in {@code rdf}.
 */
@NullMarked
package org.pinakes.harvester;

import org.jspecify.annotations.NullMarked;
