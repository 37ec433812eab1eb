package org.pinakes.server.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.sparql.core.Quad;
import org.pinakes.ontology.InputProblem;

/**
 * The truth: segments of RDF Patch, one for each batch, numbered by the first and last change in them. A segment is written
 * to a temporary file, forced to disk, renamed, and the folder forced: it is there whole or not at all. The gzip checksum
 * finds a damaged one when it is read.
 */
final class PatchLog {
    private static final Pattern NAME = Pattern.compile("(\\d{12})-(\\d{12})\\.rdfp\\.gz");
    private final Path folder;
    private final Faults faults;
    private final List<Segment> segments = new ArrayList<>();

    /** A file of the log. */
    record Segment(Path file, long first, long last) {}

    private PatchLog(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** Opens the log; what a crash left half written is removed, a gap is an {@link InputProblem}. */
    static PatchLog open(Path folder, Faults faults) throws IOException {
        Files.createDirectories(folder);
        PatchLog log = new PatchLog(folder, faults);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                log.found(file);
            }
        }
        return log;
    }

    private void found(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".tmp")) {
            Files.delete(file);
            return;
        }
        Matcher m = NAME.matcher(name);
        if (!m.matches()) {
            return;
        }
        Segment segment = new Segment(file, Long.parseLong(m.group(1)), Long.parseLong(m.group(2)));
        if (segment.first() != last() + 1 || segment.last() < segment.first()) {
            throw new InputProblem("The log has a gap: " + file + " begins with change " + segment.first()
                    + ", and the change before it is " + last() + ". Put the missing segment back from a backup.");
        }
        segments.add(segment);
    }

    /** The newest change's number, 0 for an empty log. */
    long last() {
        return segments.isEmpty() ? 0 : segments.getLast().last();
    }

    /** Those with changes after a number, oldest first. */
    List<Segment> segmentsAfter(long number) {
        return segments.stream().filter(s -> s.last() > number).toList();
    }

    /** When this returns, the changes survive a crash. Their numbers follow the last one without a gap. */
    Segment append(List<LoggedChange> changes) throws IOException {
        long first = changes.getFirst().number();
        long last = changes.getLast().number();
        Path temporary = folder.resolve("segment.tmp");
        Path file = folder.resolve(String.format(Locale.ROOT, "%012d-%012d.rdfp.gz", first, last));
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                GZIPOutputStream zip = new GZIPOutputStream(Channels.newOutputStream(channel), 1 << 16);
                write(new Open(zip), changes);
                zip.finish();
                faults.at("segment written");
                channel.force(true);
            }
            faults.at("segment forced");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            Files.deleteIfExists(temporary);
            throw e instanceof IOException io ? io : new IOException(e);
        }
        faults.at("segment named");
        forceFolder();
        Segment segment = new Segment(file, first, last);
        segments.add(segment);
        return segment;
    }

    private static void write(OutputStream out, List<LoggedChange> changes) {
        RDFChangesWriterText writer = RDFChangesWriterText.create(out);
        writer.start();
        for (LoggedChange change : changes) {
            SegmentReader.headers(change).forEach(writer::header);
            writer.txnBegin();
            for (Quad q : change.removed()) {
                writer.delete(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject());
            }
            for (Quad q : change.added()) {
                writer.add(q.getGraph(), q.getSubject(), q.getPredicate(), q.getObject());
            }
            writer.txnCommit();
        }
        writer.finish();
        writer.close();
    }

    /** The patch writer closes what it writes to, and the file must still be forced. */
    private static final class Open extends BufferedOutputStream {
        Open(OutputStream out) {
            super(out, 1 << 16);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Reads a segment to its end; damage is an {@link InputProblem} that names the file. */
    void read(Segment segment, Consumer<LoggedChange> consumer) {
        SegmentReader.read(segment.file(), consumer);
    }

    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
