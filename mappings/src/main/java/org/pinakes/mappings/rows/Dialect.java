package org.pinakes.mappings.rows;

import java.util.Optional;

/**
 * How a table is written (CSV on the Web, dialect descriptions).
 *
 * @param delimiter empty: a tab for {@code .tsv} files and {@code text/tab-separated-values}, else a comma
 * @param header whether the first row names the columns; without it they are named {@code 1}, {@code 2}, …
 * @param comment lines that begin with it are passed over
 */
public record Dialect(
        Optional<Character> delimiter,
        char quote,
        boolean header,
        int skipRows,
        boolean trim,
        Optional<Character> comment) {

    public static final Dialect STANDARD = new Dialect(Optional.empty(), '"', true, 0, false, Optional.empty());
}
