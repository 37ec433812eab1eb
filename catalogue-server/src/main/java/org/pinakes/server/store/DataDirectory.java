package org.pinakes.server.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Iris;

/**
 * A directory that holds one catalogue, locked for one process as long as it is open. Its base IRI is fixed when it is
 * made, because permanent IRIs begin with it.
 */
public final class DataDirectory implements AutoCloseable {
    /** Raised when an older Pinakes can no longer read what a newer one writes. */
    private static final int FORMAT = 1;

    private static final Pattern WRITTEN_FORMAT = Pattern.compile("\"format\"\\s*:\\s*(\\d{1,9})");
    private static final Pattern WRITTEN_BASE = Pattern.compile("\"base\"\\s*:\\s*\"([^\"]*)\"");

    private final Path path;
    private final Iris iris;
    private final RandomAccessFile lockFile;

    private DataDirectory(Path path, Iris iris, RandomAccessFile lockFile) {
        this.path = path;
        this.iris = iris;
        this.lockFile = lockFile;
    }

    /**
     * Opens the directory, or makes it with this base. Any obstacle is an {@link InputProblem}: in use, of a newer format,
     * not a data directory, not writable.
     */
    public static DataDirectory open(Path path, String base, Instant now) {
        Path about = path.resolve("pinakes.json");
        try {
            refuseForeign(path, about);
            Files.createDirectories(path);
            RandomAccessFile lock = lock(path);
            try {
                if (!Files.exists(about)) {
                    create(about, base, now);
                }
                return new DataDirectory(path, iris(path, about), lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new InputProblem(
                    "The data directory " + path + " cannot be used: "
                            + e.getClass().getSimpleName() + " " + e.getMessage()
                            + ". Name another with --data or make it writable.",
                    e);
        }
    }

    private static void refuseForeign(Path path, Path about) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new InputProblem(path + " is a file; --data needs a directory.");
        }
        if (Files.isDirectory(path) && !Files.exists(about)) {
            try (Stream<Path> files = Files.list(path)) {
                if (files.anyMatch(f -> !f.getFileName().toString().matches("lock|pinakes.json.tmp"))) {
                    throw new InputProblem("The directory " + path
                            + " is not empty and is no Pinakes data directory; name an empty or new one with --data.");
                }
            }
        }
    }

    private static RandomAccessFile lock(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.resolve("lock").toFile(), "rw");
        FileLock lock;
        try {
            lock = file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            String holder = Files.readString(path.resolve("lock"), StandardCharsets.UTF_8)
                    .strip();
            file.close();
            throw new InputProblem("The data directory " + path + " is in use by "
                    + (holder.isEmpty() ? "another process" : holder)
                    + ". Stop that first, or name another directory with --data.");
        }
        write(file, "process " + ProcessHandle.current().pid());
        return file;
    }

    private static void write(RandomAccessFile file, String text) throws IOException {
        file.setLength(0);
        file.seek(0);
        file.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void create(Path about, String base, Instant now) throws IOException {
        // A base has no characters that JSON would escape.
        String json =
                "{\"format\":" + FORMAT + ",\"base\":\"" + new Iris(base).base() + "\",\"created\":\"" + now + "\"}\n";
        Path temporary = about.resolveSibling("pinakes.json.tmp");
        Files.writeString(temporary, json);
        Files.move(temporary, about, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Iris iris(Path path, Path about) throws IOException {
        // Every start waits for these two values, and a JSON parser is not loaded in a moment.
        String json = Files.readString(about);
        Matcher format = WRITTEN_FORMAT.matcher(json);
        Matcher base = WRITTEN_BASE.matcher(json);
        if (!format.find() || !base.find()) {
            throw new InputProblem(about + " is damaged: expected {\"format\":" + FORMAT
                    + ",\"base\":\"…\"} with the base of this catalogue's permanent IRIs; found '" + json.strip()
                    + "'.");
        }
        if (Integer.parseInt(format.group(1)) > FORMAT) {
            throw new InputProblem("The data directory " + path + " was written by a newer Pinakes (format "
                    + format.group(1) + "; this one knows " + FORMAT
                    + "). Use the newer Pinakes, or another directory with --data.");
        }
        return new Iris(base.group(1));
    }

    /** Tells a second process where this one can be reached. */
    public void serving(String address) {
        try {
            write(lockFile, "process " + ProcessHandle.current().pid() + ", which serves " + address);
        } catch (IOException e) {
            throw new InputProblem("The lock file of " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    public Path path() {
        return path;
    }

    public Iris iris() {
        return iris;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new InputProblem("The lock of " + path + " cannot be released: " + e.getMessage(), e);
        }
    }

    /** Deletes a folder with all that is in it; nothing if it is not there. */
    public static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
