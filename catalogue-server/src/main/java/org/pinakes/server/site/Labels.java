package org.pinakes.server.site;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Terms;

/** Adds the labels of the concepts that a graph uses, because harvesters look for labels in the same file. */
public final class Labels {
    private static final Node PREF_LABEL = Terms.iri(Terms.SKOS + "prefLabel");
    private static final Node CONCEPT = Terms.iri(Terms.SKOS + "Concept");

    private Labels() {}

    /** Changes the graph in place. */
    public static void addTo(Graph graph, CodeLists codes) {
        graph.find().mapWith(t -> t.getObject()).filterKeep(Node::isURI).toSet().forEach(node -> codes.concept(
                        node.getURI())
                .ifPresent(c -> {
                    graph.add(node, Terms.TYPE, CONCEPT);
                    c.labels()
                            .forEach((language, label) ->
                                    graph.add(node, PREF_LABEL, NodeFactory.createLiteralLang(label, language)));
                }));
    }
}
