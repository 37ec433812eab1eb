package org.pinakes.server.harvests;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.harmonise.Candidates;
import org.pinakes.ontology.harmonise.Harmoniser;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.Respond;
import org.pinakes.server.http.Routes;
import org.pinakes.server.site.Site;
import tools.jackson.databind.json.JsonMapper;

/** {@code /harvests/unmapped}: the queue of raw values that no code list knows, and what would mend each. */
public final class UnmappedPage implements Feature {
    private static final int SHOWN = 100;
    private static final int CANDIDATES = 3;
    private final Site site;
    private final Pages pages;
    private final Supplier<Harmoniser> harmoniser;
    private @Nullable Unmapped unmapped;

    /** @param harmoniser made when the queue is first asked for */
    public UnmappedPage(Site site, Pages pages, Supplier<Harmoniser> harmoniser) {
        this.site = site;
        this.pages = pages;
        this.harmoniser = harmoniser;
    }

    /**
     * One value as it is shown.
     *
     * @param synonym the statement to add to the concept
     */
    public record Row(
            String provider,
            String field,
            String list,
            String value,
            long records,
            String synonym,
            List<Candidates.Candidate> candidates) {}

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/harvests/unmapped", ctx -> queue(ctx, Optional.ofNullable(ctx.queryParam("format"))));
        Routes.get(
                config, "/harvests/unmapped.{extension}", ctx -> queue(ctx, Optional.of(ctx.pathParam("extension"))));
    }

    private synchronized Unmapped unmapped() {
        Unmapped made = unmapped;
        if (made == null) {
            made = new Unmapped(site, harmoniser.get());
            unmapped = made;
        }
        return made;
    }

    private void queue(Context ctx, Optional<String> format) {
        String provider = Optional.ofNullable(ctx.queryParam("provider")).orElse("");
        String field = Optional.ofNullable(ctx.queryParam("field")).orElse("");
        List<Unmapped.Line> all = unmapped().lines();
        List<Unmapped.Line> lines = all.stream()
                .filter(l -> provider.isEmpty() || l.provider().equals(provider))
                .filter(l -> field.isEmpty() || l.field().equals(field))
                .toList();
        if (format.filter("csv"::equals).isPresent()) {
            ctx.result(csv(lines));
            ctx.contentType("text/csv;charset=utf-8");
        } else if (Respond.wanted(ctx, format.filter(f -> !f.isEmpty()), true) instanceof Respond.Wanted.Json) {
            ctx.result(JsonMapper.shared()
                    .writeValueAsString(
                            lines.stream().limit(1_000).map(this::json).toList()));
            ctx.contentType("application/json");
        } else if (format.isPresent() && !format.get().equals("html")) {
            throw new ProblemException(
                    404, "not-found", "There is nothing here", "The queue can be had as html, json and csv.");
        } else {
            Map<String, Object> model = new HashMap<>();
            model.put("rows", lines.stream().limit(SHOWN).map(this::row).toList());
            model.put("total", lines.size());
            model.put("provider", provider);
            model.put("field", field);
            model.put(
                    "providers",
                    new TreeSet<>(all.stream().map(Unmapped.Line::provider).toList()));
            model.put(
                    "fields",
                    new TreeSet<>(all.stream().map(Unmapped.Line::field).toList()));
            Pages.send(ctx, pages.render("unmapped.jte", model));
        }
    }

    private Row row(Unmapped.Line l) {
        return new Row(
                l.provider(),
                l.field(),
                l.list(),
                l.value(),
                l.records(),
                synonym(l.value()),
                unmapped().nearest(l, CANDIDATES));
    }

    /** Turtle, to be put before the last {@code .} of the concept. */
    static String synonym(String value) {
        return "skos:hiddenLabel \""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + "\" ;";
    }

    private Map<String, Object> json(Unmapped.Line line) {
        Row row = row(line);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("provider", row.provider());
        json.put("field", row.field());
        json.put("value", row.value());
        json.put("records", row.records());
        json.put("file", "ontology/codes/" + row.list() + ".ttl");
        json.put("line", row.synonym());
        List<Map<String, Object>> candidates = new ArrayList<>();
        for (Candidates.Candidate c : row.candidates()) {
            Map<String, Object> candidate = new LinkedHashMap<>();
            candidate.put("concept", c.concept().iri());
            candidate.put("label", c.concept().label("en"));
            candidate.put("alike", c.text());
            candidate.put("likeness", Math.round(c.likeness() * 100) / 100.0);
            candidates.add(candidate);
        }
        json.put("candidates", candidates);
        return json;
    }

    private static String csv(List<Unmapped.Line> lines) {
        StringBuilder csv = new StringBuilder("provider,field,value,records\r\n");
        for (Unmapped.Line l : lines) {
            csv.append(cell(l.provider()))
                    .append(',')
                    .append(cell(l.field()))
                    .append(',')
                    .append(cell(l.value()))
                    .append(',')
                    .append(l.records())
                    .append("\r\n");
        }
        return csv.toString();
    }

    /** Quoted; what a spreadsheet would run as a formula begins with an apostrophe. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
