package org.pinakes.server.home;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.Routes;
import org.pinakes.server.search.SearchIndex;
import org.pinakes.server.site.Site;

/** {@code /}: what is in here, in numbers and pictures, and where to go. */
public final class HomePage implements Feature {
    private static final int BARS = 10;
    private final Site site;
    private final Pages pages;

    public HomePage(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    /** A bar chart: the values of a facet that say something, most frequent first. */
    public record Chart(String name, String label, List<SearchIndex.Count> bars, long most) {}

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/", this::home);
    }

    private void home(Context ctx) {
        SearchIndex.Answer all = site.index().search(new SearchIndex.Request("", Map.of(), "title", 0, 0, "en"));
        List<Chart> charts = new ArrayList<>();
        for (SearchIndex.Facet facet : all.facets()) {
            if (Set.of("condition", "modality", "body-part").contains(facet.name())) {
                charts.add(chart(facet));
            }
        }
        Map<String, Object> model = new HashMap<>();
        model.put("site", site);
        model.put("total", all.total());
        model.put("subjects", site.index().subjects());
        model.put("charts", charts);
        model.put("change", all.change());
        model.put("reports", site.reports().newest(5));
        Pages.send(ctx, pages.render("home.jte", model));
    }

    /** Roots such as "Neoplasm" hold nearly everything and say nothing; they are left out where something narrower is shown. */
    private Chart chart(SearchIndex.Facet facet) {
        Set<String> parents = new HashSet<>();
        facet.counts().forEach(c -> parents.addAll(site.codes().ancestors(c.value())));
        int shallow = facet.name().equals("condition") ? 2 : 1;
        List<SearchIndex.Count> bars = facet.counts().stream()
                .filter(c -> !parents.contains(c.value())
                        || site.codes().ancestors(c.value()).size() >= shallow)
                .limit(BARS)
                .toList();
        return new Chart(
                facet.name(),
                facet.label(),
                bars,
                bars.stream().mapToLong(SearchIndex.Count::count).max().orElse(1));
    }
}
