package org.pinakes.server.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;

/** Says why a dataset was found: the field, or the concept's synonym or broader concept. */
final class Because {
    private static final int TOLD = 3;
    private final CodeLists codes;
    private final String language;
    private final List<String> words;

    Because(CodeLists codes, String language, List<String> words) {
        this.codes = codes;
        this.language = language;
        this.words =
                words.stream().map(Because::plain).filter(w -> w.length() > 2).toList();
    }

    List<String> of(String title, String description, List<String> concepts) {
        Set<String> reasons = new LinkedHashSet<>();
        if (holds(title)) {
            reasons.add("in the title");
        }
        for (String iri : concepts) {
            codes.concept(iri).ifPresent(c -> {
                synonym(c).ifPresent(reasons::add);
                codes.ancestors(iri).stream()
                        .flatMap(a -> codes.concept(a).stream())
                        .filter(a -> holds(a) && !holds(c))
                        .findFirst()
                        .ifPresent(a -> reasons.add(c.label(language) + " is a kind of " + a.label(language)));
            });
        }
        if (reasons.isEmpty() && holds(description)) {
            reasons.add("in the description");
        }
        return List.copyOf(new ArrayList<>(reasons).subList(0, Math.min(TOLD, reasons.size())));
    }

    private Optional<String> synonym(Concept c) {
        if (holds(c.label(language))) {
            return Optional.of(c.label(language));
        }
        List<String> others = new ArrayList<>(c.labels().values());
        others.addAll(c.synonyms());
        return others.stream().filter(this::holds).findFirst().map(s -> "“" + s + "” means " + c.label(language));
    }

    private boolean holds(Concept c) {
        return c.labels().values().stream().anyMatch(this::holds)
                || c.synonyms().stream().anyMatch(this::holds);
    }

    /** All words, or what they begin, stand in the text. */
    private boolean holds(String text) {
        String plain = " " + plain(text);
        return !words.isEmpty() && words.stream().allMatch(w -> plain.contains(" " + stem(w)));
    }

    /** Enough for an explanation: a plural finds its singular. */
    private static String stem(String word) {
        return word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ");
    }
}
