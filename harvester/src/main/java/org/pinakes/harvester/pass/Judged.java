package org.pinakes.harvester.pass;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.pinakes.harvester.Catalogue;
import org.pinakes.ontology.CanonicalGraph;
import org.pinakes.ontology.CatalogueRecord;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Origin;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.SourcePointer;
import org.pinakes.ontology.Verdict;

/**
 * A record with its verdicts.
 *
 * @param entry what to publish, or to quarantine when the gate refuses it; empty when it is what is published already
 * @param findings of all steps, with their places where these are known
 */
record Judged(
        String iri,
        boolean passesGate,
        Optional<Catalogue.Entry> entry,
        List<Verdict> verdicts,
        List<Finding> findings) {

    /** @param published the content hash of what is published under the IRI, or empty */
    static Judged of(Draft draft, Rules rules, Provider provider, Iris iris, String published) {
        CanonicalGraph canonical = CanonicalGraph.of(draft.graph(), draft.iri());
        Origin origin = new Origin(
                provider.id(),
                draft.localId(),
                draft.document().address(),
                draft.document().sha256(),
                draft.document().fetchedAt(),
                draft.mapping(),
                draft.pointers());
        CatalogueRecord record = new CatalogueRecord(draft.iri(), canonical.graph(), canonical.sha256(), origin);
        List<Verdict> verdicts = rules.judge(provider, record.iri(), record.graph());
        List<Finding> findings = new ArrayList<>(draft.findings());
        verdicts.forEach(v -> v.findings().forEach(f -> findings.add(placed(f, draft))));
        boolean passes = verdicts.getFirst().passes();
        String hash = hash(record, verdicts, draft.normalised());
        Optional<Catalogue.Entry> entry = !hash.equals(published)
                ? Optional.of(new Catalogue.Entry(
                        record.iri(),
                        provider.id(),
                        hash,
                        record.graph(),
                        Provenance.of(iris, record.iri(), origin, verdicts, draft.normalised(), canonical.labels())))
                : Optional.empty();
        return new Judged(record.iri(), passes, entry, verdicts, findings);
    }

    /** Of all that is published and can change; fetch times, document hashes and row numbers alone change nothing. */
    private static String hash(CatalogueRecord record, List<Verdict> verdicts, Normalised normalised) {
        StringBuilder text = new StringBuilder(record.contentHash());
        text.append('\n').append(record.origin().provider());
        text.append('\n').append(record.origin().address());
        text.append('\n').append(record.origin().localId());
        text.append('\n').append(record.origin().mapping().orElse(""));
        text.append('\n').append(normalised.replaced().size());
        normalised.kept().forEach(k -> text.append(' ').append(k.rule()));
        for (Verdict v : verdicts) {
            text.append('\n').append(v.profile()).append(' ').append(Provenance.outcome(v));
            text.append(' ').append(v.findings().size());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the value stands; of a missing one, where the record begins. */
    private static Finding placed(Finding f, Draft draft) {
        if (f.place().isPresent()) {
            return f;
        }
        Place place = draft.pointers().stream()
                .filter(p ->
                        f.path().equals(Optional.of(p.triple().getPredicate().getURI())))
                .map(SourcePointer::place)
                .findFirst()
                .or(() -> draft.pointers().stream()
                        .map(p -> new Place(p.place().document(), p.place().position(), ""))
                        .findFirst())
                .orElseGet(() -> Place.of(draft.document().address()));
        return new Finding(f.severity(), f.rule(), f.message(), f.focus(), f.path(), f.value(), Optional.of(place));
    }
}
