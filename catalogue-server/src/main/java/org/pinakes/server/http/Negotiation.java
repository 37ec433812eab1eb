package org.pinakes.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Content negotiation by {@code Accept} (RFC 9110 section 12.5.1). */
public final class Negotiation {
    private Negotiation() {}

    /**
     * The offer that the client likes best; among equals the first.
     *
     * @param accept the header, or null
     * @return empty when the client accepts none of them
     */
    public static Optional<String> best(@Nullable String accept, List<String> offers) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(offers.getFirst());
        }
        String best = null;
        double bestQuality = 0;
        for (String offer : offers) {
            double quality = quality(accept, offer);
            if (quality > bestQuality) {
                best = offer;
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The quality of the most specific range that fits. */
    private static double quality(String accept, String offer) {
        double quality = 0;
        int specificity = -1;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.strip().split(";");
            int fits = fits(parts[0].strip(), offer);
            if (fits > specificity) {
                specificity = fits;
                quality = quality(parts);
            }
        }
        return quality;
    }

    private static int fits(String range, String offer) {
        if (range.equals(offer)) {
            return 2;
        }
        if (range.endsWith("/*") && offer.startsWith(range.substring(0, range.length() - 1))) {
            return 1;
        }
        return range.equals("*/*") ? 0 : -1;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.matches("q=[01](\\.\\d{0,3})?")) {
                return Double.parseDouble(part.substring(2));
            }
        }
        return 1;
    }
}
