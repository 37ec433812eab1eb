package org.pinakes.ontology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The only place that makes a permanent IRI. A dataset's IRI depends on the provider's id and the provider's own
 * identifier and on nothing else, so it survives a new title, catalogue, publisher or mapping.
 *
 * @param base ends in a slash, for example {@code https://catalogue.example.org/}; fixed when the data directory is made
 */
public record Iris(String base) {
    private static final String DATASETS = "datasets/";
    private static final String PROVENANCE = "/provenance";

    public Iris {
        if (!base.matches("https?://[^\\s<>\"{}|\\\\^`?#]+/")) {
            throw new InputProblem("The base URL '" + base
                    + "' cannot be used: it must start with http:// or https:// and end in '/'.");
        }
    }

    /** The dataset's IRI. Different (provider, local id) pairs never share one. */
    public String dataset(String provider, String localId) {
        return base + DATASETS + provider + "." + slug(localId);
    }

    /** The last step of a dataset's IRI, as it stands in {@code /datasets/{id}}. */
    public Optional<String> datasetId(String iri) {
        String start = base + DATASETS;
        return iri.startsWith(start) ? Optional.of(iri.substring(start.length())) : Optional.empty();
    }

    /** The IRI that {@code /datasets/{id}} speaks of. */
    public String datasetOfId(String id) {
        return base + DATASETS + id;
    }

    /** The named graph with where a record came from and what was judged of it. */
    public String provenance(String dataset) {
        return dataset + PROVENANCE;
    }

    /** A named graph of the catalogue itself: {@code codes}, {@code ontology}, {@code inferred}, {@code changes}. */
    public String graph(String name) {
        return base + "graph/" + name;
    }

    public String provider(String id) {
        return base + "providers/" + id;
    }

    /**
     * A document of a provider, and the named graph of what it says besides its datasets.
     *
     * @param address as the fetcher gave it
     */
    public String document(String provider, String address) {
        return provider(provider) + "/documents/" + slug(address);
    }

    public String catalogue() {
        return base + "catalog";
    }

    /**
     * Readable and one-to-one: an identifier that is already a slug stays as it is; another gets its readable part and
     * twelve digits of its hash.
     */
    private static String slug(String localId) {
        if (localId.matches("[a-z0-9]+(?:[-_][a-z0-9]+)*") && localId.length() <= 80) {
            return localId;
        }
        String last = localId.replaceFirst("^https?://[^/]+/", "").replaceFirst("/+$", "");
        String plain = Normalizer.normalize(last, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String words =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String kept = words.length() > 60 ? words.substring(0, 60).replaceAll("-$", "") : words;
        return (kept.isEmpty() ? "x" : kept) + "." + hash(localId);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
