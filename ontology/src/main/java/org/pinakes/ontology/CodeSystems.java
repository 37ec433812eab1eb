package org.pinakes.ontology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * {@code ontology/code-systems.csv}: how the codes of other systems are written, as IRIs, with a prefix, or bare. Knows no
 * single code.
 */
public final class CodeSystems {
    private final List<CodeSystem> systems;

    private CodeSystems(List<CodeSystem> systems) {
        this.systems = List.copyOf(systems);
    }

    /**
     * @param name as in SSSOM prefixes, for example {@code SCT}
     * @param iri what its IRIs begin with; the first one is the one we write
     * @param prefixes lower case, as in {@code sct:39607008}
     * @param bare what a code looks like that stands alone
     */
    private record CodeSystem(String name, List<String> iri, List<String> prefixes, Pattern code, Pattern bare) {}

    /**
     * A code of one system.
     *
     * @param certain whether the system was named, and not only guessed from the form
     */
    public record Code(String system, String code, String iri, boolean certain) {
        /** For comparisons: system and code. */
        public String key() {
            return system + ":" + code;
        }

        /** SNOMED CT identifiers end in a Verhoeff check digit (SNOMED CT release file specification 5.5). */
        public boolean checks() {
            return !system.equals("SCT") || Verhoeff.checks(code);
        }
    }

    /** Reads the table. */
    public static CodeSystems load(DataFiles files) {
        Path file = files.home().resolve("ontology/code-systems.csv");
        List<CodeSystem> systems = new ArrayList<>();
        for (CsvFile.Row row : CsvFile.read(file, ',', List.of("system", "iris", "prefixes", "code", "bare"))) {
            systems.add(new CodeSystem(
                    row.cell("system"),
                    List.of(row.cell("iris").split(" +")),
                    List.of(row.cell("prefixes").toLowerCase(Locale.ROOT).split(" +")),
                    pattern(row, "code"),
                    pattern(row, "bare")));
        }
        return new CodeSystems(systems);
    }

    private static Pattern pattern(CsvFile.Row row, String column) {
        try {
            return Pattern.compile(row.cell(column));
        } catch (PatternSyntaxException e) {
            throw new InputProblem(
                    row.place() + ": '" + row.cell(column) + "' in the column '" + column
                            + "' is no regular expression: " + e.getDescription() + ".",
                    e);
        }
    }

    /** Every reading of a text as a code; one if it is an IRI or has a prefix. */
    public List<Code> read(String text) {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return iri(text).stream().toList();
        }
        if (text.length() > 60 || (text.indexOf(':') < 0 && text.chars().noneMatch(c -> c >= '0' && c <= '9'))) {
            return List.of();
        }
        return prefixed(text).map(List::of).orElseGet(() -> bare(text));
    }

    /** What our other files call it: {@code SCT:39607008} or an IRI. */
    public Optional<Code> curie(String text) {
        return text.startsWith("http") ? iri(text) : prefixed(text);
    }

    private Optional<Code> iri(String iri) {
        for (CodeSystem s : systems) {
            for (String start : s.iri()) {
                if (iri.startsWith(start)
                        && s.code().matcher(iri.substring(start.length())).matches()) {
                    return Optional.of(code(s, iri.substring(start.length()), true));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Code> prefixed(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (CodeSystem s : systems) {
            for (String prefix : s.prefixes()) {
                if (lower.startsWith(prefix) && lower.length() > prefix.length()) {
                    String rest = text.substring(prefix.length());
                    boolean marked = ":_#|^ ".indexOf(rest.charAt(0)) >= 0;
                    String code = (marked ? rest.substring(1) : rest).strip();
                    if ((marked || !Character.isLetter(rest.charAt(0)))
                            && s.code().matcher(code).matches()) {
                        return Optional.of(code(s, code, true));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<Code> bare(String text) {
        List<Code> codes = new ArrayList<>();
        for (CodeSystem s : systems) {
            if (!s.bare().pattern().isEmpty() && s.bare().matcher(text).matches()) {
                codes.add(code(s, text, false));
            }
        }
        return codes;
    }

    private static Code code(CodeSystem s, String code, boolean certain) {
        return new Code(s.name(), code, s.iri().getFirst() + code, certain);
    }
}
