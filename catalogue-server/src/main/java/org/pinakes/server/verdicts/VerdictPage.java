package org.pinakes.server.verdicts;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.pinakes.harvester.validate.Judgement;
import org.pinakes.harvester.validate.Report;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Standing;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.Verdict;
import org.pinakes.ontology.Waiver;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.Respond;
import org.pinakes.server.http.Routes;
import org.pinakes.server.report.ReportFormat;
import org.pinakes.server.site.Site;
import org.pinakes.server.store.KnowledgeGraph;

/**
 * {@code /datasets/{id}/verdict}: the outcomes as they are kept with the record, and the findings behind them, told anew in the
 * reader's language. With {@code profile} any other profile is asked too.
 */
public final class VerdictPage implements Feature {
    private static final Node BROKEN_RULE = Terms.iri(Terms.PIN + "brokenRule");
    private static final Node PROFILE = Terms.iri(Terms.PIN + "profile");
    private static final int COUNTED = 10_000;
    private final Site site;
    private final Pages pages;

    public VerdictPage(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/datasets/{id}/verdict", this::verdict);
    }

    private void verdict(Context ctx) {
        String id = ctx.pathParam("id");
        String iri = site.iris().datasetOfId(id);
        if (!(site.store().state(iri) instanceof KnowledgeGraph.State.Published record)) {
            throw new ProblemException(
                    404, "not-found", "There is no such dataset", "No published dataset has the id '" + id + "'.");
        }
        ReportFormat format = ReportFormat.wanted(ctx, Optional.ofNullable(ctx.queryParam("format")));
        String language = ReportFormat.language(ctx, Optional.ofNullable(ctx.queryParam("language")));
        List<Standing> standings = Standing.of(record.provenance(), iri);
        List<String> names = new ArrayList<>(ctx.queryParams("profile"));
        if (names.isEmpty()) {
            standings.forEach(s -> names.add(s.profile()));
        }
        // What is judged by comes from files that are read once, so the catalogue's state and the question are all that
        // counts.
        if (Respond.unchanged(ctx, site.store().changeNumber() + "-" + (language + names + format).hashCode())) {
            return;
        }
        List<Judgement> judgements = new ArrayList<>();
        for (Profile profile : site.validation().profiles(names)) {
            judgements.add(judgement(iri, record, profile, language));
        }
        Report report = site.validation().report(judgements, Optional.of(record.number()), language);
        if (!(format instanceof ReportFormat.Page)) {
            ReportFormat.send(ctx, format, report, id);
            return;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("id", id);
        model.put("title", judgements.isEmpty() ? id : judgements.getFirst().name());
        model.put("standings", standings);
        model.put("report", report);
        model.put("shared", shared(report));
        Pages.send(ctx, pages.render("verdict.jte", model));
    }

    private Judgement judgement(String iri, KnowledgeGraph.State.Published record, Profile profile, String language) {
        SourceCells cells = new SourceCells(record.provenance(), iri);
        Verdict told = site.validation()
                .judge()
                .in(language)
                .judge(profile.name(), site.validation().view(profile.name(), record.graph(), iri), iri);
        List<Finding> placed =
                told.findings().stream().map(f -> f.at(cells.of(f))).toList();
        LocalDate today = LocalDate.ofInstant(site.validation().now(), ZoneOffset.UTC);
        Verdict verdict = Verdict.of(profile.name(), placed).waived(waivers(record, iri), today);
        return new Judgement("", iri, title(record, iri), profile, verdict);
    }

    private List<Waiver> waivers(KnowledgeGraph.State.Published record, String iri) {
        return record.provenance().find(Terms.iri(iri), Terms.PROVIDER, Node.ANY).toList().stream()
                .flatMap(t -> site.provider(t.getObject().getLiteralLexicalForm()).stream())
                .flatMap(p -> p.waivers().stream())
                .toList();
    }

    private static String title(KnowledgeGraph.State.Published record, String iri) {
        return record.graph().find(Terms.iri(iri), Terms.TITLE, Node.ANY).toList().stream()
                .map(t -> t.getObject())
                .filter(Node::isLiteral)
                .min((a, b) -> Boolean.compare(
                        !a.getLiteralLanguage().startsWith("en"),
                        !b.getLiteralLanguage().startsWith("en")))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    /** By profile and rule, how many records of the catalogue break the rule. */
    private Map<String, Long> shared(Report report) {
        return site.store().read(() -> {
            Map<String, Long> shared = new HashMap<>();
            for (Profile profile : report.profiles()) {
                for (Report.Group group : report.groups(profile)) {
                    if (group.first().counts()) {
                        shared.put(profile.name() + " " + group.rule(), breaking(profile.name(), group.rule()));
                    }
                }
            }
            return shared;
        });
    }

    private long breaking(String profile, String rule) {
        DatasetGraph all = site.store().dataset();
        Node name = NodeFactory.createLiteralString(profile);
        return all.stream(Node.ANY, Node.ANY, BROKEN_RULE, NodeFactory.createLiteralString(rule))
                .limit(COUNTED)
                .filter(q -> all.contains(q.getGraph(), q.getSubject(), PROFILE, name))
                .count();
    }
}
