package org.pinakes.mappings.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;

/**
 * Characters of a document. A byte order mark decides the charset and is not handed on; bytes that the charset does not
 * know become U+FFFD, and the line of the first of them is remembered, so that one bad byte does not cost the document.
 */
final class SourceText extends Reader {
    /** The longest value that is taken, in characters: one cell must not fill the memory. */
    static final int CELL = 1 << 22;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
    private final CharsetDecoder decoder;
    private boolean ended;
    private boolean flushed;
    private int line = 1;
    private int badLine;
    private int badByte;
    private int bad;

    /** Takes the stream over. An unknown charset throws {@link IllegalArgumentException}. */
    SourceText(InputStream in, Optional<String> encoding) throws IOException {
        this.in = in;
        bytes.limit(0);
        while (bytes.remaining() < 3 && fill()) {
            // as many reads as three bytes take
        }
        Charset charset = mark().orElseGet(() -> charset(encoding));
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Charset charset(Optional<String> encoding) {
        return encoding.<Charset>map(Charset::forName).orElse(StandardCharsets.UTF_8);
    }

    private Optional<Charset> mark() {
        int n = bytes.remaining();
        int first = n > 0 ? bytes.get(0) & 0xFF : 0;
        int second = n > 1 ? bytes.get(1) & 0xFF : 0;
        int third = n > 2 ? bytes.get(2) & 0xFF : 0;
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            bytes.position(3);
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (first == 0xFE && second == 0xFF) {
            bytes.position(2);
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (first == 0xFF && second == 0xFE) {
            bytes.position(2);
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    /** Reads on; false at the end of the bytes. */
    private boolean fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = n < 0;
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
        return !ended;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        int counted = offset;
        while (true) {
            CoderResult result = flushed ? CoderResult.OVERFLOW : decoder.decode(bytes, chars, ended);
            counted = count(target, counted, chars.position());
            if (result.isError()) {
                replace(result, chars);
            } else if (result.isOverflow() || chars.position() > offset) {
                break;
            } else if (ended) {
                decoder.flush(chars);
                flushed = true;
                break;
            } else {
                fill();
            }
            if (!chars.hasRemaining()) {
                break;
            }
        }
        return chars.position() == offset ? -1 : chars.position() - offset;
    }

    private int count(char[] target, int from, int to) {
        for (int i = from; i < to; i++) {
            if (target[i] == '\n') {
                line++;
            }
        }
        return to;
    }

    private void replace(CoderResult result, CharBuffer chars) {
        if (bad++ == 0) {
            badLine = line;
            badByte = bytes.get(bytes.position()) & 0xFF;
        }
        bytes.position(bytes.position() + result.length());
        if (chars.hasRemaining()) {
            chars.put('\uFFFD');
        }
    }

    /** What was wrong with the bytes read so far, if anything was. */
    Optional<Finding> problem(String document) {
        if (bad == 0) {
            return Optional.empty();
        }
        String charset = decoder.charset().name();
        String more = bad == 1 ? "" : "; there are " + (bad - 1) + " more such places";
        String message = String.format(
                "The byte 0x%02X is not %s%s. Save the document as UTF-8, or state its rml:encoding in the mapping.",
                badByte, charset, more);
        Place place = new Place(document, "line " + badLine, "");
        return Optional.of(Finding.at(place, Finding.Severity.VIOLATION, "lift/encoding", message, ""));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
