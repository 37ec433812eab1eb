package org.pinakes.mappings.rml;

import java.util.ArrayList;
import java.util.List;

/** Cuts a template into its parts (RML-Core, string templates). */
final class TemplateText {
    private TemplateText() {}

    /** Throws {@link IllegalArgumentException} with a sentence for the curator. */
    static List<TermMap.Part> parts(String template) {
        List<TermMap.Part> parts = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\') {
                i++;
                piece.append(escaped(template, i));
            } else if (c == '{' && !inside) {
                text(piece, parts);
                inside = true;
            } else if (c == '}' && inside) {
                parts.add(new TermMap.Part.Value(reference(piece, template)));
                inside = false;
            } else if (c == '{' || c == '}') {
                throw wrong(template, "has a '" + c + "' at position " + (i + 1) + " that does not fit");
            } else {
                piece.append(c);
            }
        }
        if (inside) {
            throw wrong(template, "has a '{' that is not closed");
        }
        text(piece, parts);
        return parts;
    }

    private static char escaped(String template, int at) {
        char c = at < template.length() ? template.charAt(at) : ' ';
        if (c != '{' && c != '}' && c != '\\') {
            throw wrong(template, "has a backslash at position " + at + " that escapes none of { } \\");
        }
        return c;
    }

    private static String reference(StringBuilder piece, String template) {
        if (piece.isEmpty()) {
            throw wrong(template, "has an empty {}");
        }
        String reference = piece.toString();
        piece.setLength(0);
        return reference;
    }

    private static void text(StringBuilder piece, List<TermMap.Part> parts) {
        if (!piece.isEmpty()) {
            parts.add(new TermMap.Part.Text(piece.toString()));
            piece.setLength(0);
        }
    }

    private static IllegalArgumentException wrong(String template, String what) {
        return new IllegalArgumentException("the template \"" + template + "\" " + what
                + ". References stand in { }, and a brace that is meant as a brace has a backslash before it.");
    }
}
