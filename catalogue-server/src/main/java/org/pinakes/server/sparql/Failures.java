package org.pinakes.server.sparql;

import java.util.Locale;
import org.pinakes.server.http.ProblemException;

/** What went wrong with a query, in words for its author. Nothing internal gets out. */
final class Failures {
    private Failures() {}

    static ProblemException problem(int status, String text) {
        int mark = text.indexOf(Refusal.MARK);
        if (mark >= 0) {
            String what = text.substring(mark + Refusal.MARK.length())
                    .lines()
                    .findFirst()
                    .orElse("");
            return new ProblemException(400, "query-refused", "The query is refused", "Not allowed: " + what + ".");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (status == 503 || lower.contains("cancelled") || lower.contains("timeout")) {
            return new ProblemException(
                    503,
                    "query-too-long",
                    "The query took too long",
                    "A query may take " + SparqlEndpoint.limits().get("all")
                            + " seconds. Ask for less: a LIMIT, or a more selective pattern.");
        }
        if (status == 400) {
            return new ProblemException(
                    400,
                    "bad-query",
                    "The query cannot be answered",
                    text.lines().findFirst().orElse(""));
        }
        return new ProblemException(
                500, "internal", "The query failed", "The query could not be answered. Try a simpler one.");
    }
}
