package org.pinakes.ontology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a record came from; becomes its provenance graph.
 *
 * @param localId the provider's own identifier of the dataset
 * @param document the hash of the document it was read from
 * @param mapping the mapping file that was used, empty for RDF sources
 */
public record Origin(
        String provider,
        String localId,
        String address,
        String document,
        Instant fetchedAt,
        Optional<String> mapping,
        List<SourcePointer> pointers) {

    public Origin {
        pointers = List.copyOf(pointers);
    }
}
