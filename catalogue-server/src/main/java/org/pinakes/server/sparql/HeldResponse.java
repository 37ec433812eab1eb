package org.pinakes.server.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer back until it is complete, as far as it is small: a query that is cancelled half-way would otherwise have
 * said 200 already. A large answer streams once it is past the limit; one that is too large is cut by closing the
 * connection, which every client notices.
 */
final class HeldResponse extends HttpServletResponseWrapper {
    private static final int HELD = 4 << 20;
    private static final long MOST = 256L << 20;
    private final HttpServletResponse real;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final Output output = new Output();
    private int status = 200;
    private String contentType = "";
    private long written;
    private boolean streaming;
    private @Nullable PrintWriter writer;

    HeldResponse(HttpServletResponse real) {
        super(real);
        this.real = real;
    }

    boolean streaming() {
        return streaming;
    }

    @Override
    public int getStatus() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] bytes() {
        if (writer != null) {
            writer.flush();
        }
        return held.toByteArray();
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, String message) {
        status = code;
        held.reset();
        held.writeBytes(String.valueOf(message).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void sendError(int code) {
        sendError(code, "");
    }

    @Override
    public void setContentType(String type) {
        contentType = type;
    }

    @Override
    public String getContentType() {
        return contentType;
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Type")) {
            contentType = value;
        }
    }

    @Override
    public void addHeader(String name, String value) {
        setHeader(name, value);
    }

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void setCharacterEncoding(String encoding) {}

    @Override
    public boolean isCommitted() {
        return streaming;
    }

    @Override
    public void flushBuffer() {}

    @Override
    public void reset() {
        resetBuffer();
    }

    @Override
    public void resetBuffer() {
        if (!streaming) {
            held.reset();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return output;
    }

    @Override
    public PrintWriter getWriter() {
        PrintWriter made = writer;
        if (made == null) {
            made = new PrintWriter(output, false, StandardCharsets.UTF_8);
            writer = made;
        }
        return made;
    }

    private final class Output extends ServletOutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            written += length;
            if (written > MOST) {
                throw new IOException("the answer is larger than " + MOST + " bytes");
            }
            if (!streaming && held.size() + length > HELD) {
                streaming = true;
                real.setStatus(status);
                real.setContentType(contentType);
                held.writeTo(real.getOutputStream());
                held.reset();
            }
            if (streaming) {
                real.getOutputStream().write(bytes, offset, length);
            } else {
                held.write(bytes, offset, length);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("answers are written by one thread");
        }
    }
}
