package org.pinakes.mappings.rows;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.pinakes.ontology.Document;

/** A zip archive of the files that a mapping names, as registries export all their tables. */
public record Archive(Document.Content content) {
    /** What one file may become when it is unpacked. */
    private static final long MOST = 1L << 28;

    /** Whether a document is one. */
    public static boolean is(Document document) {
        return document.mediaType().equals("application/zip")
                || document.address().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** The names of its files, with their folders. */
    public Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(content.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    names.add(entry.getName());
                }
            }
        }
        return names;
    }

    /** One of its files; reading more than is accepted fails. */
    public InputStream open(String name) throws IOException {
        ZipInputStream zip = new ZipInputStream(content.open());
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return new Bounded(zip);
            }
        }
        zip.close();
        throw new IOException("the archive has no file " + name);
    }

    private static final class Bounded extends FilterInputStream {
        private long left = MOST;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            left -= Math.max(n, 0);
            if (left < 0) {
                throw new IOException("a file of the archive is larger than " + MOST + " bytes");
            }
            return n;
        }
    }
}
