package org.pinakes.server.providers;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinakes.ontology.HarvestReport;
import org.pinakes.ontology.Provider;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.Routes;
import org.pinakes.server.search.SearchIndex;
import org.pinakes.server.site.Site;

/** {@code /providers} and {@code /providers/{id}}. */
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

    private long count(String id) {
        return site.index()
                .search(new SearchIndex.Request("", Map.of("provider", List.of(id)), "title", 0, 0, "en"))
                .total();
    }
}
