package org.pinakes.queries;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;

/** One {@code .rq} file: its name for a person, and its query. */
record QueryFile(String where, String name, String text) {
    private static final Pattern LINE = Pattern.compile("[Ll]ine:? (\\d{1,6})");

    static QueryFile read(DataFiles files, Path file) {
        String where = files.home().relativize(file).toString().replace('\\', '/');
        String name = file.getFileName().toString().replaceFirst("\\.rq$", "");
        if (!name.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new InputProblem(where + ": the name may only have small letters, digits, '-' and '.', because it"
                    + " becomes an address.");
        }
        return new QueryFile(where, name, files.text(file));
    }

    Query parse() {
        try {
            return QueryFactory.create(text);
        } catch (QueryParseException e) {
            throw problem(line(e), "this is not a SPARQL query: " + firstLine(e));
        } catch (QueryException e) {
            throw new InputProblem(where + ": this is not a SPARQL query: " + firstLine(e), e);
        }
    }

    InputProblem problem(int line, String what) {
        return new InputProblem(where + (line > 0 ? ", line " + line : "") + ": " + what);
    }

    /** Jena knows the line of a syntax error at times only in words. */
    private static int line(QueryParseException e) {
        Matcher words = LINE.matcher(String.valueOf(e.getMessage()));
        return e.getLine() > 0 || !words.find() ? e.getLine() : Integer.parseInt(words.group(1));
    }

    private static String firstLine(QueryException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
