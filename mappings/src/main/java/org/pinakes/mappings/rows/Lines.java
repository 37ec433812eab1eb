package org.pinakes.mappings.rows;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** Lines of a text, of which none takes more memory than the limit. Lines end with a line feed. */
final class Lines {
    private final Reader text;
    private final int limit;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private boolean tooLong;

    Lines(Reader text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /** Goes to the next line; false when there is none. */
    boolean next() {
        line.setLength(0);
        tooLong = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            tooLong |= line.length() + (at - from) > limit;
            if (!tooLong) {
                line.append(buffer, from, at - from);
            }
            if (at < end) {
                at++;
                return true;
            }
        }
        return any;
    }

    private boolean fill() {
        try {
            at = 0;
            end = Math.max(0, text.read(buffer, 0, buffer.length));
            return end > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line was longer than the limit, and {@link #line()} is a part of it. */
    boolean isTooLong() {
        return tooLong;
    }

    String line() {
        return line.toString();
    }
}
