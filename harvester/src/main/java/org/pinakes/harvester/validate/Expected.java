package org.pinakes.harvester.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what a parser found and what it expected. */
final class Expected {
    /** The parser's words, and what to tell for them; {@code $1} is what the pattern caught. */
    private static final Map<Pattern, String> WORDS = words();

    private static final Map<String, String> SIGNS = Map.of(
            "DOT",
            ".",
            "SEMICOLON",
            ";",
            "COMMA",
            ",",
            "LBRACKET",
            "[",
            "RBRACKET",
            "]",
            "LPAREN",
            "(",
            "RPAREN",
            ")",
            "LBRACE",
            "{",
            "RBRACE",
            "}",
            "EOF",
            "the end");

    private Expected() {}

    private static Map<Pattern, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(
                "Undefined prefix: (\\S*)",
                "the prefix '$1' is not declared. Expected is a line such as PREFIX $1: <https://…> before it is"
                        + " used.");
        words.put(
                "Triples not terminated by DOT",
                "the statement before this is not finished. Expected is a '.' at its end, or ';' or ',' if it goes"
                        + " on.");
        words.put(
                "Unrecognized \\(expected an RDF Term\\): (.*)",
                "found $1. Expected is a value: an IRI, a name with a prefix, a text in quotation marks or a number.");
        words.put(
                "Unrecognized keyword: (.*)",
                "'$1' is no word of Turtle. Expected is a text in quotation marks, or a name with a prefix.");
        words.put("Subject is a literal: (.*)", "the text $1 cannot be what a statement is about. Expected is an IRI.");
        words.put(
                "Triples not terminated properly in .*",
                "the square bracket is not closed. Expected is ']' after its statements.");
        words.put(
                "PREFIX or @prefix requires a prefix \\(found '(.*)'\\)",
                "found $1 after PREFIX. Expected is a prefix with a colon, such as dct:.");
        words.put(
                ".*code=LOADING_DOCUMENT_FAILED.*",
                "the JSON is not well formed. Expected is a JSON object or list: look for a missing or superfluous"
                        + " comma, brace or quotation mark before this place.");
        words.put(
                "Expected BNode or IRI: Got: (.*)",
                "found $1. Expected is what the statement is about: an IRI in angle brackets or with a prefix.");
        words.put("Broken token: (.*)", "'$1' is cut off. Expected is its end.");
        words.put("Broken IRI.*", "the IRI is not finished. Expected is '>' at its end, on the same line.");
        words.put(
                "(?:Unterminated|Broken) (?:string|long string).*|.*(?:new ?line|line break) in string.*",
                "a text is not finished. Expected is a closing quotation mark on the same line; a text over several"
                        + " lines stands in three quotation marks.");
        words.put(
                "Out of place: (.*)",
                "$1 stands where it cannot stand. Expected is the subject, property or value of a statement.");
        words.put(
                "Unknown char: (.*)",
                "the character $1 cannot stand here. Expected is an IRI in angle brackets, a name with a prefix, or a"
                        + " text in quotation marks.");
        words.put(
                "(?:Bad character in IRI|Illegal character in IRI|Bad IRI).*",
                "an IRI has a character that it cannot have (a space, '<', '\"', '{', '}', '|', '^', '`' or '\\\\')."
                        + " Expected is a '%' and two hexadecimal digits in its place.");
        Map<Pattern, String> compiled = new LinkedHashMap<>();
        words.forEach((pattern, told) -> compiled.put(Pattern.compile(pattern), told));
        return compiled;
    }

    static String sentence(String told, String syntax) {
        String reason = tokens(told);
        for (Map.Entry<Pattern, String> e : WORDS.entrySet()) {
            Matcher matcher = e.getKey().matcher(reason);
            if (matcher.matches()) {
                return "This is not " + syntax + ": " + matcher.replaceAll(e.getValue());
            }
        }
        String end = reason.endsWith(".") ? "" : ".";
        return "This cannot be read as " + syntax + ": " + reason + end;
    }

    /** {@code [KEYWORD:hello]} is the parser's way to say 'hello'. */
    private static String tokens(String reason) {
        String plain = reason.replaceAll("\\[(?:KEYWORD|IRI|STRING|INTEGER|DECIMAL|PREFIXED_NAME):([^\\]]*)]", "'$1'");
        for (Map.Entry<String, String> e : SIGNS.entrySet()) {
            plain = plain.replace("[" + e.getKey() + "]", "'" + e.getValue() + "'");
        }
        return plain;
    }
}
