package org.pinakes.server.datasets;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.Respond;
import org.pinakes.server.http.Routes;
import org.pinakes.server.search.SearchIndex;
import org.pinakes.server.site.Site;
import org.pinakes.server.store.KnowledgeGraph;
import tools.jackson.databind.json.JsonMapper;

/** {@code /datasets}: search with free text and facets; page, JSON, or the hits as RDF. */
public final class DatasetSearch implements Feature {
    private final Site site;
    private final Pages pages;

    public DatasetSearch(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/datasets", ctx -> search(ctx, Optional.ofNullable(ctx.queryParam("format"))));
        Routes.get(config, "/datasets.{extension}", ctx -> search(ctx, Optional.of(ctx.pathParam("extension"))));
    }

    private void search(Context ctx, Optional<String> extension) {
        Respond.Wanted wanted = Respond.wanted(ctx, extension, true);
        SearchForm form = SearchForm.of(ctx, site.definition());
        SearchIndex.Answer answer = site.index().search(form.request("en"));
        ctx.header("X-Pinakes-Change", Long.toString(answer.change()));
        switch (wanted) {
            case Respond.Wanted.Page p -> Pages.send(ctx, page(form, answer));
            case Respond.Wanted.Json j -> json(ctx, form, answer);
            case Respond.Wanted.Rdf rdf -> Respond.rdf(ctx, rdf.format(), graph(answer), "datasets");
        }
    }

    private String page(SearchForm form, SearchIndex.Answer answer) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("answer", answer);
        model.put("site", site);
        model.put("pages", (int) Math.min(10_000, Math.ceilDiv(answer.total(), form.size())));
        return pages.render("datasets.jte", model);
    }

    private void json(Context ctx, SearchForm form, SearchIndex.Answer answer) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("total", answer.total());
        body.put("page", form.page());
        body.put("size", form.size());
        body.put("change", answer.change());
        body.put("hits", answer.hits().stream().map(this::hit).toList());
        body.put("facets", answer.facets());
        ctx.result(JsonMapper.shared().writeValueAsString(body));
        ctx.contentType("application/json");
    }

    private Map<String, Object> hit(SearchIndex.Hit hit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("iri", hit.iri());
        json.put("id", site.iris().datasetId(hit.iri()).orElse(""));
        json.put("title", hit.title());
        json.put("description", hit.description());
        json.put("provider", hit.provider());
        json.put("origins", hit.origins().stream().map(this::origin).toList());
        json.put("subjects", hit.subjects());
        json.put("values", hit.facets());
        json.put("because", hit.because());
        return json;
    }

    private Map<String, Object> origin(SearchIndex.Origin origin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("iri", origin.iri());
        json.put("id", site.iris().datasetId(origin.iri()).orElse(""));
        json.put("provider", origin.provider());
        return json;
    }

    private Graph graph(SearchIndex.Answer answer) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        List<String> iris = answer.hits().stream()
                .flatMap(h -> h.origins().stream())
                .map(SearchIndex.Origin::iri)
                .toList();
        for (String iri : iris) {
            if (site.store().state(iri) instanceof KnowledgeGraph.State.Published record) {
                record.graph().find().forEachRemaining(graph::add);
            }
        }
        return graph;
    }
}
