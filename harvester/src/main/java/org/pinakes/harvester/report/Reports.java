package org.pinakes.harvester.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pinakes.ontology.HarvestReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The folder of reports. Their names begin with the time, so that the newest sort last. */
public final class Reports {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ID = "[0-9TZ]{16}-[a-z0-9-]+";
    private final Path folder;

    public Reports(Path folder) {
        this.folder = folder;
    }

    /** A name for a run that is not taken. */
    public String newId(Instant start, String provider) {
        String id = TIME.format(start) + "-" + provider;
        for (int n = 2; Files.exists(file(id)); n++) {
            id = TIME.format(start) + "-" + provider + "-" + n;
        }
        return id;
    }

    public void write(HarvestReport report) throws IOException {
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + report.id() + ".tmp");
        Files.write(temporary, JsonMapper.shared().writeValueAsBytes(report));
        Files.move(temporary, file(report.id()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty when there is none of that name, or its file is damaged. */
    public Optional<HarvestReport> report(String id) {
        if (!id.matches(ID) || !Files.exists(file(id))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readAllBytes(file(id)), HarvestReport.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** At most so many, newest first. */
    public List<HarvestReport> newest(int limit) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.startsWith("."))
                    .sorted(Comparator.reverseOrder())
                    .map(name -> report(name.substring(0, name.length() - ".json".length())))
                    .flatMap(Optional::stream)
                    .limit(limit)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".json");
    }
}
