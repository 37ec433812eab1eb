package org.pinakes.server.harvests;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.HarvestReport;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.Respond;
import org.pinakes.server.http.Routes;
import org.pinakes.server.site.Site;
import tools.jackson.databind.json.JsonMapper;

/** {@code /harvests}: the runs; {@code /harvests/{id}}: what one of them found, grouped by rule. */
public final class HarvestPages implements Feature {
    private static final int RUNS = 200;
    private final Site site;
    private final Pages pages;

    public HarvestPages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    /** The findings of one rule, the worst rules first. */
    public record Group(Finding.Severity severity, String rule, String message, List<Finding> findings) {}

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/harvests", this::runs);
        Routes.get(config, "/harvests/{id}", this::report);
    }

    private void runs(Context ctx) {
        List<HarvestReport> reports = site.reports().newest(RUNS);
        if (json(ctx)) {
            send(ctx, reports.stream().map(HarvestPages::summary).toList());
        } else {
            Pages.send(ctx, pages.render("harvests.jte", Map.of("reports", reports, "site", site)));
        }
    }

    private void report(Context ctx) {
        String id = ctx.pathParam("id");
        HarvestReport report = site.reports()
                .report(id)
                .orElseThrow(() -> new ProblemException(
                        404, "not-found", "There is no such report", "No harvest has the name '" + id + "'."));
        if (json(ctx)) {
            send(ctx, report);
            return;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("report", report);
        model.put("groups", groups(report));
        model.put("site", site);
        model.put("earlier", earlier(report).map(HarvestReport::id).orElse(""));
        Pages.send(ctx, pages.render("harvest.jte", model));
    }

    /** The last run that looked at documents which this one left alone. */
    private Optional<HarvestReport> earlier(HarvestReport report) {
        return site.reports().newest(RUNS).stream()
                .filter(r -> r.provider().equals(report.provider()))
                .filter(r -> r.id().compareTo(report.id()) < 0 && r.skipped() < r.documents())
                .findFirst();
    }

    private static List<Group> groups(HarvestReport report) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        report.findings().forEach(f -> byRule.computeIfAbsent(f.severity() + " " + f.rule(), k -> new ArrayList<>())
                .add(f));
        List<Group> groups = new ArrayList<>();
        byRule.values().forEach(findings -> {
            Finding first = findings.getFirst();
            boolean same = findings.stream().allMatch(f -> f.message().equals(first.message()));
            groups.add(new Group(first.severity(), first.rule(), same ? first.message() : "", findings));
        });
        groups.sort((a, b) -> a.severity() != b.severity()
                ? a.severity().compareTo(b.severity())
                : Integer.compare(b.findings().size(), a.findings().size()));
        return groups;
    }

    private static Map<String, Object> summary(HarvestReport r) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", r.id());
        json.put("provider", r.provider());
        json.put("startedAt", r.startedAt().toString());
        json.put("endedAt", r.endedAt().toString());
        json.put("outcome", r.outcome());
        json.put("documents", r.documents());
        json.put("skipped", r.skipped());
        json.put("changes", r.changes());
        json.put("findings", r.findings().size() + r.moreFindings());
        return json;
    }

    private static boolean json(Context ctx) {
        return Respond.wanted(ctx, Optional.ofNullable(ctx.queryParam("format")), true) instanceof Respond.Wanted.Json;
    }

    private static void send(Context ctx, Object body) {
        ctx.result(JsonMapper.shared().writeValueAsString(body));
        ctx.contentType("application/json");
    }
}
