package org.pinakes.harvester.pass;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pinakes.harvester.fetch.Fetcher;
import org.pinakes.harvester.ledger.Ledger;
import org.pinakes.harvester.raw.RawStore;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Provider;

/**
 * The first step: all documents of a provider, those to look at apart from those that are the same as last time under the
 * same rules.
 *
 * @param fresh to look at, in order
 * @param same the ledger's lines of those left alone
 */
record Fetching(List<Arrived> fresh, List<Ledger.Seen> same) {

    /**
     * A document and which source it is of.
     *
     * @param kept whether its bytes may be kept
     */
    record Arrived(int source, Document document, boolean kept) {}

    /**
     * Asks every source. Any failure is an {@link IOException} and means that nothing may be published.
     *
     * @param passing sources whose bytes are not kept; they are looked at each time, because they cannot be read again
     */
    static Fetching fetch(
            Provider provider,
            Map<String, Fetcher> fetchers,
            RawStore raw,
            Predicate<Provider.Source> passing,
            Optional<Ledger> ledger,
            long maxBytes)
            throws IOException {
        Map<String, Ledger.Seen> before = ledger.map(Ledger::byAddress).orElse(Map.of());
        List<Arrived> fresh = new ArrayList<>();
        List<Ledger.Seen> same = new ArrayList<>();
        for (int i = 0; i < provider.sources().size(); i++) {
            Provider.Source source = provider.sources().get(i);
            Fetcher fetcher = fetchers.get(source.kind());
            if (fetcher == null) {
                throw new InputProblem("There is no fetcher for sources of kind '" + source.kind() + "'.");
            }
            int number = i;
            boolean kept = !passing.test(source);
            fetcher.fetch(source, incoming -> {
                Optional<Ledger.Seen> seen = Optional.ofNullable(before.get(Ledger.key(number, incoming.address())));
                Document document = kept ? raw.arrived(incoming, maxBytes) : raw.passing(incoming, maxBytes);
                if (kept && Ledger.same(seen, document.sha256())) {
                    same.add(seen.orElseThrow());
                } else {
                    fresh.add(new Arrived(number, document, kept));
                }
            });
        }
        return new Fetching(fresh, same);
    }

    /**
     * The documents of the last harvest as they were kept; nobody is asked. Those whose bytes are not kept, because they are of
     * people, are left as they are until the next harvest; if one of them describes a dataset together with others, there is no
     * replay, because the record cannot be made of a part of them.
     *
     * @param sameRules looks only at what could not be read
     */
    static Fetching replay(
            Provider provider, Ledger last, RawStore raw, Predicate<Provider.Source> passing, boolean sameRules)
            throws IOException {
        if (last.documents().isEmpty()) {
            throw new IOException("there is nothing to replay, because '" + provider.id()
                    + "' was not harvested yet; harvest it without --replay first");
        }
        List<Arrived> fresh = new ArrayList<>();
        List<Ledger.Seen> same = new ArrayList<>();
        Set<String> again = new HashSet<>();
        List<Ledger.Seen> people = new ArrayList<>();
        for (Ledger.Seen seen : last.documents()) {
            if (seen.source() >= provider.sources().size()) {
                throw new IOException("the provider's file has fewer sources than at its last harvest; harvest it"
                        + " without --replay");
            }
            boolean kept = !passing.test(provider.sources().get(seen.source()));
            if (kept && (seen.broken() || !sameRules)) {
                fresh.add(kept(seen, raw));
                again.addAll(seen.records());
            } else {
                same.add(seen);
            }
            if (!kept) {
                people.add(seen);
            }
        }
        for (Ledger.Seen seen : people) {
            if (seen.records().stream().anyMatch(again::contains)) {
                throw new IOException(seen.address()
                        + " is of people, so its bytes are not kept, and it describes the same"
                        + " dataset as other documents of '" + provider.id() + "'; harvest it without --replay");
            }
        }
        return new Fetching(fresh, same);
    }

    private static Arrived kept(Ledger.Seen seen, RawStore raw) throws IOException {
        byte[] bytes = raw.read(seen.sha256());
        Document document = new Document(
                seen.address(),
                seen.mediaType(),
                seen.at(),
                seen.sha256(),
                bytes.length,
                () -> new ByteArrayInputStream(bytes));
        return new Arrived(seen.source(), document, true);
    }

    /**
     * Documents left alone that describe one of the records now described elsewhere too must be looked at with them, from
     * the raw store.
     */
    List<Arrived> alsoNeeded(Set<String> records, RawStore raw) throws IOException {
        List<Arrived> needed = new ArrayList<>();
        for (Ledger.Seen seen : List.copyOf(same)) {
            Set<String> shared = new HashSet<>(seen.records());
            shared.retainAll(records);
            if (!shared.isEmpty()) {
                needed.add(kept(seen, raw));
                same.remove(seen);
            }
        }
        return needed;
    }
}
