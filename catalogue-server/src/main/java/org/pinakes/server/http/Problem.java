package org.pinakes.server.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error as people and programs get it (RFC 9457). {@code type} is the address of the paragraph that explains it.
 *
 * @param name of the paragraph on {@code /docs/problems}
 * @param detail a sentence: what was found, what is allowed, how to go on
 */
public record Problem(int status, String name, String title, String detail) {

    /** What the paragraphs say; shown at {@code /docs/problems}. */
    public static final Map<String, String> PARAGRAPHS = paragraphs();

    private static Map<String, String> paragraphs() {
        Map<String, String> p = new LinkedHashMap<>();
        p.put(
                "not-found",
                "There is nothing at this address. Datasets keep their address for ever, so a mistyped or cut"
                        + " address is the usual reason. Search for the title instead.");
        p.put(
                "gone",
                "The dataset was here, and its provider no longer lists it. The address stays and says so; the change"
                        + " history shows what was known.");
        p.put(
                "not-acceptable",
                "The server cannot answer in any of the media types that the Accept header asks for. Ask for"
                        + " one of those that the message names, or use a file extension.");
        p.put(
                "does-not-conform",
                "The dataset is published, and it does not conform to the profile in which it was asked for. Its"
                        + " verdict says what is missing. Feeds and downloads of a profile carry only what conforms to"
                        + " it.");
        p.put(
                "bad-request",
                "A parameter or the request itself cannot be understood. The message says which and what is"
                        + " allowed.");
        p.put("method-not-allowed", "This address can only be read. SPARQL Update does not exist here.");
        p.put(
                "bad-query",
                "The SPARQL query does not follow the SPARQL 1.1 grammar. The message names line and column.");
        p.put(
                "query-refused",
                "The query uses something that is not allowed here: SERVICE, functions outside of the SPARQL"
                        + " standard, or more text, nesting or memory than one query may use.");
        p.put(
                "query-too-long",
                "The query took longer than a query may. Ask for less: add a LIMIT, a more selective pattern, or"
                        + " download the feed and query it at home.");
        p.put(
                "busy",
                "Too many queries run at this moment, or you have sent many in a short time. Try again in a few"
                        + " seconds.");
        p.put("too-large", "The request or its result is larger than is allowed. The message names the limit.");
        p.put(
                "unsupported-media-type",
                "The request's body is of a type that is not read here. The message names those that" + " are.");
        p.put(
                "internal",
                "Something unexpected happened here. It is not your fault. The number in the message helps the"
                        + " operator to find it in the log.");
        return Collections.unmodifiableMap(p);
    }

    /** As a page for people, as problem+json for programs. */
    public void send(Context ctx, Pages pages) {
        ctx.status(status);
        ctx.header("Cache-Control", "no-store");
        boolean html = Negotiation.best(
                        ctx.header("Accept"), List.of("application/problem+json", "application/json", "text/html"))
                .filter("text/html"::equals)
                .isPresent();
        if (html) {
            Pages.send(ctx, pages.render("problem.jte", Map.of("problem", this)));
        } else {
            json(ctx);
        }
    }

    /** As problem+json, whatever the client accepts. */
    public void json(Context ctx) {
        ctx.status(status);
        ctx.result(JsonMapper.shared().writeValueAsString(body()));
        ctx.contentType("application/problem+json");
    }

    /** The members of the JSON (RFC 9457 section 3.1). */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/docs/problems#" + name);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        return body;
    }
}
