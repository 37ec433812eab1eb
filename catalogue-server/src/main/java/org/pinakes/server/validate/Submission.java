package org.pinakes.server.validate;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.fetch.MediaTypes;
import org.pinakes.harvester.validate.Incoming;
import org.pinakes.ontology.Document;
import org.pinakes.server.http.ProblemException;

/**
 * What somebody sent to be judged, by a form (a file or pasted text) or as the body itself.
 *
 * @param text for the form to show it again; empty for files
 * @param format empty when {@code Accept} decides
 * @param views whether it is judged as the catalogue would serve it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and the bytes are not kept
record Submission(
        String name,
        Document.Content content,
        Optional<String> mediaType,
        String text,
        List<String> profiles,
        Optional<String> format,
        Optional<String> language,
        boolean views) {
    /** Bytes of a body. */
    static final int LARGEST = 10_000_000;

    private static final String FORM = "application/x-www-form-urlencoded";

    /** @throws ProblemException for what is not read here */
    static Submission of(Context ctx) throws IOException {
        if (ctx.header("Content-Encoding") != null) {
            throw new ProblemException(
                    415,
                    "unsupported-media-type",
                    "Encoded bodies are not read",
                    "Send the RDF as it is, without Content-Encoding.");
        }
        if (ctx.req().getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        for (String name : List.of("url", "uri")) {
            if (ctx.queryParam(name) != null) {
                throw new ProblemException(
                        400,
                        "bad-request",
                        "Addresses are not fetched",
                        "Send the RDF itself, as a file, pasted, or as the body; nothing is fetched from an address.");
            }
        }
        String type = Optional.ofNullable(ctx.contentType())
                .map(t -> t.split(";")[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        return ctx.isMultipartFormData() ? multipart(ctx) : type.equals(FORM) ? form(ctx) : body(ctx, type);
    }

    private static Submission multipart(Context ctx) throws IOException {
        UploadedFile file = ctx.uploadedFile("file");
        if (file == null || file.size() == 0) {
            return form(ctx);
        }
        String name = file.filename().replaceFirst("^.*[/\\\\]", "");
        try (InputStream in = file.content()) {
            return new Submission(
                    name.isBlank() ? "your file" : name,
                    limited(in),
                    chosen(ctx).or(() -> MediaTypes.ofName(name)),
                    "",
                    names(ctx.formParams("profile")),
                    first(ctx.formParam("format")),
                    first(ctx.formParam("language")),
                    ctx.formParam("view") != null);
        }
    }

    private static Submission form(Context ctx) {
        String text = Optional.ofNullable(ctx.formParam("text")).orElse("");
        return new Submission(
                "your text",
                held(text.getBytes(StandardCharsets.UTF_8)),
                chosen(ctx),
                text,
                names(ctx.formParams("profile")),
                first(ctx.formParam("format")),
                first(ctx.formParam("language")),
                ctx.formParam("view") != null);
    }

    private static Submission body(Context ctx, String type) throws IOException {
        try (InputStream in = ctx.bodyInputStream()) {
            return new Submission(
                    "the body",
                    limited(in),
                    Optional.of(type).filter(t -> !t.isEmpty() && !t.equals("text/plain")),
                    "",
                    names(ctx.queryParams("profile")),
                    first(ctx.queryParam("format")),
                    first(ctx.queryParam("language")),
                    ctx.queryParam("view") != null);
        }
    }

    private static Optional<String> chosen(Context ctx) {
        return first(ctx.formParam("syntax")).filter(s -> !s.equals("guess"));
    }

    private static Optional<String> first(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** Several in one parameter are parted by commas. */
    private static List<String> names(List<String> parameters) {
        List<String> names = new ArrayList<>();
        parameters.forEach(p -> Arrays.stream(p.split(","))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .forEach(names::add));
        return names;
    }

    private static Document.Content held(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static Document.Content limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        return held(bytes);
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                413,
                "too-large",
                "This is too large to be judged here",
                "At most 10,000,000 bytes are read. Larger files are judged by 'pinakes validate' on your own"
                        + " machine.");
    }

    Incoming incoming() {
        return new Incoming(name, mediaType, content);
    }
}
