package org.pinakes.server.datasets;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.search.IndexDefinition;
import org.pinakes.server.search.SearchIndex;

/**
 * The search as it stands in the address: {@code q}, one parameter for each facet (repeatable), {@code sort}, {@code page},
 * {@code size}.
 *
 * @param page from 1
 * @param size hits on a page
 */
public record SearchForm(String q, Map<String, List<String>> filters, String sort, int page, int size) {
    private static final List<String> SORTS = List.of("relevance", "title", "subjects", "modified");

    /** @throws ProblemException 400 for a sort or page that does not exist */
    static SearchForm of(Context ctx, IndexDefinition definition) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (IndexDefinition.Facet facet : definition.facets()) {
            List<String> values = ctx.queryParams(facet.name()).stream()
                    .filter(v -> !v.isBlank())
                    .toList();
            if (!values.isEmpty()) {
                filters.put(facet.name(), values);
            }
        }
        String sort = text(ctx, "sort", "relevance");
        if (!SORTS.contains(sort)) {
            throw bad("sort", sort, "one of " + String.join(", ", SORTS));
        }
        return new SearchForm(
                text(ctx, "q", ""), filters, sort, number(ctx, "page", 1, 10_000), number(ctx, "size", 20, 1_000));
    }

    private static String text(Context ctx, String name, String otherwise) {
        String value = ctx.queryParam(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private static int number(Context ctx, String name, int otherwise, int most) {
        String value = text(ctx, name, Integer.toString(otherwise));
        if (!value.matches("[1-9]\\d{0,5}") || Integer.parseInt(value) > most) {
            throw bad(name, value, "a whole number from 1 to " + most);
        }
        return Integer.parseInt(value);
    }

    private static ProblemException bad(String name, String found, String allowed) {
        String shown = found.length() > 60 ? found.substring(0, 60) + "…" : found;
        return new ProblemException(
                400,
                "bad-request",
                "The search cannot be understood",
                "The parameter '" + name + "' must be " + allowed + "; found '" + shown + "'.");
    }

    SearchIndex.Request request(String language) {
        return new SearchIndex.Request(q, filters, sort, (page - 1) * size, size, language);
    }

    /** The address of the same search on another page. */
    public String page(int other) {
        return address(filters, other);
    }

    /** The address of the same search without one filter. */
    public String without(String facet, String value) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(filters);
        fewer.put(
                facet,
                filters.getOrDefault(facet, List.of()).stream()
                        .filter(v -> !v.equals(value))
                        .toList());
        return address(fewer, 1);
    }

    private String address(Map<String, List<String>> wanted, int number) {
        List<String> parts = new ArrayList<>();
        if (!q.isEmpty()) {
            parts.add("q=" + encode(q));
        }
        wanted.forEach((facet, values) -> values.forEach(v -> parts.add(facet + "=" + encode(v))));
        if (!sort.equals("relevance")) {
            parts.add("sort=" + sort);
        }
        if (size != 20) {
            parts.add("size=" + size);
        }
        if (number > 1) {
            parts.add("page=" + number);
        }
        return "/datasets" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    /** For an address. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Whether the facet has the value among its filters. */
    public boolean has(String facet, String value) {
        return filters.getOrDefault(facet, List.of()).contains(value);
    }
}
