package org.pinakes.server.report;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pinakes.harvester.validate.Report;
import org.pinakes.harvester.validate.ReportCsv;
import org.pinakes.harvester.validate.ReportGraph;
import org.pinakes.harvester.validate.ReportJson;
import org.pinakes.server.http.Negotiation;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.RdfFormat;
import org.pinakes.server.http.Respond;

/** A page, JSON, a table, or a {@code sh:ValidationReport} in one of the RDF syntaxes. */
public sealed interface ReportFormat {
    record Page() implements ReportFormat {}

    record Json() implements ReportFormat {}

    record Csv() implements ReportFormat {}

    record Shacl(RdfFormat syntax) implements ReportFormat {}

    /** By the parameter {@code format} if there is one, else by {@code Accept}. */
    static ReportFormat wanted(Context ctx, Optional<String> format) {
        ctx.header("Vary", "Accept, Accept-Language");
        List<String> offers = new ArrayList<>(List.of("text/html", "application/json", "text/csv"));
        offers.addAll(RdfFormat.mediaTypes());
        String type = format.isPresent()
                ? mediaType(format.get())
                : Negotiation.best(ctx.header("Accept"), offers)
                        .orElseThrow(() -> new ProblemException(
                                406,
                                "not-acceptable",
                                "Not in this media type",
                                "This can be had as " + String.join(", ", offers) + "."));
        return switch (type) {
            case "text/html" -> new Page();
            case "application/json" -> new Json();
            case "text/csv" -> new Csv();
            default -> new Shacl(RdfFormat.ofMediaType(type).orElse(RdfFormat.TURTLE));
        };
    }

    private static String mediaType(String format) {
        return switch (format) {
            case "html" -> "text/html";
            case "json" -> "application/json";
            case "csv" -> "text/csv";
            default ->
                RdfFormat.ofExtension(format)
                        .map(RdfFormat::mediaType)
                        .orElseThrow(() -> new ProblemException(
                                400,
                                "bad-request",
                                "There is no such format",
                                "The parameter 'format' is html, json, csv, ttl, jsonld, rdf or nt; found '" + format
                                        + "'."));
        };
    }

    /** Answers with everything but a page. */
    static void send(Context ctx, ReportFormat format, Report report, String name) {
        switch (format) {
            case Csv csv -> {
                ctx.result(ReportCsv.of(report).getBytes(StandardCharsets.UTF_8));
                ctx.contentType("text/csv;charset=utf-8");
                ctx.header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
            }
            case Shacl shacl -> Respond.rdf(ctx, shacl.syntax(), ReportGraph.of(report), name);
            default -> {
                ctx.result(ReportJson.of(report));
                ctx.contentType("application/json");
            }
        }
    }

    /** Two letters: the parameter {@code language}, else what {@code Accept-Language} names first, else English. */
    static String language(Context ctx, Optional<String> parameter) {
        String header = Optional.ofNullable(ctx.header("Accept-Language")).orElse("");
        return parameter
                .or(() -> Arrays.stream(header.split(",")).findFirst())
                .map(l -> l.strip().toLowerCase(Locale.ROOT).replaceFirst("[-_;].*", ""))
                .filter(l -> l.matches("[a-z]{2}"))
                .orElse("en");
    }
}
