package org.pinakes.mappings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pinakes.mappings.rml.MappingReader;
import org.pinakes.mappings.rml.ObjectMap;
import org.pinakes.mappings.rml.TermMap;
import org.pinakes.mappings.rml.TriplesMap;
import org.pinakes.mappings.rows.Archive;
import org.pinakes.mappings.rows.Formulation;
import org.pinakes.mappings.rows.Input;
import org.pinakes.mappings.rows.LogicalSource;
import org.pinakes.mappings.rows.Packed;
import org.pinakes.mappings.rows.SourceFile;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Finding.Severity;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Place;

/**
 * A mapping file in RML (RML-Core with RML-IO files as sources), read and checked. Immutable; any number of threads may run
 * it. Beyond the standard it reads {@code pin:split} on term maps with a reference or template: a cell is cut at that text,
 * the pieces are trimmed, empty ones dropped, and each piece is one value. Functions (RML-FNML) are not read.
 */
public final class Mapping {
    private final Path file;
    private final List<TriplesMap> maps;
    private final Set<Formulation> read;
    private final Map<Optional<Formulation>, Plan> plans = new ConcurrentHashMap<>();

    private Mapping(Path file, List<TriplesMap> maps) {
        this.file = file;
        this.maps = maps;
        this.read = maps.stream().map(m -> m.source().formulation()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Throws {@link InputProblem} naming every triples map that has a mistake and its first one. */
    public static Mapping load(Path file) {
        return new Mapping(file, MappingReader.read(file));
    }

    /** The file's name. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    /** Whether only counts and extremes of the rows are read, because a row is one person or one examination. */
    public boolean isAggregate() {
        return maps.stream().anyMatch(m -> m.source().aggregate());
    }

    /** The columns and paths that the rules read, each once. */
    public List<String> references() {
        return maps.stream().flatMap(Mapping::references).distinct().toList();
    }

    private static Stream<String> references(TriplesMap map) {
        Stream<TermMap> own = Stream.concat(Stream.of(map.subject()), map.graphs().stream());
        Stream<TermMap> pairs = map.pairs().stream()
                .flatMap(p -> Stream.of(p.predicates(), p.graphs()).flatMap(List::stream));
        Stream<TermMap> objects = map.pairs().stream()
                .flatMap(p -> p.objects().stream())
                .flatMap(o -> o instanceof ObjectMap.Term t
                        ? Stream.of(t.map())
                        : ((ObjectMap.Join) o).conditions().stream().flatMap(c -> Stream.of(c.child(), c.parent())));
        return Stream.of(own, pairs, objects).flatMap(s -> s).flatMap(TermMap::references);
    }

    /**
     * Maps one document, which stands in for the file of every logical source whose formulation reads such documents;
     * triples maps for other formulations rest. Of a zip archive each logical source reads the file that it names. Values that are relative IRIs get the base put before them.
     */
    public void run(Document document, String baseIri, Statements out) {
        if (Archive.is(document)) {
            archive(document, baseIri, out);
            return;
        }
        Optional<Formulation> kind = Formulation.of(document.mediaType(), document.address());
        if (kind.isPresent() ? !read.contains(kind.get()) : read.size() > 1) {
            String names = read.stream().map(Formulation::toString).collect(Collectors.joining(" and "));
            String message = name() + " reads " + names + ", and the document is of the media type "
                    + document.mediaType() + ".";
            Place place = Place.of(document.address());
            Severity severity = Severity.VIOLATION;
            out.finding(Finding.at(place, severity, "lift/media-type", message, document.mediaType()));
            return;
        }
        Plan plan = plans.computeIfAbsent(kind, this::plan);
        Input input = new Input(document.address(), document.mediaType(), encoding(plan), document.content());
        new Lift(plan, s -> input, baseIri, out).run(document.sha256());
    }

    private Plan plan(Optional<Formulation> kind) {
        List<TriplesMap> fitting = maps.stream()
                .filter(m -> kind.isEmpty() || kind.get() == m.source().formulation())
                .toList();
        return new Plan(fitting, s -> s.of(SourceFile.GIVEN));
    }

    private void archive(Document document, String baseIri, Statements out) {
        Archive archive = new Archive(document.content());
        try {
            Set<String> names = archive.names();
            maps.stream()
                    .map(m -> m.source().file().path())
                    .distinct()
                    .filter(path -> !names.contains(path))
                    .forEach(path -> out.finding(missing(document, path)));
            List<TriplesMap> fitting = maps.stream()
                    .filter(m -> names.contains(m.source().file().path()))
                    .toList();
            new Lift(new Plan(fitting, s -> s), s -> input(document, archive, s.file()), baseIri, out)
                    .run(document.sha256());
        } catch (IOException | UncheckedIOException e) {
            String message = "The archive cannot be read: " + e.getMessage() + ".";
            Place place = Place.of(document.address());
            out.finding(Finding.at(place, Severity.VIOLATION, "lift/archive", message, ""));
        }
    }

    private static Input input(Document document, Archive archive, SourceFile file) {
        String address = document.address() + "/" + file.path();
        return new Input(address, "", file.encoding(), () -> archive.open(file.path()));
    }

    private Finding missing(Document document, String path) {
        String message = "The archive has no file " + path + ", so the rules of " + name() + " that read it rest.";
        return Finding.at(Place.of(document.address()), Severity.WARNING, "lift/missing-file", message, path);
    }

    private static Optional<String> encoding(Plan plan) {
        return plan.maps().values().iterator().next().source().file().encoding();
    }

    /**
     * Maps the files that the mapping names. A path with {@code rml:CurrentWorkingDirectory} is looked up in the folder and,
     * where it is not there, beside the mapping file like any other.
     */
    public void runSources(Path folder, String baseIri, Statements out) {
        for (TriplesMap map : maps) {
            Path source = path(folder, map.source().file());
            if (!Files.isRegularFile(source)) {
                throw new InputProblem(name() + ", triples map " + map.name() + ": names the source file "
                        + map.source().file().path() + ", and there is no such file at " + source + ".");
            }
        }
        new Lift(new Plan(maps, s -> s), s -> input(folder, s), baseIri, out).run("");
    }

    private Input input(Path folder, LogicalSource source) {
        SourceFile named = source.file();
        Path path = path(folder, named);
        return new Input(named.path(), "", named.encoding(), () -> Packed.open(path, named.compression()));
    }

    private Path path(Path folder, SourceFile source) {
        Path beside = file.toAbsolutePath().resolveSibling(source.path());
        Path within = folder.resolve(source.path()).normalize();
        if (source.root() instanceof SourceFile.Root.CurrentWorkingDirectory && Files.isRegularFile(within)) {
            return within;
        }
        if (source.root() instanceof SourceFile.Root.Folder root) {
            return file.toAbsolutePath()
                    .resolveSibling(root.path())
                    .resolve(source.path())
                    .normalize();
        }
        return beside.normalize();
    }
}
