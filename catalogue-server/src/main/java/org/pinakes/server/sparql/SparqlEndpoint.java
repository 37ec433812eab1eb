package org.pinakes.server.sparql;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Dispatcher;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.pinakes.ontology.DataFiles;
import org.pinakes.queries.QueryLibrary;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Negotiation;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.RdfFormat;
import org.pinakes.server.http.Respond;
import org.pinakes.server.http.Routes;
import org.pinakes.server.site.Later;
import org.pinakes.server.site.Site;

/** {@code /sparql}: the SPARQL 1.1 Protocol for queries, the service description, and a page to type a query in. */
public final class SparqlEndpoint implements Feature {
    private static final long FIRST_MILLIS = 3_000;
    private static final long ALL_MILLIS = 5_000;
    private static final List<String> RESULTS = List.of(
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "text/csv",
            "text/tab-separated-values",
            "application/json",
            "application/xml",
            "text/plain");
    private static final List<String> GRAPHS = List.of(
            "text/turtle",
            "application/ld+json",
            "application/rdf+xml",
            "application/n-triples",
            "application/json",
            "text/plain");
    private final Site site;
    private final Later<QueryPage> page;
    private final Permits permits = new Permits(4, 50, 300, System::nanoTime);

    public SparqlEndpoint(Site site, Pages pages, DataFiles files) {
        this.site = site;
        this.page = new Later<>(() -> new QueryPage(site, pages, QueryLibrary.load(files, "public")));
    }

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/sparql", this::answer);
        config.routes.post("/sparql", this::answer);
    }

    @Override
    public void prepare() {
        page.get();
    }

    /** Tells Fuseki of the dataset, by attributes of the servlet context, before its first query. */
    private synchronized void connect(ServletContext context) {
        if (DataAccessPointRegistry.get(context) != null) {
            return;
        }
        SparqlGuard.install(site.store().dataset().getContext(), FIRST_MILLIS, ALL_MILLIS);
        OperationRegistry operations = OperationRegistry.createStd();
        DataService service = DataService.newBuilder(site.store().dataset())
                .addEndpoint(Operation.Query, "")
                .build();
        service.setEndpointProcessors(operations);
        service.goActive();
        DataAccessPointRegistry points = new DataAccessPointRegistry();
        points.register(new DataAccessPoint("/sparql", service));
        Fuseki.setVerbose(context, false);
        OperationRegistry.set(context, operations);
        DataAccessPointRegistry.set(context, points);
    }

    private void answer(Context ctx) {
        ctx.header("Vary", "Accept");
        connect(ctx.req().getServletContext());
        QueryRequest request = QueryRequest.of(ctx);
        if (request.query().isBlank()) {
            withoutQuery(ctx);
            return;
        }
        if (!permits.allowed(ctx.ip())) {
            ctx.header("Retry-After", "5");
            throw new ProblemException(429, "busy", "Too many queries", "You have sent many queries in a short time.");
        }
        boolean people = wantsPage(ctx, request);
        Query query;
        try {
            query = parse(request.query());
        } catch (ProblemException e) {
            if (people) {
                page.get().failed(ctx, request.query(), e.problem());
                return;
            }
            throw e;
        }
        if (!permits.begin()) {
            ctx.header("Retry-After", "5");
            throw new ProblemException(503, "busy", "Too many queries at once", "Try again in a few seconds.");
        }
        try {
            ctx.header("X-Pinakes-Change", Long.toString(site.store().changeNumber()));
            if (people) {
                page.get().run(ctx, request.query(), query);
            } else {
                dispatch(ctx, request, query);
            }
        } finally {
            permits.end();
        }
    }

    private void withoutQuery(Context ctx) {
        switch (Respond.wanted(ctx, Optional.empty(), false)) {
            case Respond.Wanted.Rdf rdf ->
                Respond.rdf(ctx, rdf.format(), ServiceDescription.of(site.iris().base() + "sparql"), "sparql");
            default -> page.get().empty(ctx);
        }
    }

    /** A browser asks for HTML first; a program that says nothing gets results. */
    private static boolean wantsPage(Context ctx, QueryRequest request) {
        List<String> offers = new ArrayList<>(RESULTS);
        offers.addAll(GRAPHS);
        offers.add("text/html");
        return request.format().isEmpty()
                && Negotiation.best(ctx.header("Accept"), offers)
                        .filter("text/html"::equals)
                        .isPresent();
    }

    private static Query parse(String text) {
        try {
            return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
            throw new ProblemException(
                    400,
                    "bad-query",
                    "This is not a SPARQL query",
                    "Line " + Math.max(1, e.getLine()) + ", column " + Math.max(1, e.getColumn()) + ": " + what);
        } catch (QueryException | StackOverflowError e) {
            throw new ProblemException(
                    400, "bad-query", "This is not a SPARQL query", "It cannot be read: " + e.getMessage() + ".");
        }
    }

    private static void dispatch(Context ctx, QueryRequest request, Query query) {
        HeldResponse held = new HeldResponse(ctx.res());
        Dispatcher.dispatch(request.asGet(ctx.req(), accept(ctx, request, query)), held);
        if (held.streaming()) {
            return;
        }
        byte[] bytes = held.bytes();
        if (held.getStatus() >= 400 || cutShort(bytes)) {
            throw Failures.problem(held.getStatus(), new String(bytes, StandardCharsets.UTF_8));
        }
        ctx.status(held.getStatus());
        ctx.result(bytes);
        ctx.contentType(held.contentType());
    }

    /** Names one media type, so that the answer does not depend on the protocol layer's own taste. */
    private static String accept(Context ctx, QueryRequest request, Query query) {
        if (!request.format().isEmpty()) {
            return RdfFormat.ofExtension(request.format())
                    .map(RdfFormat::mediaType)
                    .orElse("*/*");
        }
        boolean graph = query.isConstructType() || query.isDescribeType();
        List<String> offers = graph ? GRAPHS : RESULTS;
        return Negotiation.best(ctx.header("Accept"), offers)
                .orElseThrow(() -> new ProblemException(
                        406,
                        "not-acceptable",
                        "Not in this media type",
                        "The answer can be had as " + String.join(", ", offers) + "."));
    }

    /** A time-out in the middle leaves a comment at the end of what was written so far. */
    private static boolean cutShort(byte[] bytes) {
        int from = Math.max(0, bytes.length - 400);
        String tail = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        return tail.contains("##  Query cancelled due to timeout")
                || tail.contains("## Incomplete results")
                || tail.contains("##  Incomplete results");
    }

    static Map<String, String> limits() {
        return Map.of("first", Long.toString(FIRST_MILLIS / 1000), "all", Long.toString(ALL_MILLIS / 1000));
    }
}
