package org.pinakes.server.providers;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.HarvestReport;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Terms;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.RdfFormat;
import org.pinakes.server.http.Respond;
import org.pinakes.server.http.Routes;
import org.pinakes.server.search.SearchIndex;
import org.pinakes.server.site.Site;
import org.pinakes.server.store.KnowledgeGraph;

/** {@code /providers}, {@code /providers/{id}} and what has its IRI below that. */
public final class ProviderPages implements Feature {
    private final Site site;
    private final Pages pages;

    public ProviderPages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    /** @param datasets how many are published */
    public record Line(Provider provider, long datasets) {}

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/providers", this::list);
        Routes.get(config, "/providers/{id}", this::one);
        Routes.get(config, "/providers/{id}/documents/{document}", this::document);
        Routes.get(config, "/providers/{id}/<path>", this::node);
    }

    private void list(Context ctx) {
        List<Line> lines = new ArrayList<>();
        site.providers().forEach(p -> lines.add(new Line(p, count(p.id()))));
        Pages.send(ctx, pages.render("providers.jte", Map.of("lines", lines)));
    }

    private void one(Context ctx) {
        String id = ctx.pathParam("id");
        Provider provider = site.provider(id)
                .orElseThrow(() -> new ProblemException(
                        404, "not-found", "There is no such provider", "No provider has the id '" + id + "'."));
        List<HarvestReport> runs = site.reports().newest(200).stream()
                .filter(r -> r.provider().equals(id))
                .limit(10)
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("line", new Line(provider, count(id)));
        model.put("reports", runs);
        Pages.send(ctx, pages.render("provider.jte", model));
    }

    /** What a document says besides its datasets, and where it came from; RDF only. */
    private void document(Context ctx) {
        String name = ctx.pathParam("document");
        String iri = site.iris().provider(ctx.pathParam("id")) + "/documents/" + name;
        if (!(site.store().state(iri) instanceof KnowledgeGraph.State.Published said)) {
            throw new ProblemException(
                    404,
                    "not-found",
                    "Nothing is kept of this document",
                    "Either there is no such document, or all it says is in its datasets.");
        }
        Graph graph = GraphMemFactory.createDefaultGraph();
        said.graph().find().forEachRemaining(graph::add);
        said.provenance().find().forEachRemaining(graph::add);
        send(ctx, graph, name);
    }

    /** What the published datasets say of something that the provider named without a host: a publisher, a contact; RDF only. */
    private void node(Context ctx) {
        Node node = Terms.iri(site.iris().base() + ctx.path().substring(1));
        Graph graph = GraphMemFactory.createDefaultGraph();
        site.store().read(() -> {
            about(node, graph);
            return graph;
        });
        if (graph.isEmpty()) {
            throw new ProblemException(
                    404, "not-found", "Nothing is said of this", "No published dataset describes it.");
        }
        send(ctx, graph, ctx.pathParam("path").replaceFirst("^.*/", ""));
    }

    private void about(Node node, Graph out) {
        site.store().dataset().find(Node.ANY, node, Node.ANY, Node.ANY).forEachRemaining(q -> {
            Triple triple = q.asTriple();
            if (!out.contains(triple)) {
                out.add(triple);
                if (triple.getObject().isBlank()) {
                    about(triple.getObject(), out);
                }
            }
        });
    }

    private static void send(Context ctx, Graph graph, String name) {
        RdfFormat format = Respond.wanted(ctx, Optional.empty(), false) instanceof Respond.Wanted.Rdf rdf
                ? rdf.format()
                : RdfFormat.TURTLE;
        Respond.rdf(ctx, format, graph, name);
    }

    private long count(String id) {
        return site.index()
                .search(new SearchIndex.Request("", Map.of("provider", List.of(id)), "title", 0, 0, "en"))
                .total();
    }
}
