package org.pinakes.mappings.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a JSONPath and says by name what of it is not supported. */
final class JsonPathText {
    private static final String ALLOWED =
            "Allowed are $, .name, ['name'], [0], [*], ..name, [?@.name] and [?@.name == 'value'] (or !=).";
    private static final Pattern FILTER = Pattern.compile(
            "\\?\\s*(\\()?\\s*(!)?\\s*@((?:\\.[^\\s.=!'\"()\\[\\]]+)+)\\s*(?:([=!]=)\\s*('[^']*'|\"[^\"]*\"))?\\s*(\\))?\\s*");
    private final String text;
    private final List<JsonPath.Step> steps = new ArrayList<>();
    private int at;

    JsonPathText(String text) {
        this.text = text;
    }

    List<JsonPath.Step> steps() {
        if (text.isBlank()) {
            throw wrong("is empty");
        }
        if (text.charAt(0) == '$') {
            at = 1;
        } else if (text.charAt(0) != '[') {
            name();
        }
        while (at < text.length()) {
            step();
        }
        return steps;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '[') {
            at++;
            bracket();
        } else if (c == '.') {
            at++;
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
                steps.add(new JsonPath.Step.Below());
            }
            if (at < text.length() && text.charAt(at) == '[') {
                return;
            }
            name();
        } else {
            throw wrong("has '" + c + "' at position " + (at + 1) + ", where a '.' or '[' is expected");
        }
    }

    private void name() {
        int start = at;
        while (at < text.length() && ".[".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            if ("]()?'\"{}".indexOf(c) >= 0) {
                throw wrong("has '" + c + "' at position " + (at + 1)
                        + " inside a name; a name with such characters is written ['…']");
            }
            at++;
        }
        String name = text.substring(start, at);
        if (name.isEmpty()) {
            throw wrong("has no name at position " + (start + 1));
        }
        steps.add(name.equals("*") ? new JsonPath.Step.Any() : new JsonPath.Step.Name(name));
    }

    private void bracket() {
        char c = at < text.length() ? text.charAt(at) : ' ';
        if (c == '\'' || c == '"') {
            at++;
            quoted(c);
        } else if (c == '*') {
            at++;
            steps.add(new JsonPath.Step.Any());
        } else if (c == '?') {
            filter();
        } else if (c == '(') {
            throw wrong("uses a script ([(…)]), which is not supported");
        } else {
            index();
        }
        if (at < text.length() && text.charAt(at) == ',') {
            throw wrong("uses a union ([a,b]), which is not supported");
        }
        if (at >= text.length() || text.charAt(at) != ']') {
            throw wrong("lacks a ']' at position " + (at + 1));
        }
        at++;
    }

    private void quoted(char quote) {
        StringBuilder name = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at++));
        }
        at++;
        steps.add(new JsonPath.Step.Name(name.toString()));
    }

    /** RFC 9535 section 2.3.5, as far as one key is tested for being there or for a text. */
    private void filter() {
        Matcher filter = FILTER.matcher(text).region(at, text.length());
        boolean fits = filter.lookingAt()
                && (filter.group(1) == null) == (filter.group(6) == null)
                && (filter.group(2) == null || filter.group(4) == null);
        if (!fits) {
            throw wrong("uses a filter ([?…]) that is not supported");
        }
        List<String> names = List.of(filter.group(3).substring(1).split("\\."));
        String quoted = filter.group(5);
        Optional<String> value = Optional.ofNullable(quoted).map(q -> q.substring(1, q.length() - 1));
        boolean negated = filter.group(2) != null || "!=".equals(filter.group(4));
        steps.add(new JsonPath.Step.Filter(names, value, negated));
        at = filter.end();
    }

    private void index() {
        int start = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ':') {
            throw wrong("uses a slice ([1:3]), which is not supported");
        }
        try {
            steps.add(new JsonPath.Step.Index(Integer.parseInt(text.substring(start, at))));
        } catch (NumberFormatException e) {
            throw wrong("has neither a number nor a quoted name after '[' at position " + (start + 1));
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("the JSONPath \"" + text + "\" " + what + ". " + ALLOWED);
    }
}
