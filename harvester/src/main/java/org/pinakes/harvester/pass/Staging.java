package org.pinakes.harvester.pass;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinakes.harvester.Catalogue;
import org.pinakes.harvester.identify.Naming;
import org.pinakes.harvester.ledger.Ledger;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Verdict;

/** The middle of one run: documents become judged records. Nothing is published here. */
final class Staging {
    private final Harvest.Setup setup;
    private final Catalogue catalogue;
    private final Provider provider;
    private final Ledger last;
    private final LocalDate today;
    private final Tally tally;
    private final Progress progress;
    private final List<Ledger.Seen> seen = new ArrayList<>();
    private final List<Catalogue.Entry> rests = new ArrayList<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    Staging(
            Harvest.Setup setup,
            Catalogue catalogue,
            Provider provider,
            Ledger last,
            LocalDate today,
            Tally tally,
            Progress progress) {
        this.setup = setup;
        this.catalogue = catalogue;
        this.provider = provider;
        this.last = last;
        this.today = today;
        this.tally = tally;
        this.progress = progress;
    }

    /** The documents that were looked at, for the ledger. */
    List<Ledger.Seen> seen() {
        return seen;
    }

    /** What the documents say outside their datasets. */
    List<Catalogue.Entry> rests() {
        return rests;
    }

    /** {@code published}: the content hash of each record of the provider that is published. */
    List<Judged> judge(Fetching fetched, Map<String, String> published) throws IOException {
        if (fetched.fresh().isEmpty()) {
            return List.of();
        }
        Rules rules = setup.rules().get();
        rules.check(provider);
        Drafting drafting = new Drafting(
                rules,
                provider,
                new Naming(setup.iris(), provider, this::ours),
                setup.iris().provider(provider.id()) + "/");
        try (Workers workers = new Workers(progress)) {
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
                    collect(arrived.get(i), results.get(i));
                }
                arrived = fetched.alsoNeeded(drafts.keySet(), setup.raw());
            }
            leaveToOthers();
            List<Judged> judged = workers.each(
                    "judging " + provider.id(),
                    List.copyOf(drafts.values()),
                    d -> Judged.of(d, rules, provider, setup.iris(), published.getOrDefault(d.iri(), ""), today));
            judged.forEach(j -> tell(j, published));
            return judged;
        }
    }

    private boolean ours(String iri) {
        return catalogue.holder(iri).filter(this::isOurs).isPresent();
    }

    private boolean isOurs(Catalogue.Holder holder) {
        return holder.provider().equals(provider.id())
                || provider.former().providers().contains(holder.provider());
    }

    private void collect(Fetching.Arrived arrived, Drafting.Result result) {
        tally.findings(result.findings());
        List<String> records =
                new ArrayList<>(result.drafts().stream().map(Draft::iri).toList());
        rest(result, records);
        if (result.broken()) {
            // Unreadable is not empty: its records of last time are still this document's.
            Optional.ofNullable(last.byAddress()
                            .get(Ledger.key(arrived.source(), arrived.document().address())))
                    .ifPresent(before -> records.addAll(before.records()));
        }
        result.drafts().forEach(d -> drafts.merge(d.iri(), d, Draft::with));
        seen.add(new Ledger.Seen(
                arrived.source(),
                arrived.document().address(),
                arrived.document().sha256(),
                result.broken(),
                arrived.document().mediaType(),
                arrived.document().size(),
                arrived.document().fetchedAt(),
                records));
    }

    private void rest(Drafting.Result result, List<String> records) {
        Rest rest = result.rest();
        if (!result.broken() && !rest.graph().isEmpty()) {
            String iri = rest.iri(setup.iris(), provider);
            records.add(iri);
            rests.add(rest.entry(setup.iris(), provider));
            tally.finding(rest.told(iri));
        }
    }

    /** A record that another provider has taken over is published from there, not from here any more. */
    private void leaveToOthers() {
        for (Draft draft : List.copyOf(drafts.values())) {
            catalogue
                    .holder(draft.iri())
                    .filter(h -> h.published() && !isOurs(h))
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

    private void tell(Judged judged, Map<String, String> published) {
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
}
