package org.pinakes.harvester.pass;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
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

    /**
     * @param published the content hash of what is published under the IRI, or empty
     * @param today decides which waivers count
     */
    static Judged of(Draft draft, Rules rules, Provider provider, Iris iris, String published, LocalDate today) {
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
        List<Verdict> verdicts = rules.judge(provider, record.iri(), record.graph(), today);
        List<Finding> findings = new ArrayList<>(draft.findings());
        verdicts.forEach(v -> v.findings().forEach(f -> findings.add(placed(f, draft))));
        boolean passes = rules.passesGate(verdicts);
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
            text.append('\n').append(v.profile()).append(' ').append(v.outcome());
            Provenance.brokenRules(v).forEach(r -> text.append(' ').append(r));
            text.append(' ').append(v.findings().size());
            text.append(v instanceof Verdict.Waived w ? w.reason() : "");
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the value stands; of a missing one, where its subject or else the record begins; of RDF, the subject. */
    private static Finding placed(Finding f, Draft draft) {
        Finding told = f.with(f.detail().forPeople());
        if (f.place().isPresent()) {
            return told;
        }
        List<SourcePointer> own = draft.pointers().stream()
                .filter(p ->
                        f.path().equals(Optional.of(p.triple().getPredicate().getURI())))
                .toList();
        List<SourcePointer> about = draft.pointers().stream()
                .filter(p ->
                        f.focus().equals(Optional.of(p.triple().getSubject().toString())))
                .toList();
        return told.at(own.stream()
                .filter(p -> f.value().filter(v -> says(p, v)).isPresent())
                .findFirst()
                .or(() -> own.stream().findFirst())
                .map(SourcePointer::place)
                .or(() -> Stream.concat(about.stream(), draft.pointers().stream())
                        .findFirst()
                        .map(p -> new Place(p.place().document(), p.place().position(), "")))
                .orElseGet(() -> new Place(draft.document().address(), "dataset " + draft.localId(), "")));
    }

    private static boolean says(SourcePointer pointer, String value) {
        Node object = pointer.triple().getObject();
        String text = object.isLiteral() ? object.getLiteralLexicalForm() : object.toString();
        return value.startsWith(text) || value.equals(pointer.raw());
    }
}
