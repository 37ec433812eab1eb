package org.pinakes.harvester.pass;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.pinakes.harvester.identify.Naming;
import org.pinakes.harvester.lift.Lifted;
import org.pinakes.harvester.lift.Splitter;
import org.pinakes.mappings.iris.IriTable;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.SourcePointer;
import org.pinakes.ontology.Terms;

/** The pure middle of the pass: document to drafts by lift, normalise, identify, harmonise. Safe for many threads. */
final class Drafting {
    private final Rules rules;
    private final Provider provider;
    private final Naming naming;
    private final String base;

    /** @param base of relative IRIs: an address of ours, so that what a mapping or a provider names without a host can be asked for */
    Drafting(Rules rules, Provider provider, Naming naming, String base) {
        this.rules = rules;
        this.provider = provider;
        this.naming = naming;
        this.base = base;
    }

    /** @param broken the document was not read to its end; what it gave earlier stays */
    record Result(List<Draft> drafts, Rest rest, List<Finding> findings, boolean broken) {}

    Result drafts(Document document, Provider.Source source) throws IOException {
        Lifted lifted = rules.lifter().lift(document, provider, source, base);
        IriTable.Normalised table = rules.iriTable().normalise(lifted.graph());
        Splitter.Parts parts = Splitter.split(table.graph());
        List<Finding> findings = new ArrayList<>(lifted.findings());
        if (!lifted.broken() && parts.datasets().isEmpty()) {
            findings.add(noDataset(document));
        }
        Map<Node, List<SourcePointer>> pointers = bySubject(lifted.pointers(), table.changed());
        Map<Node, Normalised> normalised = new HashMap<>();
        parts.datasets()
                .forEach((root, graph) ->
                        normalised.put(root, Normalised.of(graph, table.changed(), rules.migrations())));
        List<Node> roots = List.copyOf(parts.datasets().keySet());
        List<Naming.Named> named = naming.name(parts.datasets(), lifted.mapped(), asGiven(roots, table.changed()));
        Map<Node, Node> names = new HashMap<>();
        for (int i = 0; i < named.size(); i++) {
            names.put(roots.get(i), Terms.iri(named.get(i).iri()));
        }
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (int i = 0; i < named.size(); i++) {
            Node root = roots.get(i);
            List<SourcePointer> own = pointersOf(parts.datasets().getOrDefault(root, table.graph()), pointers, names);
            Normalised changes = Objects.requireNonNull(normalised.get(root)).named(names);
            Draft draft = draft(named.get(i), document, source, own, changes);
            drafts.merge(draft.iri(), draft, Draft::with);
        }
        Normalised restChanges =
                Normalised.of(parts.rest(), table.changed(), rules.migrations()).named(names);
        restChanges.findings().forEach(f -> findings.add(placed(f, document, "")));
        Rest rest = Rest.of(document, parts.rest(), restChanges, names);
        return new Result(List.copyOf(drafts.values()), rest, findings, lifted.broken());
    }

    /** What the datasets' IRIs were before the IRI table. */
    private static Map<Node, Node> asGiven(List<Node> roots, Map<Node, Node> changed) {
        Map<Node, Node> given = new HashMap<>();
        Set<Node> wanted = Set.copyOf(roots);
        changed.forEach((was, is) -> {
            if (wanted.contains(is)) {
                given.merge(is, was, (a, b) -> a.toString().compareTo(b.toString()) < 0 ? a : b);
            }
        });
        return given;
    }

    private Draft draft(
            Naming.Named named,
            Document document,
            Provider.Source source,
            List<SourcePointer> pointers,
            Normalised normalised) {
        List<Finding> findings = new ArrayList<>(rules.values().harmonise(named.iri(), named.graph(), pointers));
        normalised.findings().forEach(f -> findings.add(placed(f, document, named.iri())));
        sameIdentifierTwice(named, document, pointers).ifPresent(findings::add);
        return new Draft(
                named.iri(),
                named.localId(),
                named.graph(),
                document,
                source.mapping(),
                pointers,
                normalised,
                findings);
    }

    /** The rules know no places; the record is what a finding about one of its nodes is about. */
    private static Finding placed(Finding f, Document document, String iri) {
        return new Finding(
                f.severity(),
                f.rule(),
                f.message(),
                iri.isEmpty() ? f.focus() : Optional.of(iri),
                f.path(),
                f.value(),
                Optional.of(Place.of(document.address())));
    }

    private static Map<Node, List<SourcePointer>> bySubject(List<SourcePointer> pointers, Map<Node, Node> changed) {
        return pointers.stream()
                .map(p -> changed.isEmpty() ? p : with(p, changed))
                .collect(Collectors.groupingBy(p -> p.triple().getSubject()));
    }

    private static SourcePointer with(SourcePointer p, Map<Node, Node> names) {
        return new SourcePointer(IriTable.replaced(p.triple(), names), p.place(), p.raw(), p.triplesMap());
    }

    private static List<SourcePointer> pointersOf(
            Graph described, Map<Node, List<SourcePointer>> bySubject, Map<Node, Node> names) {
        if (bySubject.isEmpty()) {
            return List.of();
        }
        List<SourcePointer> pointers = new ArrayList<>();
        described.find().mapWith(t -> t.getSubject()).toSet().forEach(s -> bySubject
                .getOrDefault(s, List.of())
                .forEach(p -> pointers.add(with(p, names))));
        return pointers;
    }

    private static Optional<Finding> sameIdentifierTwice(
            Naming.Named named, Document document, List<SourcePointer> pointers) {
        Node root = Terms.iri(named.iri());
        TreeSet<String> positions = pointers.stream()
                .filter(p -> p.triple().getSubject().equals(root)
                        && p.triple().getPredicate().equals(Terms.IDENTIFIER))
                .map(p -> p.place().position())
                .collect(Collectors.toCollection(TreeSet::new));
        if (positions.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Finding.Severity.WARNING,
                "identify/identifier-twice",
                "The identifier '" + named.localId() + "' stands in " + String.join(" and ", positions)
                        + "; their values were put together into one record. Give each dataset its own identifier.",
                Optional.of(named.iri()),
                Optional.of(Terms.IDENTIFIER.getURI()),
                Optional.of(named.localId()),
                Optional.of(new Place(document.address(), positions.last(), ""))));
    }

    private static Finding noDataset(Document document) {
        return Finding.at(
                Place.of(document.address()),
                Finding.Severity.WARNING,
                "lift/no-dataset",
                "The document describes no dcat:Dataset, so it gives no record.",
                "");
    }
}
