package org.pinakes.server.validate;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.pinakes.harvester.validate.Judgement;
import org.pinakes.harvester.validate.Report;
import org.pinakes.harvester.validate.Validation;
import org.pinakes.ontology.InputProblem;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.Problem;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.Routes;
import org.pinakes.server.report.ReportFormat;
import org.pinakes.server.site.Site;

/** {@code GET /validate}: the form; {@code POST /validate}: judges what is sent, by any profiles. */
public final class ValidatePage implements Feature {
    private static final int MOST_STATEMENTS = 500_000;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2;
    private static final int MOST_PROFILES = 5;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Site site;
    private final Pages pages;

    public ValidatePage(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/validate", ctx -> {
            List<String> chosen = ctx.queryParams("profile");
            Pages.send(ctx, form("", chosen.isEmpty() ? List.of("dcat-ap-3") : chosen, ""));
        });
        config.routes.post("/validate", this::validate);
    }

    private void validate(Context ctx) throws IOException {
        Submission sent = Submission.of(ctx);
        ReportFormat format = ReportFormat.wanted(ctx, sent.format());
        ctx.header("Cache-Control", "no-store");
        try {
            Report report = judged(sent, ReportFormat.language(ctx, sent.language()));
            if (format instanceof ReportFormat.Page) {
                Pages.send(ctx, page(report, sent));
            } else {
                ReportFormat.send(ctx, format, report, "report");
            }
        } catch (InputProblem e) {
            String message = String.valueOf(e.getMessage());
            if (format instanceof ReportFormat.Page) {
                ctx.status(400);
                Pages.send(ctx, form(sent.text(), sent.profiles(), message));
            } else {
                new Problem(400, "bad-request", "This cannot be judged", message).json(ctx);
            }
        }
    }

    private Report judged(Submission sent, String language) throws IOException {
        Validation validation = site.validation();
        if (sent.profiles().isEmpty() || sent.profiles().size() > MOST_PROFILES) {
            throw new InputProblem("Name 1 to " + MOST_PROFILES + " profiles (parameter 'profile'); there are: "
                    + String.join(
                            ", ",
                            validation.profiles().stream().map(p -> p.name()).toList()) + ".");
        }
        Validation.Asked asked =
                new Validation.Asked(validation.profiles(sent.profiles()), language, sent.views(), LONGEST);
        begin();
        try {
            List<Judgement> judgements = validation.judge(sent.incoming(), MOST_STATEMENTS, asked);
            return validation.report(judgements, Optional.of(site.store().changeNumber()), language);
        } finally {
            places.release();
        }
    }

    private void begin() {
        try {
            if (places.tryAcquire(5, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(503, "busy", "Too many are judged at this moment", "Try again in a few seconds.");
    }

    private String form(String text, List<String> chosen, String problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("profiles", site.validation().profiles());
        model.put("chosen", chosen);
        model.put("text", text);
        model.put("problem", problem);
        return pages.render("validate.jte", model);
    }

    private String page(Report report, Submission sent) {
        Map<String, Object> model = new HashMap<>();
        model.put("report", report);
        model.put("name", sent.name());
        model.put("profiles", site.validation().profiles());
        model.put("chosen", sent.profiles());
        model.put("text", sent.text());
        return pages.render("validated.jte", model);
    }
}
