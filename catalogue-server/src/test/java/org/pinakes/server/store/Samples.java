package org.pinakes.server.store;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.pinakes.harvester.Catalogue;
import org.pinakes.ontology.CanonicalGraph;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Terms;

/** Small records whose whole content follows from their name and version, so that half a record is found out. */
final class Samples {
    static final Iris IRIS = new Iris("https://cat.example/");
    private static final int STATEMENTS = 8;

    private Samples() {}

    static String iri(int n) {
        return IRIS.dataset("p", "r" + n);
    }

    static Catalogue.Entry entry(int n, int version) {
        return new Catalogue.Entry(iri(n), "p", "hash-" + n + "-" + version, graph(n, version), provenance(n, "doc"));
    }

    static Graph graph(int n, int version) {
        Graph g = GraphMemFactory.createDefaultGraph();
        var s = Terms.iri(iri(n));
        var blank = NodeFactory.createBlankNode();
        g.add(s, Terms.TYPE, Terms.DATASET);
        g.add(s, Terms.TITLE, NodeFactory.createLiteralString("Title " + n + " version " + version));
        g.add(s, Terms.OTHER_IDENTIFIER, blank);
        g.add(blank, Terms.NOTATION, NodeFactory.createLiteralString("x" + n + "." + version));
        for (int i = 0; i < STATEMENTS; i++) {
            String text = UUID.nameUUIDFromBytes((n + " " + version + " " + i).getBytes(StandardCharsets.UTF_8))
                    .toString();
            g.add(s, Terms.DESCRIPTION, NodeFactory.createLiteralString(text));
        }
        return CanonicalGraph.of(g, iri(n)).graph();
    }

    static Graph provenance(int n, String document) {
        Graph g = GraphMemFactory.createDefaultGraph();
        g.add(
                Terms.iri(iri(n)),
                Terms.iri(Terms.PROV + "hadPrimarySource"),
                Terms.iri("https://p.example/" + document));
        return g;
    }
}
