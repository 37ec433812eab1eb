package org.pinakes.ontology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of an SSSOM table: what a concept is called in another system.
 *
 * @param concept IRI of ours
 * @param relation local name of the SKOS mapping property, for example {@code exactMatch}
 * @param object the other system's code
 * @param label its label there, or empty
 * @param justification as in SSSOM, for example {@code semapv:ManualMappingCuration}; empty for a statement of a code list
 * @param confidence 0 to 1
 * @param comment for example that the code is retired
 * @param place file and line
 */
public record CodeMapping(
        String concept,
        String relation,
        CodeSystems.Code object,
        String label,
        String justification,
        double confidence,
        String comment,
        String place) {
    private static final Set<String> RELATIONS =
            Set.of("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch");
    private static final Pattern RETIRED =
            Pattern.compile("\\b(retired|inactive|withdrawn|obsolete)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONFIDENCE = Pattern.compile("0(\\.\\d+)?|1(\\.0+)?|\\.\\d+");
    private static final List<String> COLUMNS =
            List.of("subject_id", "predicate_id", "object_id", "mapping_justification", "confidence");

    public boolean exact() {
        return relation.equals("exactMatch");
    }

    public boolean retired() {
        return !comment.isEmpty() && RETIRED.matcher(comment).find();
    }

    /** Reads {@code mappings/*.sssom.tsv}; a line that cannot be is an {@link InputProblem} with its number. */
    static List<CodeMapping> load(DataFiles files, CodeSystems systems, Predicate<String> isConcept) {
        List<CodeMapping> all = new ArrayList<>();
        for (Path file : files.below("ontology/mappings", ".sssom.tsv")) {
            Map<String, String> seen = new HashMap<>();
            for (CsvFile.Row row : CsvFile.read(file, '\t', COLUMNS)) {
                CodeMapping mapping = of(row, systems, isConcept);
                String key = mapping.concept() + " " + mapping.relation() + " "
                        + mapping.object().key();
                String other = seen.put(key, row.place());
                if (other != null) {
                    throw new InputProblem(row.place() + ": the same mapping stands at " + other + "; keep one.");
                }
                all.add(mapping);
            }
        }
        return all;
    }

    private static CodeMapping of(CsvFile.Row row, CodeSystems systems, Predicate<String> isConcept) {
        String concept = expand(row.cell("subject_id"));
        if (!isConcept.test(concept)) {
            throw wrong(row, "subject_id", concept, "the IRI of a concept in ontology/codes");
        }
        String relation = without("skos:", without(Terms.SKOS, row.cell("predicate_id")));
        if (!RELATIONS.contains(relation)) {
            throw wrong(
                    row,
                    "predicate_id",
                    row.cell("predicate_id"),
                    "one of "
                            + RELATIONS.stream().sorted().map(r -> "skos:" + r).collect(Collectors.joining(", ")));
        }
        CodeSystems.Code object = systems.curie(row.cell("object_id"))
                .orElseThrow(() -> wrong(
                        row, "object_id", row.cell("object_id"), "a code as ontology/code-systems.csv describes it"));
        if (!object.checks()) {
            throw new InputProblem(row.place() + ": the check digit of " + object.key()
                    + " is wrong, so there is no such code; look the code up again.");
        }
        if (row.cell("mapping_justification").isEmpty()) {
            throw wrong(
                    row, "mapping_justification", "", "why the two are the same, for example semapv:LexicalMatching");
        }
        double confidence = confidence(row);
        return new CodeMapping(
                concept,
                relation,
                object,
                row.cell("object_label"),
                row.cell("mapping_justification"),
                confidence,
                row.cell("comment"),
                row.place());
    }

    private static double confidence(CsvFile.Row row) {
        String text = row.cell("confidence");
        if (!CONFIDENCE.matcher(text).matches()) {
            throw wrong(row, "confidence", text, "a number from 0 to 1");
        }
        return Double.parseDouble(text);
    }

    private static InputProblem wrong(CsvFile.Row row, String column, String found, String expected) {
        return new InputProblem(row.place() + ", " + column + ": expected " + expected + "; found '" + found + "'.");
    }

    private static String expand(String curie) {
        if (curie.startsWith("eucaim:")) {
            return Terms.EUCAIM + without("eucaim:", curie);
        }
        return curie.startsWith("pin:") ? Terms.PIN + without("pin:", curie) : curie;
    }

    private static String without(String prefix, String text) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }
}
