package org.pinakes.server.sparql;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pinakes.ontology.Terms;

/** SPARQL 1.1 Service Description of the endpoint. */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private ServiceDescription() {}

    static Graph of(String endpoint) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node service = Terms.iri(endpoint);
        Node dataset = NodeFactory.createBlankNode();
        graph.add(service, Terms.TYPE, Terms.iri(SD + "Service"));
        graph.add(service, Terms.iri(SD + "endpoint"), service);
        graph.add(service, Terms.iri(SD + "supportedLanguage"), Terms.iri(SD + "SPARQL11Query"));
        graph.add(service, Terms.iri(SD + "feature"), Terms.iri(SD + "UnionDefaultGraph"));
        for (String format : List.of(
                "SPARQL_Results_JSON",
                "SPARQL_Results_XML",
                "SPARQL_Results_CSV",
                "SPARQL_Results_TSV",
                "Turtle",
                "RDF_XML",
                "JSON-LD",
                "N-Triples")) {
            graph.add(service, Terms.iri(SD + "resultFormat"), Terms.iri(FORMATS + format));
        }
        graph.add(service, Terms.iri(SD + "defaultDataset"), dataset);
        graph.add(dataset, Terms.TYPE, Terms.iri(SD + "Dataset"));
        return graph;
    }
}
