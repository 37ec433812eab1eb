package org.pinakes.mappings.rml;

import java.nio.charset.StandardCharsets;

/** The letters of IRIs (RFC 3987 section 2.2): which are allowed, and how others are written. No regular expressions: asked per cell. */
public final class IriText {
    private static final String HEX = "0123456789ABCDEF";
    private static final boolean[] UNRESERVED = table("-._~");
    private static final boolean[] ALLOWED = table("-._~:/?#[]@!$&'()*+,;=%");

    private IriText() {}

    private static boolean[] table(String marks) {
        boolean[] table = new boolean[128];
        for (char c = 0; c < 128; c++) {
            table[c] =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.indexOf(c) >= 0;
        }
        return table;
    }

    /** Whether it begins with a scheme. */
    public static boolean isAbsolute(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i > 0;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
                return false;
            }
        }
        return false;
    }

    /** Whether all letters may stand in an IRI (or, if {@code ascii}, in a URI), and each {@code %} begins an octet. */
    public static boolean isClean(String text, boolean ascii) {
        boolean fragment = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                if (ascii || !isUcs(text, i)) {
                    return false;
                }
                i += Character.isHighSurrogate(c) ? 1 : 0;
            } else if (!ALLOWED[c] || (c == '#' && fragment) || (c == '%' && !isOctet(text, i))) {
                return false;
            } else if ((c == '[' || c == ']') && !isInAuthority(text, i)) {
                return false;
            }
            fragment |= c == '#';
        }
        return true;
    }

    /** Brackets enclose IPv6 addresses and stand nowhere else (RFC 3986 section 3.2.2). */
    private static boolean isInAuthority(String text, int at) {
        int start = text.indexOf("//") + 2;
        for (int i = start; i < at; i++) {
            if ("/?#".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return start >= 2 && start <= at;
    }

    /** Whether all letters have a meaning in IRIs but may stand there (RFC 3986 section 2.2). */
    static boolean isReserved(String letters) {
        return letters.chars().allMatch(c -> ":/?#@!$&'()*+,;=".indexOf(c) >= 0);
    }

    private static boolean isOctet(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    /** {@code ucschar}; private use and unpaired surrogates are not. */
    private static boolean isUcs(String text, int at) {
        int point = text.codePointAt(at);
        return point >= 0xA0
                && !(point >= 0xD800 && point < 0xF900)
                && !(point >= 0xFDD0 && point <= 0xFDEF)
                && (point & 0xFFFF) < 0xFFF0
                && point < 0xF0000;
    }

    /**
     * Appends the value with every letter that is not unreserved as octets (RML-Core, IRI-safe values).
     *
     * @param keep reserved letters that are left as they are
     */
    public static void appendSafe(StringBuilder out, String value, boolean ascii, String keep) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 128 ? UNRESERVED[c] || keep.indexOf(c) >= 0 : !ascii && isUcs(value, i)) {
                out.append(c);
                if (Character.isHighSurrogate(c)) {
                    out.append(value.charAt(++i));
                }
            } else {
                int length = Character.charCount(value.codePointAt(i));
                for (byte b : value.substring(i, i + length).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
                }
                i += length - 1;
            }
        }
    }
}
