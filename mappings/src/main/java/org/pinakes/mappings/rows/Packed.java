package org.pinakes.mappings.rows;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Opens a file that may be packed; of an archive, its first file. */
public final class Packed {
    /** What an xz stream may demand for its dictionary; the largest preset needs 65 MB. */
    private static final int XZ_KIBIBYTES = 80 * 1024;

    private Packed() {}

    public static InputStream open(Path file, SourceFile.Compression compression) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        return switch (compression) {
            case NONE -> raw;
            case GZIP -> new GZIPInputStream(raw);
            case ZIP -> zip(raw);
            case TAR_GZIP -> tar(new BufferedInputStream(new GZIPInputStream(raw)));
            case TAR_XZ -> tar(new XZInputStream(raw, XZ_KIBIBYTES));
        };
    }

    private static InputStream zip(InputStream raw) throws IOException {
        ZipInputStream zip = new ZipInputStream(raw);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                return zip;
            }
        }
        throw new ZipException("the archive holds no file");
    }

    private static InputStream tar(InputStream raw) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(raw);
        for (ArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (!entry.isDirectory()) {
                return tar;
            }
        }
        throw new ZipException("the archive holds no file");
    }
}
