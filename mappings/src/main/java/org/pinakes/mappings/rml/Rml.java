package org.pinakes.mappings.rml;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.pinakes.ontology.Terms;

/** The vocabulary of mappings: RML, and the few terms that are ours. */
public final class Rml {
    static final String NS = "http://w3id.org/rml/";
    static final String CSVW = "http://www.w3.org/ns/csvw#";

    /** What relative IRIs of a mapping file are relative to; the file's own place would not be the same everywhere. */
    static final String FILE = "https://w3id.org/pinakes/mapping/file";

    /** The place of files that stand beside the mapping file. */
    static final String FOLDER = FILE.substring(0, FILE.lastIndexOf('/') + 1);

    /** Says of a term map at which text its values are cut into several. */
    static final String SPLIT = Terms.PIN + "split";

    /** Says of a term map with a template which letters of a value stay as they are in an IRI. */
    static final String KEEP = Terms.PIN + "keep";

    /** Says of a term map which other is taken where it gives nothing. */
    static final String OTHERWISE = Terms.PIN + "otherwise";

    /** As a language map: the key under which the value stands. */
    static final String KEY = Terms.PIN + "Key";

    /** As a datatype: the one of xsd:gYear, xsd:gYearMonth, xsd:date and xsd:dateTime whose form the value has. */
    public static final String TEMPORAL = Terms.PIN + "Temporal";

    /** Says of a logical source that its rows are never handed on, only counts and extremes of them. */
    static final String AGGREGATE = Terms.PIN + "aggregate";

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
