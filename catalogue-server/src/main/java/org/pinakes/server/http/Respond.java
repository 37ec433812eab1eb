package org.pinakes.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/** Sends RDF and decides what a client wants. */
public final class Respond {
    private static final String HTML = "text/html";

    private Respond() {}

    /** What to answer: a page or an RDF syntax. */
    public sealed interface Wanted {
        record Page() implements Wanted {}

        record Json() implements Wanted {}

        record Rdf(RdfFormat format) implements Wanted {}
    }

    /**
     * By file extension if the address has one, else by {@code Accept}; a page for browsers and for clients that do not say.
     *
     * @param json whether plain JSON is offered too
     * @throws ProblemException 406, naming what there is
     */
    public static Wanted wanted(Context ctx, Optional<String> extension, boolean json) {
        ctx.header("Vary", "Accept");
        if (extension.isPresent()) {
            return ofExtension(extension.get(), json);
        }
        List<String> offers = new ArrayList<>(List.of(HTML));
        if (json) {
            offers.add("application/json");
        }
        offers.addAll(RdfFormat.mediaTypes());
        String best = Negotiation.best(ctx.header("Accept"), offers)
                .orElseThrow(() -> new ProblemException(
                        406,
                        "not-acceptable",
                        "Not in this media type",
                        "This can be had as " + String.join(", ", offers) + "."));
        if (best.equals(HTML)) {
            return new Wanted.Page();
        }
        return RdfFormat.ofMediaType(best).<Wanted>map(Wanted.Rdf::new).orElseGet(Wanted.Json::new);
    }

    private static Wanted ofExtension(String extension, boolean json) {
        if (extension.equals("html")) {
            return new Wanted.Page();
        }
        if (extension.equals("json") && json) {
            return new Wanted.Json();
        }
        return RdfFormat.ofExtension(extension)
                .map(Wanted.Rdf::new)
                .orElseThrow(() -> new ProblemException(
                        404,
                        "not-found",
                        "There is nothing here",
                        "The extension '." + extension + "' is not served."));
    }

    /** True when the client already has this state, and the answer 304 is made. */
    public static boolean unchanged(Context ctx, String state) {
        String tag = "W/\"" + state + "\"";
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", "public, no-cache");
        String known = ctx.header("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            ctx.status(304);
            return true;
        }
        return false;
    }

    public static void rdf(Context ctx, RdfFormat format, Graph graph, String name) {
        ctx.result(format.write(graph));
        ctx.contentType(format.mediaType() + (format == RdfFormat.TURTLE ? ";charset=utf-8" : ""));
        if (format == RdfFormat.RDF_XML) {
            ctx.header("Content-Disposition", "inline; filename=\"" + name + ".rdf\"");
        }
    }
}
