package org.pinakes.mappings.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a JSONPath and says by name what of it is not supported. */
final class JsonPathText {
    private static final String ALLOWED =
            "Allowed are $, .name, ['name'], [0], [*], [], ..name, [?@.name], [?!@.name], [?@.name == 'value'] (or !=)"
                    + " and [?search(@.name, 'regex')], joined by &&.";
    private static final String PATH = "@((?:\\.[^\\s.,=!&'\"()\\[\\]]+|\\[\\d+])*)";
    private static final String QUOTED = "('[^']*'|\"[^\"]*\")";
    private static final Pattern TEST = Pattern.compile("\\s*(?:(!)?\\s*" + PATH + "\\s*(?:([=!]=)\\s*" + QUOTED
            + ")?|(!)?\\s*search\\(\\s*" + PATH + "\\s*,\\s*" + QUOTED + "\\s*\\))\\s*");
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
        } else if (c == ']') {
            steps.add(new JsonPath.Step.Each());
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

    /** RFC 9535 section 2.3.5, as far as tests of one key joined by {@code &&} go. */
    private void filter() {
        at++;
        boolean enclosed = at < text.length() && text.charAt(at) == '(';
        at += enclosed ? 1 : 0;
        List<JsonPath.Test> tests = new ArrayList<>();
        do {
            at += tests.isEmpty() ? 0 : 2;
            tests.add(test());
        } while (text.startsWith("&&", at));
        if (enclosed && text.startsWith(")", at)) {
            at++;
        }
        steps.add(new JsonPath.Step.Filter(tests));
    }

    private JsonPath.Test test() {
        Matcher test = TEST.matcher(text).region(at, text.length());
        boolean found = test.lookingAt();
        if (!found || (test.group(1) != null && test.group(3) != null)) {
            throw wrong("uses a filter ([?…]) that is not supported");
        }
        at = test.end();
        boolean search = test.group(6) != null;
        boolean negated = test.group(search ? 5 : 1) != null || "!=".equals(test.group(3));
        Optional<String> quoted =
                Optional.ofNullable(test.group(search ? 7 : 4)).map(q -> q.substring(1, q.length() - 1));
        return new JsonPath.Test(
                JsonPath.parse("$" + test.group(search ? 6 : 2)), quoted.map(q -> pattern(q, search)), negated);
    }

    private Pattern pattern(String quoted, boolean search) {
        try {
            return Pattern.compile(search ? quoted : "^\\Q" + quoted + "\\E\\z", Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw wrong(
                    "searches for '" + quoted + "', which is not a regular expression (" + e.getDescription() + ")");
        }
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
