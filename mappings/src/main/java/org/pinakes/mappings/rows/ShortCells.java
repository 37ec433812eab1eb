package org.pinakes.mappings.rows;

import java.io.IOException;
import java.io.Reader;

/**
 * CSV text of which every cell is cut when it is longer than the limit, so that the rows after such a cell can be read. Costs a
 * look at every character and is used only where a cell was met that is too long.
 */
final class ShortCells extends Reader {
    private enum At {
        START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final Reader text;
    private final char separator;
    private final char quote;
    private final int limit;
    private final char[] in = new char[1 << 13];
    private final char[] out = new char[(1 << 14) + 2];
    private At at = At.START;
    private int length;
    private int next;
    private int end;
    private boolean ended;

    /** A cell that is cut keeps one character more than the limit. */
    ShortCells(Reader text, char separator, char quote, int limit) {
        this.text = text;
        this.separator = separator;
        this.quote = quote;
        this.limit = limit;
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        while (next == end && !ended) {
            fill();
        }
        int n = Math.min(wanted, end - next);
        System.arraycopy(out, next, target, offset, n);
        next += n;
        return n == 0 && wanted > 0 ? -1 : n;
    }

    private void fill() throws IOException {
        next = 0;
        end = 0;
        int n = text.read(in, 0, in.length);
        for (int i = 0; i < n; i++) {
            take(in[i]);
        }
        if (n < 0) {
            ended = true;
            if (at == At.QUOTE_IN_QUOTED) {
                out[end++] = quote;
            }
        }
    }

    private void take(char c) {
        switch (at) {
            case START, PLAIN -> plain(c);
            case QUOTED -> {
                if (c == quote) {
                    at = At.QUOTE_IN_QUOTED;
                } else {
                    keep(c);
                }
            }
            case QUOTE_IN_QUOTED -> {
                if (c == quote) {
                    at = At.QUOTED;
                    if (keep(c)) {
                        out[end++] = c;
                    }
                } else {
                    out[end++] = quote;
                    at = At.PLAIN;
                    plain(c);
                }
            }
        }
    }

    private void plain(char c) {
        if (c == separator || c == '\n' || c == '\r') {
            out[end++] = c;
            at = At.START;
            length = 0;
        } else if (at == At.START && c == quote) {
            out[end++] = c;
            at = At.QUOTED;
        } else {
            at = At.PLAIN;
            keep(c);
        }
    }

    private boolean keep(char c) {
        boolean kept = length++ <= limit;
        if (kept) {
            out[end++] = c;
        }
        return kept;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
