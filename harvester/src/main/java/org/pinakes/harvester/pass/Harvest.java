package org.pinakes.harvester.pass;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.pinakes.harvester.Catalogue;
import org.pinakes.harvester.fetch.Fetcher;
import org.pinakes.harvester.identify.Naming;
import org.pinakes.harvester.ledger.Ledger;
import org.pinakes.harvester.quarantine.Quarantine;
import org.pinakes.harvester.raw.RawStore;
import org.pinakes.harvester.report.Reports;
import org.pinakes.ontology.Change;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.HarvestReport;
import org.pinakes.ontology.HarvestReport.Outcome;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Verdict;

/**
 * The one pass: fetch, lift, normalise, identify, harmonise, judge, publish. A run is staged: everything of the provider is
 * fetched and judged before the first record is published. What fails stops nothing else and deletes nothing.
 */
public final class Harvest {
    /** TDB2 copies the blocks it changes at every commit, so few large commits take far less disk than many small ones. */
    private static final int BATCH = 2_000;

    /**
     * What a run works with.
     *
     * @param rules loaded only when a document has to be looked at
     * @param rulesFingerprint what the rules' fingerprint is, without loading them
     * @param maxDocument bytes of one document, after inflation
     * @param passing sources whose documents are of people, so that their bytes are not kept
     */
    public record Setup(
            Iris iris,
            Map<String, Fetcher> fetchers,
            RawStore raw,
            Path ledgers,
            Reports reports,
            Quarantine quarantine,
            Supplier<Rules> rules,
            String rulesFingerprint,
            long maxDocument,
            Predicate<Provider.Source> passing) {}

    /**
     * @param force looks at every document again and lifts the deletion guard
     * @param dryRun publishes and remembers nothing; the report says what would be done
     */
    public record Options(boolean force, boolean dryRun) {}

    private final Setup setup;
    private final Catalogue catalogue;
    private final InstantSource clock;

    public Harvest(Setup setup, Catalogue catalogue, InstantSource clock) {
        this.setup = setup;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Harvests one provider. The report is written to disk unless it is a dry run. */
    public HarvestReport run(Provider provider, Options options, Progress progress) throws IOException {
        Instant start = clock.instant();
        Tally tally = new Tally();
        Ending ending;
        try {
            ending = harvest(provider, options, tally, progress);
        } catch (IOException e) {
            ending = new Ending(
                    Outcome.FAILED,
                    "The harvest stopped: " + e.getMessage() + ". Nothing was published or withdrawn by it; what there"
                            + " was stays.");
        }
        HarvestReport report = new HarvestReport(
                setup.reports().newId(start, provider.id()),
                provider.id(),
                start,
                clock.instant(),
                ending.outcome(),
                Optional.of(ending.reason()).filter(r -> !r.isEmpty()),
                tally.documents,
                tally.skipped,
                tally.changes(),
                tally.verdicts(),
                tally.findings(),
                tally.moreFindings(),
                tally.repairs(),
                catalogue.changeNumber());
        if (!options.dryRun()) {
            setup.reports().write(report);
        }
        return report;
    }

    private record Ending(Outcome outcome, String reason) {}

    private Ending harvest(Provider provider, Options options, Tally tally, Progress progress) throws IOException {
        progress.at("fetching " + provider.id(), 0, 0);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String fingerprint = setup.rulesFingerprint() + " " + provider + Waivers.standing(provider, today);
        tally.findings(Waivers.expired(provider, today));
        Path ledgerFile = setup.ledgers().resolve(provider.id() + ".json");
        Ledger last = Ledger.read(ledgerFile);
        boolean usable = last.rules().equals(fingerprint) && last.change() <= catalogue.changeNumber();
        Optional<Ledger> ledger = usable && !options.force() ? Optional.of(last) : Optional.empty();
        Fetching fetched =
                Fetching.fetch(provider, setup.fetchers(), setup.raw(), setup.passing(), ledger, setup.maxDocument());
        tally.documents = fetched.fresh().size() + fetched.same().size();
        tally.skipped = fetched.same().size();
        if (fetched.fresh().isEmpty()
                && ledger.isPresent()
                && last.documents().size() == fetched.same().size()) {
            fetched.same()
                    .forEach(s -> tally.count("unchanged", datasets(s.records()).size()));
            return new Ending(Outcome.COMPLETE, "");
        }
        Map<String, String> published = catalogue.published(provider.id());
        List<Ledger.Seen> seen = new ArrayList<>();
        List<Catalogue.Entry> rests = new ArrayList<>();
        List<Judged> judged =
                judge(provider, fetched, published, last, new Staging(seen, rests, today, tally, progress));
        Set<String> present = new HashSet<>();
        seen.forEach(s -> present.addAll(s.records()));
        fetched.same().forEach(s -> present.addAll(s.records()));
        // What could not be read may hold what seems to be missing.
        boolean broken = seen.stream().anyMatch(s -> s.sha256().isEmpty());
        List<String> missing = broken
                ? List.of()
                : new TreeSet<>(published.keySet())
                        .stream().filter(iri -> !present.contains(iri)).toList();
        int gone = datasets(missing).size();
        int known = datasets(published.keySet()).size();
        boolean guarded = !options.force() && gone > provider.withdrawAtMost() * known;
        List<Catalogue.Entry> entries = new ArrayList<>();
        judged.stream().filter(Judged::passesGate).forEach(j -> j.entry().ifPresent(entries::add));
        rests.stream()
                .filter(e -> !e.contentHash().equals(published.get(e.iri())))
                .forEach(entries::add);
        publish(entries, guarded ? List.of() : missing, options, tally, progress);
        if (!options.dryRun()) {
            quarantine(provider, judged, present);
            seen.addAll(fetched.same());
            new Ledger(catalogue.changeNumber(), guarded ? "" : fingerprint, seen).write(ledgerFile);
        }
        return guarded ? guarded(provider, gone, known) : new Ending(Outcome.COMPLETE, "");
    }

    private void quarantine(Provider provider, List<Judged> judged, Set<String> present) throws IOException {
        Set<String> stay = new HashSet<>(present);
        judged.forEach(j -> stay.remove(j.iri()));
        List<Catalogue.Entry> refused = judged.stream()
                .filter(j -> !j.passesGate())
                .flatMap(j -> j.entry().stream())
                .toList();
        setup.quarantine().replace(provider.id(), refused, stay);
    }

    private static Ending guarded(Provider provider, int missing, int published) {
        return new Ending(
                Outcome.GUARDED,
                missing + " of " + published + " published records are no longer listed. That is more than the "
                        + Math.round(provider.withdrawAtMost() * 100)
                        + " % that one harvest may withdraw, so none was withdrawn. If it is right, harvest with"
                        + " --force or raise 'withdraw-at-most' in the provider's file.");
    }

    /** Where the judging step leaves what later steps need. */
    private record Staging(
            List<Ledger.Seen> seen, List<Catalogue.Entry> rests, LocalDate today, Tally tally, Progress progress) {}

    private List<Judged> judge(
            Provider provider, Fetching fetched, Map<String, String> published, Ledger last, Staging staging)
            throws IOException {
        if (fetched.fresh().isEmpty()) {
            return List.of();
        }
        Rules rules = setup.rules().get();
        rules.check(provider);
        Drafting drafting =
                new Drafting(rules, provider, new Naming(setup.iris(), provider, iri -> ours(iri, provider)));
        Map<String, Draft> drafts = new LinkedHashMap<>();
        try (Workers workers = new Workers(staging.progress())) {
            List<Fetching.Arrived> arrived = fetched.fresh();
            String what = "reading " + provider.id();
            while (!arrived.isEmpty()) {
                List<Drafting.Result> results = workers.each(what, arrived, a -> {
                    if (a.kept()) {
                        setup.raw().keep(a.document());
                    }
                    return drafting.drafts(a.document(), provider.sources().get(a.source()));
                });
                for (int i = 0; i < results.size(); i++) {
                    collect(provider, arrived.get(i), results.get(i), last, drafts, staging);
                }
                arrived = fetched.alsoNeeded(drafts.keySet(), setup.raw());
            }
            leaveToOthers(provider, drafts, staging.tally());
            List<Judged> judged = workers.each(
                    "judging " + provider.id(),
                    List.copyOf(drafts.values()),
                    d -> Judged.of(
                            d, rules, provider, setup.iris(), published.getOrDefault(d.iri(), ""), staging.today()));
            judged.forEach(j -> tell(j, published, staging.tally()));
            fetched.same().forEach(s -> staging.tally()
                    .count("unchanged", datasets(s.records()).size()));
            return judged;
        }
    }

    private boolean ours(String iri, Provider provider) {
        return catalogue.holder(iri).filter(h -> isOf(h, provider)).isPresent();
    }

    private static boolean isOf(Catalogue.Holder holder, Provider provider) {
        return holder.provider().equals(provider.id())
                || provider.former().providers().contains(holder.provider());
    }

    /** A record that another provider has taken over is published from there, not from here any more. */
    private void leaveToOthers(Provider provider, Map<String, Draft> drafts, Tally tally) {
        for (Draft draft : List.copyOf(drafts.values())) {
            catalogue
                    .holder(draft.iri())
                    .filter(h -> h.published() && !isOf(h, provider))
                    .ifPresent(h -> {
                        drafts.remove(draft.iri());
                        tally.finding(takenOver(draft, h));
                    });
        }
    }

    private static Finding takenOver(Draft draft, Catalogue.Holder holder) {
        return new Finding(
                Finding.Severity.INFO,
                "identify/taken-over",
                "The provider '" + holder.provider() + "' has taken this record over; it is published from there.",
                Optional.of(draft.iri()),
                Optional.empty(),
                Optional.of(draft.localId()),
                Optional.of(Place.of(draft.document().address())));
    }

    private void rest(Provider provider, Drafting.Result result, List<String> records, Staging staging) {
        Rest rest = result.rest();
        if (!result.broken() && !rest.graph().isEmpty()) {
            String iri = rest.iri(setup.iris(), provider);
            records.add(iri);
            staging.rests().add(rest.entry(setup.iris(), provider));
            staging.tally().finding(rest.told(iri));
        }
    }

    /** Of IRIs those of datasets; the others are of documents. */
    private List<String> datasets(Collection<String> iris) {
        return iris.stream()
                .filter(iri -> setup.iris().datasetId(iri).isPresent())
                .toList();
    }

    private void collect(
            Provider provider,
            Fetching.Arrived arrived,
            Drafting.Result result,
            Ledger last,
            Map<String, Draft> drafts,
            Staging staging) {
        staging.tally().findings(result.findings());
        List<String> records =
                new ArrayList<>(result.drafts().stream().map(Draft::iri).toList());
        rest(provider, result, records, staging);
        if (result.broken()) {
            // Unreadable is not empty: its records of last time are still this document's.
            Optional.ofNullable(last.byAddress()
                            .get(Ledger.key(arrived.source(), arrived.document().address())))
                    .ifPresent(seen -> records.addAll(seen.records()));
        }
        result.drafts().forEach(d -> drafts.merge(d.iri(), d, Draft::with));
        staging.seen()
                .add(new Ledger.Seen(
                        arrived.source(),
                        arrived.document().address(),
                        // A broken document is looked at, and told, each time again.
                        result.broken() ? "" : arrived.document().sha256(),
                        arrived.document().mediaType(),
                        arrived.document().size(),
                        arrived.document().fetchedAt(),
                        records));
    }

    private static void tell(Judged judged, Map<String, String> published, Tally tally) {
        judged.verdicts().forEach(tally::verdict);
        tally.findings(judged.findings());
        if (!judged.passesGate()) {
            tally.count("quarantined", 1);
            tally.finding(quarantined(judged, published.containsKey(judged.iri())));
        } else if (judged.entry().isEmpty()) {
            tally.count("unchanged", 1);
        }
    }

    private static Finding quarantined(Judged judged, boolean hasEarlier) {
        Verdict gate =
                judged.verdicts().stream().filter(v -> !v.passes()).findFirst().orElseThrow();
        return new Finding(
                Finding.Severity.VIOLATION,
                "publish/quarantined",
                "This record is not published, because it fails the profile '" + gate.profile() + "'."
                        + (hasEarlier ? " The version that was published before stays." : ""),
                Optional.of(judged.iri()),
                Optional.empty(),
                Optional.empty(),
                judged.findings().stream()
                        .flatMap(f -> f.place().stream())
                        .findFirst()
                        .map(p -> new Place(p.document(), p.position(), "")));
    }

    private void publish(
            List<Catalogue.Entry> entries, List<String> missing, Options options, Tally tally, Progress progress) {
        if (options.dryRun()) {
            tally.count(
                    "created or updated",
                    datasets(entries.stream().map(Catalogue.Entry::iri).toList())
                            .size());
            tally.count("withdrawn", datasets(missing).size());
            return;
        }
        for (int from = 0; from < entries.size(); from += BATCH) {
            progress.at("publishing", from, entries.size());
            count(tally, catalogue.publish(entries.subList(from, Math.min(entries.size(), from + BATCH))));
        }
        for (int from = 0; from < missing.size(); from += BATCH) {
            count(tally, catalogue.withdraw(missing.subList(from, Math.min(missing.size(), from + BATCH))));
        }
        progress.at("publishing", entries.size(), entries.size());
    }

    private void count(Tally tally, List<Change> changes) {
        tally.changes(changes.stream()
                .filter(c -> setup.iris().datasetId(c.record()).isPresent())
                .toList());
    }
}
