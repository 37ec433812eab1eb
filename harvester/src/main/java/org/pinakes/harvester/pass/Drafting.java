package org.pinakes.harvester.pass;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.pinakes.harvester.identify.Naming;
import org.pinakes.harvester.lift.Lifted;
import org.pinakes.harvester.lift.Splitter;
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

    Drafting(Rules rules, Provider provider, Naming naming) {
        this.rules = rules;
        this.provider = provider;
        this.naming = naming;
    }

    /** @param broken the document was not read to its end; what it gave earlier stays */
    record Result(List<Draft> drafts, Rest rest, List<Finding> findings, boolean broken) {}

    Result drafts(Document document, Provider.Source source) throws IOException {
        // A base of our own: no such host exists, and "//host/path" in a cell becomes a proper https IRI.
        Lifted lifted =
                rules.lifter().lift(document, provider, source, "https://pinakes.invalid/" + provider.id() + "/");
        Graph graph = rules.iriTable().normalise(lifted.graph()).graph();
        Splitter.Parts parts = Splitter.split(graph);
        List<Finding> findings = new ArrayList<>(lifted.findings());
        if (!lifted.broken() && parts.datasets().isEmpty()) {
            findings.add(noDataset(document));
        }
        Map<Node, List<SourcePointer>> pointers = lifted.pointers().stream()
                .collect(Collectors.groupingBy(p -> p.triple().getSubject()));
        List<Node> roots = List.copyOf(parts.datasets().keySet());
        List<Naming.Named> named = naming.name(parts.datasets(), lifted.mapped());
        Map<Node, Node> names = new HashMap<>();
        Map<String, Draft> drafts = new HashMap<>();
        List<Draft> inOrder = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            names.put(roots.get(i), Terms.iri(named.get(i).iri()));
            Graph described = parts.datasets().getOrDefault(roots.get(i), graph);
            Draft draft = draft(named.get(i), document, source, pointersOf(described, pointers), roots.get(i));
            Draft earlier = drafts.get(draft.iri());
            if (earlier != null) {
                inOrder.remove(earlier);
                draft = earlier.with(draft);
            }
            drafts.put(draft.iri(), draft);
            inOrder.add(draft);
        }
        return new Result(inOrder, Rest.of(document, parts.rest(), names), findings, lifted.broken());
    }

    private Draft draft(
            Naming.Named named, Document document, Provider.Source source, List<SourcePointer> pointers, Node root) {
        List<Finding> findings = new ArrayList<>(rules.values().harmonise(named.iri(), named.graph(), pointers));
        sameIdentifierTwice(named, document, pointers, root).ifPresent(findings::add);
        return new Draft(named.iri(), named.localId(), named.graph(), document, source.mapping(), pointers, findings);
    }

    private static List<SourcePointer> pointersOf(Graph described, Map<Node, List<SourcePointer>> bySubject) {
        if (bySubject.isEmpty()) {
            return List.of();
        }
        List<SourcePointer> pointers = new ArrayList<>();
        described
                .find()
                .mapWith(t -> t.getSubject())
                .toSet()
                .forEach(s -> pointers.addAll(bySubject.getOrDefault(s, List.of())));
        return pointers;
    }

    private static Optional<Finding> sameIdentifierTwice(
            Naming.Named named, Document document, List<SourcePointer> pointers, Node root) {
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
