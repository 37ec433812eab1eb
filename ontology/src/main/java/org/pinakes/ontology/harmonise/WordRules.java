package org.pinakes.ontology.harmonise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pinakes.ontology.CsvFile;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;

/**
 * {@code ontology/words.csv}: what is done with the words of values that are no concept's label. Its head
 * explains the kinds.
 */
record WordRules(List<Rule> rules) {
    private static final Set<String> KINDS = Set.of(
            "stop",
            "join",
            "drop",
            "means",
            "glue",
            "region",
            "drop-list",
            "drop-numbered",
            "knows",
            "knows-all",
            "direction",
            "hyphen-cuts");

    private static final Set<String> SINGLE = Set.of("stop", "join", "direction");

    /**
     * One line of the file.
     *
     * @param fields names, or {@code *}
     */
    record Rule(Set<String> fields, String kind, String words, String means, String place) {}

    static WordRules read(DataFiles files) {
        Path file = files.home().resolve("ontology/words.csv");
        List<Rule> rules = new ArrayList<>();
        for (CsvFile.Row row : CsvFile.read(file, ',', List.of("fields", "kind", "words", "means"))) {
            String kind = row.cell("kind");
            if (!KINDS.contains(kind)) {
                throw new InputProblem(row.place() + ": the kind '" + kind + "' does not exist; allowed are "
                        + String.join(", ", KINDS.stream().sorted().toList()) + ".");
            }
            Set<String> fields = Set.of(row.cell("fields").split(" +"));
            for (String words : row.cell("words").split("\\|")) {
                if (SINGLE.contains(kind) && words.strip().contains(" ")) {
                    throw new InputProblem(row.place() + ": '" + words.strip() + "' is more than one word; '" + kind
                            + "' takes single words.");
                }
                rules.add(new Rule(fields, kind, words.strip(), row.cell("means"), row.place()));
            }
        }
        return new WordRules(rules);
    }

    /** In the order of the file. */
    List<Rule> of(String field, String kind) {
        return rules.stream()
                .filter(r -> r.kind().equals(kind))
                .filter(r -> r.fields().contains("*") || r.fields().contains(field))
                .toList();
    }

    /** The folded words of all rules of a kind. */
    Set<String> words(String field, String kind) {
        Set<String> words = new HashSet<>();
        of(field, kind).forEach(r -> Tokens.of(r.words()).forEach(w -> words.add(Spelling.fold(w))));
        words.remove(Tokens.CUT);
        words.remove(Tokens.HYPHEN);
        return words;
    }
}
