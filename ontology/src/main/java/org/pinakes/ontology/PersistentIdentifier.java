package org.pinakes.ontology;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers that name the same thing everywhere, in one spelling each: DOI, handle, ARK, URN, or a web address. */
public final class PersistentIdentifier {
    /** DOI Handbook 2.2: names are compared without case. */
    private static final Pattern DOI = Pattern.compile(
            "(?i)(?:doi:\\s*|(?:https?:)?//(?:dx\\.|www\\.)?doi\\.org/|doi\\.org/)?(10\\.\\d{4,9}/\\S+)");

    private static final Pattern HANDLE =
            Pattern.compile("(?i)(?:hdl:\\s*|https?://hdl\\.handle\\.net/)([0-9a-z.]+/\\S+)");
    private static final Pattern ARK = Pattern.compile("(?i)(?:https?://[^/]+/)?ark:/?(\\d{5,}/\\S+)");
    private static final Pattern URN = Pattern.compile("(?i)urn:[a-z0-9][a-z0-9-]{1,31}:\\S+");

    private PersistentIdentifier() {}

    /** The one spelling, an IRI; empty for what is only an identifier at its provider. */
    public static Optional<String> of(String text) {
        String plain = text.strip();
        Matcher doi = DOI.matcher(plain);
        if (doi.matches()) {
            return Optional.of("https://doi.org/" + doi.group(1).toLowerCase(Locale.ROOT));
        }
        Matcher handle = HANDLE.matcher(plain);
        if (handle.matches()) {
            return Optional.of("https://hdl.handle.net/" + handle.group(1).toLowerCase(Locale.ROOT));
        }
        Matcher ark = ARK.matcher(plain);
        if (ark.matches()) {
            return Optional.of("https://n2t.net/ark:/" + ark.group(1));
        }
        if (URN.matcher(plain).matches()) {
            int second = plain.indexOf(':', 4);
            return Optional.of(plain.substring(0, second).toLowerCase(Locale.ROOT) + plain.substring(second));
        }
        return address(plain);
    }

    /** A web address with a path names a thing; a bare host does not. Scheme and case of the host make no difference. */
    private static Optional<String> address(String text) {
        if (!text.matches("(?i)https?://[^\\s<>\"{}|\\\\^`]+")) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
            String rest = (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                    + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
            return uri.getHost() == null || (path + rest).isEmpty()
                    ? Optional.empty()
                    : Optional.of("https://" + uri.getRawAuthority().toLowerCase(Locale.ROOT) + path + rest);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
