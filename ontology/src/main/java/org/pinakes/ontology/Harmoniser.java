package org.pinakes.ontology;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * Finds what a raw value means, by the code lists alone. A value that means two things, or nothing that the list knows, is
 * left unmapped: wrong is worse than unmapped. Immutable; any number of threads.
 */
public final class Harmoniser {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^()]*\\)\\s*");
    private static final Pattern PARTS = Pattern.compile("[,;/&+|^\\\\]|\\s-\\s|(?i)\\s+(?:and|und|et|y|e|en|i)\\s+");
    private static final Pattern SHORT_PARTS = Pattern.compile("-");

    /**
     * A property whose values are harmonised.
     *
     * @param property of the record
     * @param asGiven where the raw value is kept
     * @param list the code list
     */
    public record Field(String name, Node property, Node asGiven, String list) {}

    private final CodeLists codes;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Words> words = new HashMap<>();

    /** What the words of one list mean; a word with two meanings maps to both, and so to nothing. */
    private record Words(
            Map<String, Set<String>> notations, Map<String, Set<String>> labels, Map<String, Set<String>> synonyms) {}

    /** Reads {@code ontology/fields.csv}. */
    public Harmoniser(CodeLists codes, DataFiles files) {
        this.codes = codes;
        Path file = files.home().resolve("ontology/fields.csv");
        for (String line : files.text(file).lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            if (cells.length != 4 || !codes.names().contains(cells[3])) {
                throw new InputProblem(file + ": expected name,property,as-given,list with a list of "
                        + String.join(", ", codes.names()) + "; found '" + line + "'.");
            }
            fields.put(cells[0], new Field(cells[0], Terms.iri(cells[1]), Terms.iri(cells[2]), cells[3]));
            words.computeIfAbsent(cells[3], this::words);
        }
    }

    private Words words(String list) {
        Words w = new Words(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Concept concept : codes.list(list)) {
            concept.notations().forEach(n -> put(w.notations(), n, concept));
            concept.notations().forEach(n -> put(w.synonyms(), plain(n), concept));
            concept.labels().values().forEach(l -> put(w.labels(), plain(l), concept));
            concept.synonyms().forEach(s -> put(w.synonyms(), plain(s), concept));
        }
        return w;
    }

    private static void put(Map<String, Set<String>> map, String key, Concept concept) {
        map.computeIfAbsent(key, k -> new HashSet<>()).add(concept.iri());
    }

    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /** @param language of the value; a hint only, since real values rarely say the truth about it */
    public Match match(String field, String raw, Optional<String> language) {
        Field known = fields.get(field);
        if (known == null) {
            throw new InputProblem(
                    "Unknown field '" + field + "'; allowed are " + String.join(", ", fields.keySet()) + ".");
        }
        String value = raw.strip();
        if (value.startsWith("http://") || value.startsWith("https://")) {
            return code(known, raw, value);
        }
        Words list = words.getOrDefault(known.list(), new Words(Map.of(), Map.of(), Map.of()));
        Optional<Match> whole = whole(list, raw, value);
        return whole.orElseGet(() -> compound(list, raw, value));
    }

    private Match code(Field field, String raw, String iri) {
        if (codes.concept(iri).filter(c -> c.list().equals(field.list())).isPresent()) {
            return new Match(raw, List.of(iri), "exact", 1);
        }
        List<String> ours = codes.matching(iri).stream()
                .filter(c -> codes.concept(c)
                        .filter(k -> k.list().equals(field.list()))
                        .isPresent())
                .toList();
        return ours.size() == 1 ? new Match(raw, ours, "code", 1) : Match.none(raw);
    }

    private static Optional<Match> whole(Words list, String raw, String value) {
        String plain = plain(value);
        if (plain.isEmpty()) {
            return Optional.of(Match.none(raw));
        }
        return one(list.notations(), value, raw, "exact", 1)
                .or(() -> one(list.labels(), plain, raw, "label", 1))
                .or(() -> one(list.synonyms(), plain, raw, "synonym", 0.95))
                .or(() -> variant(list, raw, BRACKETS.matcher(value).replaceAll(" ")))
                .or(() ->
                        variant(list, raw, plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain + "s"));
    }

    private static Optional<Match> variant(Words list, String raw, String value) {
        String plain = plain(value);
        // A bracket that says the opposite of the rest must not be dropped.
        if (plain.isEmpty() || plain(raw).contains("non ") || plain(raw).contains("phantom")) {
            return Optional.empty();
        }
        return one(list.labels(), plain, raw, "normalised", 0.9)
                .or(() -> one(list.synonyms(), plain, raw, "normalised", 0.85));
    }

    private static Optional<Match> one(
            Map<String, Set<String>> words, String key, String raw, String how, double confidence) {
        Set<String> concepts = words.getOrDefault(key, Set.of());
        return concepts.size() == 1
                ? Optional.of(new Match(raw, List.copyOf(concepts), how, confidence))
                : Optional.empty();
    }

    /** Every part must be known, or the whole is not. */
    private static Match compound(Words list, String raw, String value) {
        for (Pattern separators : List.of(PARTS, SHORT_PARTS)) {
            List<String> parts = new ArrayList<>();
            for (String part : separators.split(value)) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
            Set<String> concepts = new LinkedHashSet<>();
            boolean all = parts.size() > 1;
            for (String part : parts) {
                List<String> found =
                        whole(list, part, part).map(Match::concepts).orElse(List.of());
                all &= !found.isEmpty();
                concepts.addAll(found);
            }
            if (all) {
                return new Match(raw, List.copyOf(concepts), "compound", 0.85);
            }
        }
        return Match.none(raw);
    }

    /** Lower case, without accents, every run of other characters one blank. */
    static String plain(String text) {
        String decomposed =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_WORD.matcher(decomposed.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
