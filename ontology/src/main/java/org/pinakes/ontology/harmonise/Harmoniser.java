package org.pinakes.ontology.harmonise;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.CsvFile;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Terms;

/**
 * Finds what a raw value means, by the code lists and {@code ontology/words.csv} alone. A value that means two things, or
 * nothing that the list knows, is left unmapped: wrong is worse than unmapped. Immutable; any number of threads.
 */
public final class Harmoniser {
    /**
     * A property whose values are harmonised.
     *
     * @param property of the record
     * @param asGiven where the raw value is kept
     * @param list the code list
     */
    public record Field(String name, Node property, Node asGiven, String list) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, FieldReader> readers = new HashMap<>();

    /** Reads {@code fields.csv}, {@code words.csv} and {@code ambiguous.csv} of {@code ontology/}. */
    public Harmoniser(CodeLists codes, DataFiles files) {
        this(codes, files, Optional.empty());
    }

    private Harmoniser(CodeLists codes, DataFiles files, Optional<String> only) {
        WordRules rules = WordRules.read(files);
        Map<String, Set<String>> ambiguous = ambiguous(files);
        Path file = files.home().resolve("ontology/fields.csv");
        for (CsvFile.Row row : CsvFile.read(file, ',', List.of("name", "property", "as-given", "list"))) {
            String name = row.cell("name");
            String list = row.cell("list");
            if (!codes.names().contains(list)) {
                throw new InputProblem(row.place() + ": there is no code list '" + list + "'; there are "
                        + String.join(", ", codes.names()) + ".");
            }
            fields.put(name, new Field(name, Terms.iri(row.cell("property")), Terms.iri(row.cell("as-given")), list));
            if (only.isEmpty() || only.get().equals(name)) {
                readers.put(name, new FieldReader(codes, name, list, rules, ambiguous.getOrDefault(name, Set.of())));
            }
        }
    }

    /** For one field only, which takes less to make. */
    public static Harmoniser of(CodeLists codes, DataFiles files, String field) {
        Harmoniser harmoniser = new Harmoniser(codes, files, Optional.of(field));
        harmoniser.reader(field);
        return harmoniser;
    }

    private static Map<String, Set<String>> ambiguous(DataFiles files) {
        Map<String, Set<String>> values = new HashMap<>();
        Path file = files.home().resolve("ontology/ambiguous.csv");
        for (CsvFile.Row row : CsvFile.read(file, ',', List.of("field", "value", "reason"))) {
            values.computeIfAbsent(row.cell("field"), k -> new HashSet<>()).add(row.cell("value"));
        }
        return values;
    }

    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    private FieldReader reader(String field) {
        FieldReader reader = readers.get(field);
        if (reader == null) {
            throw new InputProblem(
                    "Unknown field '" + field + "'; allowed are " + String.join(", ", fields.keySet()) + ".");
        }
        return reader;
    }

    /** @param language of the value; a hint only, since real values rarely say the truth about it */
    public Match match(String field, String raw, Optional<String> language) {
        return reader(field).match(raw, language);
    }
}
