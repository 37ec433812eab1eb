package org.pinakes.mappings.rml;

import java.util.regex.Pattern;

/** BCP 47 language tags, section 2.1, without the old tags that were registered whole. */
public final class LanguageTag {
    private static final Pattern WELL_FORMED = Pattern.compile(
            "(?i)(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
                    + "(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?");

    private LanguageTag() {}

    public static boolean isWellFormed(String tag) {
        return WELL_FORMED.matcher(tag).matches();
    }
}
