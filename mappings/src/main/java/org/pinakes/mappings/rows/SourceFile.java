package org.pinakes.mappings.rows;

import java.util.Optional;

/**
 * The file that a logical source names.
 *
 * @param root {@code rml:MappingDirectory}, {@code rml:CurrentWorkingDirectory} or a folder
 * @param encoding name of a charset; UTF-8 (or what a byte order mark says) when empty
 */
public record SourceFile(String path, Root root, Optional<String> encoding, Compression compression) {

    /** Stands for the document that is handed in, whatever its name. */
    public static final SourceFile GIVEN =
            new SourceFile("", new Root.MappingDirectory(), Optional.empty(), Compression.NONE);

    /** What a relative path is relative to. */
    public sealed interface Root {
        record MappingDirectory() implements Root {}

        record CurrentWorkingDirectory() implements Root {}

        record Folder(String path) implements Root {}
    }

    /** How the file is packed. Of an archive the first file is read. */
    public enum Compression {
        NONE,
        GZIP,
        ZIP,
        TAR_GZIP,
        TAR_XZ
    }
}
