package org.pinakes.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pinakes.ontology.NamedQuery.Parameter;

/**
 * The comment lines with which a query file starts. A line without a key goes on with the description before it.
 *
 * @param title {@code # title: Datasets by modality}
 * @param parameters {@code # param: modality iri "Imaging modality"}
 * @param also further names under which a view is known: {@code # also: healthdcat-ap-8-public}
 */
record HeadComment(String title, String description, List<Parameter> parameters, List<String> also) {
    static final List<String> TYPES = List.of("iri", "string", "integer");

    private static final Pattern KEYED = Pattern.compile("#\\s*([a-z]+):(?:\\s+(.*))?");
    private static final Pattern PARAM = Pattern.compile("(\\S+)\\s+(\\S+)\\s+\"([^\"]+)\"");

    static HeadComment of(QueryFile file) {
        Reader reader = new Reader(file);
        List<String> lines = file.text().lines().toList();
        for (int i = 0;
                i < lines.size() && (lines.get(i).isBlank() || lines.get(i).startsWith("#"));
                i++) {
            reader.line(i + 1, lines.get(i).strip());
        }
        return reader.done();
    }

    /** Takes the lines one by one. */
    private static final class Reader {
        private final QueryFile file;
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<String> also = new ArrayList<>();
        private String title = "";
        private String description = "";
        private boolean describing;

        Reader(QueryFile file) {
            this.file = file;
        }

        void line(int number, String line) {
            Matcher keyed = KEYED.matcher(line);
            if (!keyed.matches()) {
                if (describing && line.length() > 1) {
                    description += " " + line.substring(1).strip();
                }
                describing &= line.length() > 1;
                return;
            }
            String key = keyed.group(1);
            String value = keyed.group(2) == null ? "" : keyed.group(2).strip();
            describing = key.equals("description");
            switch (key) {
                case "title" -> title = once(number, key, title, value);
                case "description" -> description = once(number, key, description, value);
                case "param" -> parameters.add(parameter(number, value));
                case "also" -> also.add(value);
                default ->
                    throw file.problem(
                            number,
                            "'# " + key + ":' is not known; a head comment has title, description, param and also.");
            }
        }

        private String once(int number, String key, String before, String value) {
            if (!before.isEmpty() || value.isEmpty()) {
                throw file.problem(number, "'# " + key + ":' is needed once, with a text after it.");
            }
            return value;
        }

        private Parameter parameter(int number, String value) {
            Matcher parts = PARAM.matcher(value);
            if (!parts.matches() || !parts.group(1).matches("[A-Za-z][A-Za-z0-9_]*")) {
                throw file.problem(
                        number,
                        "'" + value + "' is not a parameter; write: # param: modality iri \"Imaging modality\".");
            }
            String type = parts.group(2).toLowerCase(Locale.ROOT);
            if (!TYPES.contains(type)) {
                throw file.problem(
                        number,
                        "the type '" + parts.group(2) + "' is not known; use one of " + String.join(", ", TYPES) + ".");
            }
            if (parameters.stream().anyMatch(p -> p.name().equals(parts.group(1)))) {
                throw file.problem(number, "the parameter '" + parts.group(1) + "' is named twice.");
            }
            return new Parameter(parts.group(1), type, parts.group(3));
        }

        HeadComment done() {
            if (title.isEmpty() || description.isEmpty()) {
                throw file.problem(
                        1,
                        "the head comment needs '# " + (title.isEmpty() ? "title" : "description")
                                + ": …', because it is the query's documentation.");
            }
            return new HeadComment(title, description, List.copyOf(parameters), List.copyOf(also));
        }
    }
}
