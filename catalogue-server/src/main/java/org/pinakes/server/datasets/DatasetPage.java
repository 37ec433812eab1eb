package org.pinakes.server.datasets;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.pinakes.ontology.Standing;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.Problem;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.RdfFormat;
import org.pinakes.server.http.Respond;
import org.pinakes.server.http.Routes;
import org.pinakes.server.site.Labels;
import org.pinakes.server.site.Site;
import org.pinakes.server.store.KnowledgeGraph;
import tools.jackson.databind.json.JsonMapper;

/** {@code /datasets/{id}}: one dataset, by {@code Accept} or by extension; its history. */
public final class DatasetPage implements Feature {
    private final Site site;
    private final Pages pages;

    public DatasetPage(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/datasets/{id}", this::dataset);
        Routes.get(config, "/datasets/{id}/history", this::history);
    }

    private void dataset(Context ctx) {
        String path = ctx.pathParam("id");
        int dot = path.lastIndexOf('.');
        // Ids hold dots themselves, so only a known extension is one.
        Optional<String> extension = Optional.of(path.substring(dot + 1))
                .filter(e ->
                        dot > 0 && (e.equals("html") || RdfFormat.ofExtension(e).isPresent()));
        String id = extension.isPresent() ? path.substring(0, dot) : path;
        String iri = site.iris().datasetOfId(id);
        switch (site.store().state(iri)) {
            case KnowledgeGraph.State.Unknown u ->
                throw new ProblemException(
                        404, "not-found", "There is no such dataset", "No dataset has the id '" + id + "'.");
            case KnowledgeGraph.State.Withdrawn w -> withdrawn(ctx, id, iri, w);
            case KnowledgeGraph.State.Published p -> published(ctx, id, extension, p);
        }
    }

    private void published(Context ctx, String id, Optional<String> extension, KnowledgeGraph.State.Published record) {
        String iri = site.iris().datasetOfId(id);
        links(ctx, id, iri);
        Respond.Wanted wanted = Respond.wanted(ctx, extension, false);
        List<String> alternates = site.store().alternates(iri);
        if (Respond.unchanged(ctx, record.number() + "-" + wanted.hashCode() + "-" + alternates.hashCode())) {
            return;
        }
        if (wanted instanceof Respond.Wanted.Rdf rdf) {
            Graph graph = GraphMemFactory.createDefaultGraph();
            String profile = Optional.ofNullable(ctx.queryParam("profile")).orElse("canonical");
            refuseWhatDoesNotConform(profile, id, record);
            Graph given = profile.equals("canonical")
                    ? record.graph()
                    : site.validation().view(profile, record.graph(), iri);
            given.find().forEachRemaining(graph::add);
            Labels.addTo(graph, site.codes());
            Respond.rdf(ctx, rdf.format(), graph, id);
            return;
        }
        DatasetView view = new DatasetView(site, iri, record.graph(), record.provenance());
        Map<String, Object> model = new HashMap<>();
        model.put("view", view);
        model.put("origins", Origins.of(site, iri, record, alternates));
        model.put("trace", new Trace(site, iri, record.graph(), record.provenance()));
        model.put("id", id);
        model.put("iri", iri);
        model.put("number", record.number());
        model.put("schemaOrg", SchemaOrg.json(iri, view));
        Pages.send(ctx, pages.render("dataset.jte", model));
    }

    /** Nobody is given as a profile's what the profile's own shapes refuse. */
    private void refuseWhatDoesNotConform(String profile, String id, KnowledgeGraph.State.Published record) {
        String iri = site.iris().datasetOfId(id);
        if (profile.equals("canonical")) {
            return;
        }
        site.validation().profiles(List.of(profile));
        boolean passes = Standing.of(record.provenance(), iri).stream()
                .filter(s -> s.profile().equals(profile))
                .findFirst()
                .map(Standing::passes)
                .orElseGet(() -> site.validation()
                        .judge()
                        .judge(profile, site.validation().view(profile, record.graph(), iri), iri)
                        .passes());
        if (!passes) {
            throw new ProblemException(
                    406,
                    "does-not-conform",
                    "This dataset does not conform to " + profile,
                    "What is wrong stands at /datasets/" + id + "/verdict?profile=" + profile
                            + ". Without 'profile' the dataset is given as it is kept.");
        }
    }

    /** FAIR Signposting level 1. */
    private static void links(Context ctx, String id, String iri) {
        StringBuilder links =
                new StringBuilder("<" + iri + ">; rel=\"cite-as\", <https://schema.org/Dataset>; rel=\"type\"");
        for (RdfFormat format : RdfFormat.values()) {
            links.append(", </datasets/").append(id).append('.').append(format.extension());
            links.append(">; rel=\"describedby\"; type=\"")
                    .append(format.mediaType())
                    .append('"');
        }
        ctx.header("Link", links.toString());
    }

    private void withdrawn(Context ctx, String id, String iri, KnowledgeGraph.State.Withdrawn record) {
        Respond.Wanted wanted = Respond.wanted(ctx, Optional.empty(), true);
        if (wanted instanceof Respond.Wanted.Rdf rdf) {
            ctx.status(410);
            Respond.rdf(ctx, rdf.format(), record.provenance(), id);
            return;
        }
        String title = new DatasetView(site, iri, record.provenance(), record.provenance()).title();
        new Problem(
                        410,
                        "gone",
                        "This dataset was withdrawn",
                        "'" + title + "' is no longer listed by its provider; it was withdrawn here on " + record.at()
                                + ".")
                .send(ctx, pages);
    }

    private void history(Context ctx) {
        String id = ctx.pathParam("id");
        List<KnowledgeGraph.HistoryEntry> entries =
                site.store().history(site.iris().datasetOfId(id)).reversed();
        if (entries.isEmpty()) {
            throw new ProblemException(
                    404, "not-found", "There is no such dataset", "No dataset has the id '" + id + "'.");
        }
        if (Respond.wanted(ctx, Optional.ofNullable(ctx.queryParam("format")), true) instanceof Respond.Wanted.Json) {
            ctx.result(JsonMapper.shared().writeValueAsString(entries));
            ctx.contentType("application/json");
        } else {
            Pages.send(ctx, pages.render("history.jte", Map.of("id", id, "entries", entries)));
        }
    }
}
