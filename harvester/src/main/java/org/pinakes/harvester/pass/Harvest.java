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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.pinakes.harvester.Catalogue;
import org.pinakes.harvester.fetch.Fetcher;
import org.pinakes.harvester.ledger.Ledger;
import org.pinakes.harvester.quarantine.Quarantine;
import org.pinakes.harvester.raw.RawStore;
import org.pinakes.harvester.report.Reports;
import org.pinakes.ontology.Change;
import org.pinakes.ontology.HarvestReport;
import org.pinakes.ontology.HarvestReport.Outcome;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Provider;

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
     * @param replay asks no provider and reads the kept documents of the last harvest instead
     */
    public record Options(boolean force, boolean dryRun, boolean replay) {}

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
        Fetching fetched = options.replay()
                ? Fetching.replay(provider, last, setup.raw(), setup.passing(), ledger.isPresent())
                : Fetching.fetch(provider, setup.fetchers(), setup.raw(), setup.passing(), ledger, setup.maxDocument());
        tally.documents = fetched.fresh().size() + fetched.same().size();
        tally.skipped = fetched.same().size();
        if (fetched.fresh().isEmpty()
                && ledger.isPresent()
                && last.documents().size() == fetched.same().size()) {
            unchanged(fetched, tally);
            return new Ending(Outcome.COMPLETE, "");
        }
        Map<String, String> published = catalogue.published(provider.id());
        Staging staging = new Staging(setup, catalogue, provider, last, today, tally, progress);
        List<Judged> judged = staging.judge(fetched, published);
        unchanged(fetched, tally);
        List<Ledger.Seen> seen = new ArrayList<>(staging.seen());
        seen.addAll(fetched.same());
        Set<String> present = new HashSet<>();
        seen.forEach(s -> present.addAll(s.records()));
        List<String> missing = missing(staging.seen(), published, present);
        int gone = datasets(missing).size();
        int known = datasets(published.keySet()).size();
        boolean guarded = !options.force() && gone > provider.withdrawAtMost() * known;
        List<Catalogue.Entry> entries = new ArrayList<>();
        judged.stream().filter(Judged::passesGate).forEach(j -> j.entry().ifPresent(entries::add));
        staging.rests().stream()
                .filter(e -> !e.contentHash().equals(published.get(e.iri())))
                .forEach(entries::add);
        publish(entries, guarded ? List.of() : missing, options, tally, progress);
        if (!options.dryRun()) {
            quarantine(provider, judged, present);
            new Ledger(catalogue.changeNumber(), guarded ? "" : fingerprint, seen).write(ledgerFile);
        }
        return guarded ? guarded(provider, gone, known) : new Ending(Outcome.COMPLETE, "");
    }

    private void unchanged(Fetching fetched, Tally tally) {
        fetched.same()
                .forEach(s -> tally.count("unchanged", datasets(s.records()).size()));
    }

    /** What was published and is in no document any more. What could not be read may hold what seems to be missing. */
    private static List<String> missing(List<Ledger.Seen> seen, Map<String, String> published, Set<String> present) {
        return seen.stream().anyMatch(Ledger.Seen::broken)
                ? List.of()
                : new TreeSet<>(published.keySet())
                        .stream().filter(iri -> !present.contains(iri)).toList();
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

    /** Of IRIs those of datasets; the others are of documents. */
    private List<String> datasets(Collection<String> iris) {
        return iris.stream()
                .filter(iri -> setup.iris().datasetId(iri).isPresent())
                .toList();
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
