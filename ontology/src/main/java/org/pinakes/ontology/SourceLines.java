package org.pinakes.ontology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the line of a Turtle file that a fault is in. Only asked when there is a fault, so that reading stays fast: it looks
 * for the line where the subject's statements begin (or where it is first named), and from there for the text that is wrong.
 */
public final class SourceLines {
    private SourceLines() {}

    /** {@code file, line 12}; the file alone if the subject is not found in it. */
    public static String place(Path file, String subject, String text) {
        try {
            List<String> lines = Files.readAllLines(file);
            String local = subject.replaceFirst("^.*[/#:]", "");
            for (int i = 0; i < lines.size(); i++) {
                if (begins(lines.get(i), subject, local)) {
                    return file + ", line " + (1 + within(lines, i, text));
                }
            }
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(local)) {
                    return file + ", line " + (1 + i);
                }
            }
        } catch (IOException e) {
            return file.toString();
        }
        return file.toString();
    }

    /** The first line that holds all the names; empty if none does. */
    public static Optional<String> together(Path file, List<String> names) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (names.stream().allMatch(lines.get(i)::contains)) {
                    return Optional.of(file + ", line " + (i + 1));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean begins(String line, String subject, String local) {
        String start = line.strip().replaceFirst("[\\s;,.].*$", "");
        return start.equals("<" + subject + ">") || start.endsWith(":" + local);
    }

    private static int within(List<String> lines, int start, String text) {
        for (int i = start; i < lines.size(); i++) {
            if (!text.isEmpty() && lines.get(i).contains(text)) {
                return i;
            }
            if (i > start && lines.get(i).isBlank()) {
                break;
            }
        }
        return start;
    }
}
