package org.pinakes.server.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.UriCompliance;
import org.pinakes.ontology.InputProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process, one port: Javalin with the features' routes, the same headers on every answer, errors made in one place. */
public final class CatalogueServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueServer.class);
    private static final String CONTENT_SECURITY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String PICO = "/META-INF/resources/webjars/picocss__pico/2.1.1/css/pico.min.css";
    private static final Map<String, String> STATIC = Map.of(
            "pico.min.css", "text/css",
            "pinakes.css", "text/css",
            "icon.svg", "image/svg+xml");
    private final Javalin javalin;

    private CatalogueServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts listening.
     *
     * @param port 0 for any that is free
     * @throws InputProblem when the port is in use or the host is not ours
     */
    public static CatalogueServer start(String host, int port, Pages pages, List<Feature> features) {
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            config.routes.before(CatalogueServer::headers);
            Routes.get(config, "/static/{name}", CatalogueServer::file);
            Routes.get(config, "/favicon.ico", ctx -> ctx.redirect("/static/icon.svg"));
            Routes.get(
                    config,
                    "/docs/problems",
                    ctx -> Pages.send(ctx, pages.render("problems.jte", Map.of("paragraphs", Problem.PARAGRAPHS))));
            features.forEach(f -> f.register(config));
            errors(config, pages);
        });
        try {
            return new CatalogueServer(javalin.start(host, port));
        } catch (JavalinBindException e) {
            throw new InputProblem(
                    "Port " + port + " on " + host
                            + " cannot be used: another program listens there, or it is not ours. Choose another with"
                            + " --port.",
                    e);
        }
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.defaultContentType = "text/html;charset=utf-8";
        config.http.maxRequestSize = 1_000_000L;
        // A form with a file stays in memory: nothing that a stranger sends is written to the disk.
        config.jetty.multipartConfig.maxFileSize(10_000_000, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(10_100_000, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(10_100_000, SizeUnit.BYTES);
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = true;
        config.jetty.modifyServer(server -> server.setErrorHandler(new RefusedRequests()));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.RFC3986);
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
    }

    private static void headers(Context ctx) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "strict-origin-when-cross-origin");
        if (ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD)) {
            ctx.header("Access-Control-Allow-Origin", "*");
        }
    }

    private static void file(Context ctx) throws IOException {
        String name = ctx.pathParam("name");
        String type = Optional.ofNullable(STATIC.get(name)).orElseThrow(NotFoundResponse::new);
        String path = name.equals("pico.min.css") ? PICO : "/static/" + name;
        try (InputStream in = CatalogueServer.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new NotFoundResponse();
            }
            ctx.result(in.readAllBytes());
            ctx.contentType(type);
            ctx.header("Cache-Control", "public, max-age=3600");
        }
    }

    private static void errors(JavalinConfig config, Pages pages) {
        config.routes.exception(ProblemException.class, (e, ctx) -> e.problem().send(ctx, pages));
        config.routes.exception(InputProblem.class, (e, ctx) -> new Problem(
                        400, "bad-request", "The request cannot be answered", String.valueOf(e.getMessage()))
                .send(ctx, pages));
        config.routes.exception(
                HttpResponseException.class, (e, ctx) -> problem(e, ctx).send(ctx, pages));
        config.routes.exception(Exception.class, (e, ctx) -> {
            String number = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("request failed, number {}", number, e);
            new Problem(
                            500,
                            "internal",
                            "Something went wrong",
                            "The operator finds it in the log under " + number + ".")
                    .send(ctx, pages);
        });
    }

    private static Problem problem(HttpResponseException e, Context ctx) {
        return switch (e.getStatus()) {
            case 404 ->
                new Problem(404, "not-found", "There is nothing here", "There is nothing at " + ctx.path() + ".");
            case 405 ->
                new Problem(
                        405,
                        "method-not-allowed",
                        "This cannot be done here",
                        ctx.method() + " is not possible at " + ctx.path() + ".");
            case 413 -> new Problem(413, "too-large", "The request is too large", "At most 1,000,000 bytes are read.");
            default ->
                new Problem(
                        e.getStatus(), "bad-request", "The request cannot be answered", String.valueOf(e.getMessage()));
        };
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
