package org.pinakes.server.catalogue;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pinakes.harvester.pass.Rules;
import org.pinakes.ontology.Terms;
import org.pinakes.server.config.Config;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.Respond;
import org.pinakes.server.http.Routes;
import org.pinakes.server.site.Labels;
import org.pinakes.server.site.Site;
import org.pinakes.server.store.KnowledgeGraph;

/**
 * {@code /catalog}: the whole as a DCAT-AP catalogue, in pages (Hydra), of the records that conform to the profile that is asked
 * for (or are waived), through its view. A page is complete in itself: catalogue, datasets
 * with all that belongs to them, labels of the concepts. The next page begins after the last IRI of this one, so pages cost
 * the same at any depth and nothing is skipped when records come and go in between.
 */
public final class CatalogueFeed implements Feature {
    /** All that is published, as it is kept. */
    private static final String CANONICAL = "canonical";

    private static final Node NAME = Terms.iri(Terms.FOAF + "name");
    private final Site site;
    private final Pages pages;

    public CatalogueFeed(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/catalog", ctx -> feed(ctx, Optional.empty()));
        Routes.get(config, "/catalog.{extension}", ctx -> feed(ctx, Optional.of(ctx.pathParam("extension"))));
    }

    private void feed(Context ctx, Optional<String> extension) {
        Respond.Wanted wanted = wanted(ctx, extension);
        if (!(wanted instanceof Respond.Wanted.Rdf rdf)) {
            Pages.send(
                    ctx,
                    pages.render(
                            "catalogue.jte",
                            Map.of("site", site, "size", site.store().size(), "sizes", sizes())));
            return;
        }
        int limit = limit(ctx);
        String after = Optional.ofNullable(ctx.queryParam("after")).orElse("");
        String profile = profile(ctx);
        Graph graph = site.store().read(() -> {
            String state = site.store().changeNumber() + "-" + (after + limit + profile + wanted).hashCode();
            return Respond.unchanged(ctx, state) ? null : page(ctx.path(), after, limit, profile);
        });
        if (graph != null) {
            Respond.rdf(ctx, rdf.format(), graph, "catalog");
        }
    }

    /** By profile, how many records its feed has. */
    private Map<String, Long> sizes() {
        Map<String, Long> sizes = new TreeMap<>();
        site.validation()
                .profiles()
                .forEach(p -> sizes.put(p.name(), site.store().conforming(p.name())));
        return sizes;
    }

    private String profile(Context ctx) {
        String name = Optional.ofNullable(ctx.queryParam("profile")).orElse(Rules.FEED);
        List<String> names =
                site.validation().profiles().stream().map(p -> p.name()).toList();
        if (!name.equals(CANONICAL) && !names.contains(name)) {
            throw new ProblemException(
                    400,
                    "bad-request",
                    "There is no such profile",
                    "The parameter 'profile' is " + CANONICAL + " or one of " + String.join(", ", names) + "; found '"
                            + name + "'.");
        }
        return name;
    }

    private List<String> after(String profile, String iri, int limit) {
        return profile.equals(CANONICAL)
                ? site.store().recordsAfter(iri, limit)
                : site.store().conformingAfter(profile, iri, limit);
    }

    private long size(String profile) {
        return profile.equals(CANONICAL) ? site.store().size() : site.store().conforming(profile);
    }

    /** Harvesters that do not say what they want expect RDF/XML; only who asks for HTML gets the page. */
    private static Respond.Wanted wanted(Context ctx, Optional<String> extension) {
        String accept = Optional.ofNullable(ctx.header("Accept")).orElse("*/*");
        boolean anything = extension.isEmpty() && accept.strip().equals("*/*");
        return Respond.wanted(ctx, anything ? Optional.of("rdf") : extension, false);
    }

    private static int limit(Context ctx) {
        String limit = Optional.ofNullable(ctx.queryParam("limit")).orElse("100");
        if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > 1000) {
            throw new ProblemException(
                    400,
                    "bad-request",
                    "The page cannot be made",
                    "The parameter 'limit' must be a whole number from 1 to 1000.");
        }
        return Integer.parseInt(limit);
    }

    private Graph page(String path, String after, int limit, String profile) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node catalogue = Terms.iri(site.iris().catalogue());
        describe(graph, catalogue);
        List<String> iris = after(profile, after, limit);
        for (String iri : iris) {
            if (site.store().state(iri) instanceof KnowledgeGraph.State.Published record) {
                Graph given = profile.equals(CANONICAL)
                        ? record.graph()
                        : site.validation().view(profile, record.graph(), iri);
                given.find().forEachRemaining(graph::add);
                graph.add(catalogue, Terms.iri(Terms.DCAT + "dataset"), Terms.iri(iri));
            }
        }
        Labels.addTo(graph, site.codes());
        boolean more =
                iris.size() == limit && !after(profile, iris.getLast(), 1).isEmpty();
        paging(graph, catalogue, new Part(path, profile, limit), after, more ? iris.getLast() : "");
        return graph;
    }

    private void describe(Graph graph, Node catalogue) {
        Config.Publisher about = site.catalogue();
        Node publisher = Terms.iri(site.iris().base() + "publisher");
        graph.add(catalogue, Terms.TYPE, Terms.CATALOG);
        graph.add(catalogue, Terms.TITLE, NodeFactory.createLiteralLang(about.title(), "en"));
        graph.add(catalogue, Terms.DESCRIPTION, NodeFactory.createLiteralLang(about.description(), "en"));
        graph.add(catalogue, Terms.PUBLISHER, publisher);
        graph.add(
                catalogue,
                Terms.iri("http://data.europa.eu/r5r/applicableLegislation"),
                Terms.iri("http://data.europa.eu/eli/reg/2025/327/oj"));
        graph.add(publisher, Terms.TYPE, Terms.iri(Terms.FOAF + "Agent"));
        graph.add(publisher, NAME, NodeFactory.createLiteralLang(about.publisher(), "en"));
        about.homepage().ifPresent(h -> graph.add(publisher, Terms.iri(Terms.FOAF + "homepage"), Terms.iri(h)));
        about.email().ifPresent(m -> graph.add(publisher, Terms.iri(Terms.FOAF + "mbox"), Terms.iri("mailto:" + m)));
    }

    /** What stays the same from page to page. */
    private record Part(String path, String profile, int limit) {}

    private void paging(Graph graph, Node catalogue, Part part, String after, String last) {
        Node view = address(part, after);
        graph.add(catalogue, Terms.TYPE, Terms.iri(Terms.HYDRA + "Collection"));
        graph.add(catalogue, Terms.iri(Terms.HYDRA + "view"), view);
        graph.add(
                catalogue,
                Terms.iri(Terms.HYDRA + "totalItems"),
                NodeFactory.createLiteralDT(Long.toString(size(part.profile())), XSDDatatype.XSDinteger));
        graph.add(view, Terms.TYPE, Terms.iri(Terms.HYDRA + "PartialCollectionView"));
        graph.add(view, Terms.iri(Terms.HYDRA + "first"), address(part, ""));
        if (!last.isEmpty()) {
            graph.add(view, Terms.iri(Terms.HYDRA + "next"), address(part, last));
        }
    }

    private Node address(Part part, String after) {
        String start = site.iris().base() + part.path().substring(1) + "?limit=" + part.limit()
                + (part.profile().equals(Rules.FEED) ? "" : "&profile=" + part.profile());
        return Terms.iri(
                after.isEmpty() ? start : start + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
    }
}
