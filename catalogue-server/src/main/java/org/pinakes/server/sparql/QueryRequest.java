package org.pinakes.server.sparql;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinakes.server.http.ProblemException;

/**
 * A query as it arrived by any of the three ways of the SPARQL 1.1 Protocol (section 2.1), checked before anything looks at
 * it, and handed on as a plain GET.
 */
final class QueryRequest {
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 200;
    private static final List<String> PARAMETERS =
            List.of("query", "default-graph-uri", "named-graph-uri", "format", "output", "results", "timeout");
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    private QueryRequest() {}

    /** @throws ProblemException for what may not be asked in this way */
    static QueryRequest of(Context ctx) {
        QueryRequest request = new QueryRequest();
        if (ctx.header("Content-Encoding") != null) {
            throw new ProblemException(
                    415,
                    "unsupported-media-type",
                    "Encoded bodies are not read",
                    "Send the query as it is, without Content-Encoding.");
        }
        PARAMETERS.forEach(p -> request.parameters.put(p, new ArrayList<>(ctx.queryParams(p))));
        if (ctx.queryParam("update") != null) {
            throw update();
        }
        if (ctx.req().getMethod().equals("POST")) {
            request.readBody(ctx);
        }
        request.check();
        return request;
    }

    private void readBody(Context ctx) {
        String type = String.valueOf(ctx.contentType()).split(";")[0].strip();
        if (ctx.req().getContentLengthLong() > LONGEST * 3L) {
            throw tooLarge();
        }
        switch (type) {
            case "application/sparql-query" -> parameters.put("query", List.of(ctx.body()));
            case "application/x-www-form-urlencoded" -> form(ctx.body());
            case "application/sparql-update" -> throw update();
            default ->
                throw new ProblemException(
                        415,
                        "unsupported-media-type",
                        "This body is not read",
                        "Send application/sparql-query or application/x-www-form-urlencoded; found '" + type + "'.");
        }
    }

    private void form(String body) {
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (name.equals("update")) {
                throw update();
            }
            List<String> values = parameters.get(name);
            if (values != null) {
                values.add(decode(equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    400, "bad-request", "The form cannot be read", "A percent sign is not followed by two hex digits.");
        }
    }

    private void check() {
        List<String> queries = parameters.getOrDefault("query", List.of());
        if (queries.size() > 1) {
            throw new ProblemException(400, "bad-request", "Two queries at once", "Send one 'query' parameter.");
        }
        String query = query();
        if (query.length() > LONGEST) {
            throw tooLarge();
        }
        int depth = 0;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            depth += c == '{' || c == '(' || c == '[' ? 1 : c == '}' || c == ')' || c == ']' ? -1 : 0;
            if (depth > DEEPEST) {
                throw new ProblemException(
                        400,
                        "query-refused",
                        "The query is nested too deeply",
                        "At most " + DEEPEST + " brackets may be open at once.");
            }
        }
        if (query.split("(?i)union", -1).length > 500) {
            throw new ProblemException(
                    400,
                    "query-refused",
                    "The query has too many parts",
                    "At most 500 UNIONs are allowed; use VALUES.");
        }
    }

    private static ProblemException update() {
        return new ProblemException(
                405, "method-not-allowed", "There is no SPARQL Update here", "This endpoint answers queries only.");
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                413, "too-large", "The query is too long", "At most " + LONGEST + " characters are read.");
    }

    /** Empty when none was sent. */
    String query() {
        return parameters.getOrDefault("query", List.of()).stream().findFirst().orElse("");
    }

    /** The first of {@code format}, {@code output}, {@code results} that was sent. */
    String format() {
        for (String name : List.of("format", "output", "results")) {
            List<String> values = parameters.getOrDefault(name, List.of());
            if (!values.isEmpty()) {
                return values.getFirst();
            }
        }
        return "";
    }

    /** As a GET without a body. */
    HttpServletRequest asGet(HttpServletRequest original, String accept) {
        return new HttpServletRequestWrapper(original) {
            @Override
            public String getMethod() {
                return "GET";
            }

            @Override
            public @Nullable String getContentType() {
                return null;
            }

            @Override
            public int getContentLength() {
                return -1;
            }

            @Override
            public long getContentLengthLong() {
                return -1;
            }

            @Override
            public @Nullable String getHeader(String name) {
                return name.equalsIgnoreCase("Accept") ? accept : super.getHeader(name);
            }

            @Override
            public Enumeration<String> getHeaders(String name) {
                return name.equalsIgnoreCase("Accept")
                        ? Collections.enumeration(List.of(accept))
                        : super.getHeaders(name);
            }

            @Override
            public String getQueryString() {
                return "query=";
            }

            @Override
            public @Nullable String getParameter(String name) {
                List<String> values = parameters.getOrDefault(name, List.of());
                return values.isEmpty() ? null : values.getFirst();
            }

            @Override
            public String @Nullable [] getParameterValues(String name) {
                List<String> values = parameters.getOrDefault(name, List.of());
                return values.isEmpty() ? null : values.toArray(new String[0]);
            }

            @Override
            public Enumeration<String> getParameterNames() {
                return Collections.enumeration(getParameterMap().keySet());
            }

            @Override
            public Map<String, String[]> getParameterMap() {
                Map<String, String[]> map = new LinkedHashMap<>();
                parameters.forEach((k, v) -> {
                    if (!v.isEmpty()) {
                        map.put(k, v.toArray(new String[0]));
                    }
                });
                return map;
            }
        };
    }
}
