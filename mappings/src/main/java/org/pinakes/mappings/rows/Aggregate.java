package org.pinakes.mappings.rows;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked of all rows together.
 *
 * @param reference column or path in each row; empty for {@code count()}, which counts the rows
 */
record Aggregate(Function function, String reference) {
    private static final Pattern CALL = Pattern.compile("([A-Za-z]+)\\((.*)\\)", Pattern.DOTALL);

    /** In how many ways rows are put together. */
    enum Function {
        /** Rows or, with a reference, different values. */
        COUNT("count"),
        SUM("sum"),
        /** Of dates the year, because the day of an examination says too much of a person. */
        MIN("min"),
        MAX("max"),
        /** Rounded outward to ten years; 90 and above are one. */
        MIN_AGE("minAge"),
        MAX_AGE("maxAge"),
        /** The different values. */
        DISTINCT("distinct");

        private final String written;

        Function(String written) {
            this.written = written;
        }
    }

    static Aggregate parse(String text) {
        Matcher call = CALL.matcher(text.strip());
        String name = call.matches() ? call.group(1) : "";
        String reference = name.isEmpty() ? "" : call.group(2).strip();
        Optional<Function> function = Arrays.stream(Function.values())
                .filter(f -> f.written.equals(name))
                .filter(f -> f == Function.COUNT || !reference.isEmpty())
                .findFirst();
        return new Aggregate(
                function.orElseThrow(
                        () -> new IllegalArgumentException("\"" + text + "\" is no aggregate, and of the rows"
                                + " of this source only count(), count(x), sum(x), min(x), max(x), minAge(x), maxAge(x) and"
                                + " distinct(x) may be read")),
                reference);
    }

    @Override
    public String toString() {
        return function.written + "(" + reference + ")";
    }
}
