package org.pinakes.ontology.harmonise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.CodeMapping;
import org.pinakes.ontology.CodeSystems;
import org.pinakes.ontology.Concept;

/** The codes of other systems that mean the concepts of one list: its notations, its mappings and its own IRIs. */
final class Codes {
    /** A code as DICOM writes it: value, scheme, and a meaning that is left aside. */
    private static final Pattern DICOM = Pattern.compile(
            "\\(?\\s*\"?([A-Za-z0-9./-]+)\"?\\s*[,^]\\s*\"?(SCT|SRT|SNM3|99SDM|DCM|NCIt|UBERON|RADLEX|FMA|ICDO3)"
                    + "\"?\\s*(?:[,^].*)?");

    private static final double BROADER = 0.9;
    private final CodeSystems systems;
    private final Map<String, Set<String>> exact = new HashMap<>();
    private final Map<String, Set<String>> near = new HashMap<>();
    private final Map<String, String> retired = new HashMap<>();
    private final Map<String, String> own = new HashMap<>();

    Codes(CodeLists lists, String list) {
        this.systems = lists.systems();
        for (Concept concept : lists.list(list)) {
            own.put(concept.iri(), concept.iri());
            own.put(concept.localName(), concept.iri());
            for (String notation : concept.notations()) {
                systems.read(notation).forEach(c -> put(exact, c, concept.iri()));
            }
            lists.mappings(concept.iri()).forEach(m -> add(m, concept.iri()));
        }
    }

    private void add(CodeMapping mapping, String concept) {
        switch (mapping.relation()) {
            case "exactMatch" -> put(exact, mapping.object(), concept);
            // A code that means something narrower than ours, or nearly the same, is ours too.
            case "closeMatch", "narrowMatch" -> put(near, mapping.object(), concept);
            default -> {}
        }
        if (mapping.retired()) {
            retired.put(key(mapping.object()), mapping.object().key() + " is retired. " + mapping.comment());
        }
    }

    private static void put(Map<String, Set<String>> map, CodeSystems.Code code, String concept) {
        map.computeIfAbsent(key(code), k -> new LinkedHashSet<>(2)).add(concept);
    }

    /** ICD codes are the same with and without a dot, in either case, and with the additions of the German edition. */
    private static String key(CodeSystems.Code code) {
        return switch (code.system()) {
            case "ICD10", "ICDO" ->
                code.system() + ":"
                        + code.code()
                                .toUpperCase(Locale.ROOT)
                                .replaceFirst("( ?[GVAZLRB+*!])+$", "")
                                .replaceFirst("^M-?(?=\\d{4}/)", "")
                                .replaceAll("[.-]", "");
            default -> code.key().toUpperCase(Locale.ROOT);
        };
    }

    /** Empty if the text is no code; a match without concepts if it is one that means nothing here. */
    Optional<Match> find(String raw, String value) {
        String ours = own.get(value);
        if (ours != null) {
            return Optional.of(new Match(raw, List.of(ours), "exact", 1));
        }
        List<CodeSystems.Code> codes = read(value);
        if (codes.isEmpty()) {
            return value.startsWith("http") ? Optional.of(Match.none(raw)) : Optional.empty();
        }
        List<CodeSystems.Code> proper =
                codes.stream().filter(CodeSystems.Code::checks).toList();
        if (proper.isEmpty()) {
            return Optional.of(
                    Match.none(raw, "the check digit of " + codes.getFirst().key() + " is wrong"));
        }
        return find(raw, proper)
                .or(() -> codes.getFirst().certain() || !proper.equals(codes)
                        ? Optional.of(Match.none(raw))
                        : Optional.empty());
    }

    private List<CodeSystems.Code> read(String value) {
        if (value.length() < 200 && (value.indexOf(',') > 0 || value.indexOf('^') > 0)) {
            Matcher dicom = DICOM.matcher(value);
            if (dicom.matches()) {
                return systems.read(dicom.group(2) + ":" + dicom.group(1));
            }
        }
        return systems.read(value);
    }

    private Optional<Match> find(String raw, List<CodeSystems.Code> codes) {
        Set<String> concepts = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        for (CodeSystems.Code code : codes) {
            concepts.addAll(exact.getOrDefault(key(code), Set.of()));
            Optional.ofNullable(retired.get(key(code))).ifPresent(notes::add);
        }
        double confidence = 1;
        if (concepts.isEmpty()) {
            confidence = BROADER;
            for (CodeSystems.Code code : codes) {
                concepts.addAll(near.getOrDefault(key(code), Set.of()));
                if (concepts.isEmpty() && code.system().startsWith("ICD")) {
                    concepts.addAll(above(key(code)));
                }
            }
        }
        String note = String.join(" ", notes);
        return concepts.size() == 1
                ? Optional.of(new Match(raw, List.copyOf(concepts), "code", confidence, note))
                : Optional.empty();
    }

    /** The category of an ICD code: C34.1 is a C34. */
    private Set<String> above(String key) {
        int category = key.indexOf(':') + 4;
        for (int end = key.length() - 1; end >= category && !key.contains("/"); end--) {
            Set<String> found = exact.get(key.substring(0, end));
            if (found != null) {
                return found;
            }
        }
        return Set.of();
    }
}
