package org.pinakes.ontology;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who publishes dataset descriptions, where they are fetched, and how they are read and judged.
 *
 * @param id short name, {@code [a-z0-9][a-z0-9-]*}; part of every record's permanent IRI, so it never changes
 * @param sources at least one
 * @param profiles names of the profiles by which this provider's records are judged, besides the publication gate
 * @param former what its records were called before, so that they keep their IRIs
 * @param waivers rules that this provider's records need not keep for a while
 * @param withdrawAtMost largest share (0 to 1) of the provider's records that one harvest may withdraw unforced
 */
public record Provider(
        String id,
        String title,
        Optional<String> description,
        Optional<String> homepage,
        List<Source> sources,
        List<String> profiles,
        Former former,
        List<Waiver> waivers,
        double withdrawAtMost) {

    public Provider {
        sources = List.copyOf(sources);
        profiles = List.copyOf(profiles);
        waivers = List.copyOf(waivers);
    }

    /**
     * Names that records had before.
     *
     * @param providers ids of providers whose records this one has taken over
     * @param localIds local id now to local id then
     */
    public record Former(List<String> providers, Map<String, String> localIds) {
        /** The records were always called as they are. */
        public static final Former NONE = new Former(List.of(), Map.of());

        public Former {
            providers = List.copyOf(providers);
            localIds = Map.copyOf(localIds);
        }
    }

    /**
     * One address of a provider.
     *
     * @param kind which fetcher asks it: {@code file} or {@code http}
     * @param location absolute path (a file, or a folder whose files are all read) or URL
     * @param mediaType overrides what the server says or the file's name suggests
     * @param mapping file name under {@code mappings/} for tables and JSON; empty for RDF, which is taken as it is
     * @param dataset local id of the dataset that each of its documents is about, where they do not name it themselves
     */
    public record Source(
            String kind,
            String location,
            Optional<String> mediaType,
            Optional<String> mapping,
            Optional<String> dataset) {}
}
