package org.pinakes.ontology;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The files that curators edit: code lists, mappings, shapes, queries. They are read from the project's folder as they
 * are, so an edit needs no build.
 *
 * @param home the folder that holds {@code ontology/}, {@code mappings/}, {@code shapes/} and {@code queries/}
 */
public record DataFiles(Path home) {
    private static final Set<String> APART = Set.of("src", "target", "tests");

    /**
     * The files below a folder (relative to home) whose names end so, sorted by path; empty if there is no such folder. The
     * folders {@code src} and {@code target} are a build's and {@code tests} are for developers; they are not looked into.
     */
    public List<Path> below(String folder, String suffix) {
        Path start = home.resolve(folder);
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(start)) {
            collect(start.toFile(), suffix, found);
        }
        Collections.sort(found);
        return found;
    }

    private static void collect(File folder, String suffix, List<Path> found) {
        File[] children = folder.listFiles();
        if (children == null) {
            throw new UncheckedIOException(new IOException("the folder " + folder + " cannot be read"));
        }
        for (File child : children) {
            if (!child.isDirectory()) {
                if (child.getName().endsWith(suffix)) {
                    found.add(child.toPath());
                }
            } else if (!APART.contains(child.getName())) {
                collect(child, suffix, found);
            }
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

    /**
     * A word that changes when one of the files does, is renamed, comes or goes. It is made of sizes and CRC-32 sums, because each
     * start reads all files and waits for it; nobody has an interest in forging it.
     */
    public String fingerprint(List<Path> files) {
        CRC32 names = new CRC32();
        CRC32 bytes = new CRC32();
        for (Path file : files) {
            try (FileInputStream in = new FileInputStream(file.toFile())) {
                byte[] all = in.readAllBytes();
                bytes.update(all);
                names.update((home.relativize(file) + " " + all.length + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files.size() + "-" + Long.toHexString(names.getValue()) + "-" + Long.toHexString(bytes.getValue());
    }
}
