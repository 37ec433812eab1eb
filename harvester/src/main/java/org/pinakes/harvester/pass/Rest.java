package org.pinakes.harvester.pass;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pinakes.harvester.Catalogue;
import org.pinakes.ontology.CanonicalGraph;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Origin;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Provider;

/**
 * What a document says besides its datasets: of its catalogue, of series and services. It is kept in the graph that bears
 * the document's IRI, so that nothing a provider said is lost.
 *
 * @param graph datasets in it have their permanent names
 */
record Rest(Document document, Graph graph, Normalised normalised) {

    static Rest of(Document document, Graph statements, Normalised normalised, Map<Node, Node> names) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        statements
                .find()
                .forEachRemaining(t -> graph.add(Triple.create(
                        t.getSubject(), t.getPredicate(), names.getOrDefault(t.getObject(), t.getObject()))));
        return new Rest(document, graph, normalised);
    }

    String iri(Iris iris, Provider provider) {
        return iris.document(provider.id(), document.address());
    }

    Catalogue.Entry entry(Iris iris, Provider provider) {
        String iri = iri(iris, provider);
        CanonicalGraph canonical = CanonicalGraph.of(graph, iri);
        Origin origin = new Origin(
                provider.id(),
                document.address(),
                document.address(),
                document.sha256(),
                document.fetchedAt(),
                Optional.empty(),
                List.of());
        return new Catalogue.Entry(
                iri,
                provider.id(),
                canonical.sha256(),
                canonical.graph(),
                Provenance.of(iris, iri, origin, List.of(), normalised, canonical.labels()));
    }

    Finding told(String iri) {
        return Finding.at(
                Place.of(document.address()),
                Finding.Severity.INFO,
                "lift/not-in-a-dataset",
                graph.size() + " statements belong to no dcat:Dataset of this document; they are kept in the graph <"
                        + iri + ">.",
                "");
    }
}
