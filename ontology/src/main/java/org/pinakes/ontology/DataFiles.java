package org.pinakes.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The files that curators edit: code lists, mappings, shapes, queries. They are read from the project's folder as they
 * are, so an edit needs no build.
 *
 * @param home the folder that holds {@code ontology/}, {@code mappings/}, {@code shapes/} and {@code queries/}
 */
public record DataFiles(Path home) {

    /**
     * The files below a folder (relative to home) whose names end so, sorted by path; empty if there is no such folder. The
     * folders {@code src} and {@code target} are a build's and not looked into.
     */
    public List<Path> below(String folder, String suffix) {
        Path start = home.resolve(folder);
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(start)) {
            collect(start, suffix, found);
        }
        Collections.sort(found);
        return found;
    }

    private static void collect(Path folder, String suffix, List<Path> found) {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (!Files.isDirectory(child)) {
                    if (name.endsWith(suffix)) {
                        found.add(child);
                    }
                } else if (!name.equals("src") && !name.equals("target")) {
                    collect(child, suffix, found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's text, UTF-8. */
    public String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One SHA-256 (lower-case hex) over names and bytes of the files; changes when any of them does. */
    public String fingerprint(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(home.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
