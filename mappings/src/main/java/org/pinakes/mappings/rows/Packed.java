package org.pinakes.mappings.rows;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens a file that may be packed; of an archive, its first file. */
public final class Packed {
    private static final int BLOCK = 512;

    private Packed() {}

    public static InputStream open(Path file, SourceFile.Compression compression) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        return switch (compression) {
            case NONE -> raw;
            case GZIP -> new GZIPInputStream(raw);
            case ZIP -> zip(raw);
            case TAR_GZIP -> tar(new BufferedInputStream(new GZIPInputStream(raw)));
        };
    }

    private static InputStream zip(InputStream raw) throws IOException {
        ZipInputStream zip = new ZipInputStream(raw);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                return zip;
            }
        }
        throw new IOException("the archive holds no file");
    }

    /** POSIX ustar: a header block, the bytes, filled up to a whole block. */
    private static InputStream tar(InputStream raw) throws IOException {
        byte[] header = new byte[BLOCK];
        while (raw.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            String digits = new String(header, 124, 12, StandardCharsets.US_ASCII).replaceAll("[^0-7]", "");
            int size = Integer.parseInt(digits.isEmpty() ? "0" : digits, 8);
            boolean plain = header[156] == '0' || header[156] == 0;
            if (plain) {
                return new ByteArrayInputStream(raw.readNBytes(size));
            }
            raw.skipNBytes((size + BLOCK - 1L) / BLOCK * BLOCK);
        }
        throw new IOException("the archive holds no file");
    }
}
