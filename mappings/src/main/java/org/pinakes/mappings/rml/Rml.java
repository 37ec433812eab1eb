package org.pinakes.mappings.rml;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pinakes.ontology.Terms;

/** The vocabulary of mappings: RML, and the one term that is ours. */
public final class Rml {
    static final String NS = "http://w3id.org/rml/";
    static final String CSVW = "http://www.w3.org/ns/csvw#";

    /** What relative IRIs of a mapping file are relative to; the file's own place would not be the same everywhere. */
    static final String FILE = "https://w3id.org/pinakes/mapping/file";

    /** The place of files that stand beside the mapping file. */
    static final String FOLDER = FILE.substring(0, FILE.lastIndexOf('/') + 1);

    /** Says of a term map at which text its values are cut into several. */
    static final String SPLIT = Terms.PIN + "split";

    /** As a graph: no named graph. */
    public static final Node DEFAULT_GRAPH = NodeFactory.createURI(NS + "defaultGraph");

    private Rml() {}

    /** Shortens an IRI for people. */
    static String shorten(String iri) {
        if (iri.startsWith(NS)) {
            return "rml:" + iri.substring(NS.length());
        }
        if (iri.startsWith(CSVW)) {
            return "csvw:" + iri.substring(CSVW.length());
        }
        return iri.startsWith(Terms.PIN) ? "pin:" + iri.substring(Terms.PIN.length()) : "<" + iri + ">";
    }
}
