package org.pinakes.harvester.fetch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.pinakes.harvester.raw.RawStore.Incoming;
import org.pinakes.ontology.Provider;

/**
 * Reads a file, or every file below a folder in the order of their names; hidden files are left out. Addresses are paths
 * relative to the source's folder, so that moving the whole changes nothing.
 */
public final class FileFetcher implements Fetcher {
    private final InstantSource clock;

    public FileFetcher(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void fetch(Provider.Source source, Sink sink) throws IOException {
        Path start = Path.of(source.location());
        Path folder = Files.isDirectory(start) ? start : start.toAbsolutePath().getParent();
        for (Path file : files(start)) {
            String address = folder == null
                    ? file.toString()
                    : folder.relativize(file.toAbsolutePath()).toString();
            String mediaType =
                    source.mediaType().or(() -> MediaTypes.ofName(address)).orElse("application/octet-stream");
            try {
                sink.accept(new Incoming(
                        address,
                        mediaType,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        Files.newInputStream(file)));
            } catch (NoSuchFileException e) {
                throw new IOException("the file " + file + " is not there", e);
            } catch (AccessDeniedException e) {
                throw new IOException("the file " + file + " may not be read", e);
            }
        }
    }

    private static List<Path> files(Path start) throws IOException {
        if (!Files.exists(start)) {
            throw new IOException("there is no file or folder " + start);
        }
        if (!Files.isDirectory(start)) {
            return List.of(start.toAbsolutePath());
        }
        try (Stream<Path> files = Files.find(
                start.toAbsolutePath(),
                Integer.MAX_VALUE,
                (f, known) -> known.isRegularFile() || (known.isSymbolicLink() && Files.isRegularFile(f)))) {
            return files.filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
