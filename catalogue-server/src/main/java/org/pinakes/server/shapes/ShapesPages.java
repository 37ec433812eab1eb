package org.pinakes.server.shapes;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Profile;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.RdfFormat;
import org.pinakes.server.http.Respond;
import org.pinakes.server.http.Routes;
import org.pinakes.server.report.ReportFormat;
import org.pinakes.server.site.Site;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Rule;
import tools.jackson.databind.json.JsonMapper;

/** {@code /shapes}: the profiles; {@code /shapes/{profile}}: its rules with sentence, source and example, or its Turtle. */
public final class ShapesPages implements Feature {
    private final Site site;
    private final Pages pages;
    private final DataFiles files;

    public ShapesPages(Site site, Pages pages, DataFiles files) {
        this.site = site;
        this.pages = pages;
        this.files = files;
    }

    /** The rules of one file. */
    public record Topic(String file, List<Rule> rules) {}

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/shapes", this::all);
        Routes.get(config, "/shapes/{profile}", this::profile);
    }

    private void all(Context ctx) {
        List<Profile> profiles = site.validation().profiles();
        if (Respond.wanted(ctx, Optional.ofNullable(ctx.queryParam("format")), true) instanceof Respond.Wanted.Json) {
            json(ctx, profiles.stream().map(ShapesPages::summary).toList());
        } else {
            Map<String, Integer> rules = new HashMap<>();
            profiles.forEach(p -> rules.put(
                    p.name(), site.validation().judge().rules(p.name()).size()));
            Pages.send(ctx, pages.render("shapes.jte", Map.of("profiles", profiles, "rules", rules)));
        }
    }

    private void profile(Context ctx) {
        String path = ctx.pathParam("profile");
        int dot = path.lastIndexOf('.');
        // Names may hold dots themselves, so only a known extension is one.
        Optional<String> extension = Optional.of(path.substring(dot + 1))
                .filter(e -> dot > 0
                        && (e.equals("html")
                                || e.equals("json")
                                || RdfFormat.ofExtension(e).isPresent()));
        String name = extension.isPresent() ? path.substring(0, dot) : path;
        Profile profile = site.validation().profiles().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        404,
                        "not-found",
                        "There is no such profile",
                        "There is no profile '" + name + "'; there are "
                                + String.join(
                                                ",",
                                                site.validation().profiles().stream()
                                                        .map(p -> " " + p.name())
                                                        .toList())
                                        .strip()
                                + "."));
        Judge judge = site.validation()
                .judge()
                .in(ReportFormat.language(ctx, Optional.ofNullable(ctx.queryParam("language"))));
        switch (Respond.wanted(ctx, extension, true)) {
            case Respond.Wanted.Rdf rdf -> Respond.rdf(ctx, rdf.format(), judge.shapesGraph(name), name);
            case Respond.Wanted.Json j -> {
                Map<String, Object> body = summary(profile);
                body.put("rules", judge.rules(name));
                json(ctx, body);
            }
            case Respond.Wanted.Page p -> page(ctx, profile, judge.rules(name));
        }
    }

    private void page(Context ctx, Profile profile, List<Rule> rules) {
        Map<String, List<Rule>> byFile = new LinkedHashMap<>();
        rules.forEach(
                r -> byFile.computeIfAbsent(r.file(), f -> new ArrayList<>()).add(r));
        Map<String, Object> model = new HashMap<>();
        model.put("profile", profile);
        model.put(
                "topics",
                byFile.entrySet().stream()
                        .map(e -> new Topic(e.getKey(), e.getValue()))
                        .toList());
        model.put("examples", Examples.of(files, profile.name()));
        Pages.send(ctx, pages.render("profile.jte", model));
    }

    private static Map<String, Object> summary(Profile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile", profile.name());
        json.put("title", profile.title());
        json.put("release", profile.release());
        json.put("view", profile.view().orElse(""));
        return json;
    }

    private static void json(Context ctx, Object body) {
        ctx.result(JsonMapper.shared().writeValueAsString(body));
        ctx.contentType("application/json");
    }
}
