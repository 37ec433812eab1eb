package org.pinakes.mappings.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be read of a logical source. Made once for any number of readings: its JSON paths are parsed when it is made. */
public final class RowRequest {
    private final LogicalSource source;
    private final List<String> references;
    private final Set<String> known;
    private final Optional<Paths> json;

    /** Rows are cut out at the iterator, values lie at the references, and {@code read} are the keys that any rule reads. */
    record Paths(JsonPath iterator, List<JsonRow.Reference> references, ReadKeys read) {
        Paths {
            references = List.copyOf(references);
        }
    }

    /**
     * Takes references that were checked ({@link LogicalSource#check}).
     *
     * @param references numbered by their position; for CSV column names, for JSON paths from the row
     * @param known columns or paths that other rules read, which therefore are not reported as unmapped
     */
    public RowRequest(LogicalSource source, List<String> references, Set<String> known) {
        this.source = source;
        this.references = List.copyOf(references);
        this.known = Set.copyOf(known);
        boolean json = source.formulation() == Formulation.JSON_PATH && !source.aggregate();
        this.json = json ? Optional.of(paths()) : Optional.empty();
    }

    private Paths paths() {
        JsonPath iterator = JsonPath.parse(source.iterator());
        List<JsonRow.Reference> paths = JsonRow.Reference.of(references);
        List<JsonPath> read = new ArrayList<>();
        paths.forEach(p -> read.add(p.path()));
        read.addAll(iterator.tested());
        known.forEach(p -> read.add(JsonPath.parse(p)));
        return new Paths(iterator, paths, ReadKeys.of(read));
    }

    /** What is read. */
    public LogicalSource source() {
        return source;
    }

    List<String> references() {
        return references;
    }

    Set<String> known() {
        return known;
    }

    /** The paths of a JSON document; others have none. */
    Paths json() {
        return json.orElseThrow();
    }
}
