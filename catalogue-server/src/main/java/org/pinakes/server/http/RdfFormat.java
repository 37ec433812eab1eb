package org.pinakes.server.http;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.pinakes.ontology.Terms;

/** The RDF syntaxes that are served, by file extension and media type. */
public enum RdfFormat {
    TURTLE("ttl", "text/turtle"),
    JSON_LD("jsonld", "application/ld+json"),
    RDF_XML("rdf", "application/rdf+xml"),
    N_TRIPLES("nt", "application/n-triples");

    private static final Pattern ILLEGAL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
    private final String extension;
    private final String mediaType;

    RdfFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    private RDFFormat serialisation() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_PRETTY;
            case JSON_LD -> RDFFormat.JSONLD11_PRETTY;
            case RDF_XML -> RDFFormat.RDFXML_PLAIN;
            case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
        };
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<RdfFormat> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(f -> f.extension.equals(extension))
                .findFirst();
    }

    public static Optional<RdfFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(f -> f.mediaType.equals(mediaType))
                .findFirst();
    }

    public static List<String> mediaTypes() {
        return Arrays.stream(values()).map(RdfFormat::mediaType).toList();
    }

    /**
     * A graph in this syntax, with the usual prefixes. RDF/XML cannot write a property whose IRI ends in no XML name; such
     * statements are left out there and only there.
     */
    public byte[] write(Graph graph) {
        Graph out = GraphMemFactory.createDefaultGraph();
        graph.find()
                .filterKeep(t -> this != RDF_XML || isXmlName(t.getPredicate().getURI()))
                .forEachRemaining(t -> out.add(this == RDF_XML ? legal(t) : t));
        prefixes(out);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFWriter.source(out).format(serialisation()).output(bytes);
        return bytes.toByteArray();
    }

    /** XML 1.0 section 2.2: control characters cannot be written at all, so they become U+FFFD. */
    private static Triple legal(Triple t) {
        Node o = t.getObject();
        if (!o.isLiteral() || !ILLEGAL.matcher(o.getLiteralLexicalForm()).find()) {
            return t;
        }
        String text = ILLEGAL.matcher(o.getLiteralLexicalForm()).replaceAll("\uFFFD");
        Node mended = o.getLiteralLanguage().isEmpty()
                ? NodeFactory.createLiteralDT(text, o.getLiteralDatatype())
                : NodeFactory.createLiteralLang(text, o.getLiteralLanguage());
        return Triple.create(t.getSubject(), t.getPredicate(), mended);
    }

    private static boolean isXmlName(String iri) {
        return Util.splitNamespaceXML(iri) < iri.length();
    }

    private static void prefixes(Graph graph) {
        graph.getPrefixMapping()
                .setNsPrefix("dcat", Terms.DCAT)
                .setNsPrefix("dct", Terms.DCT)
                .setNsPrefix("adms", Terms.ADMS)
                .setNsPrefix("foaf", Terms.FOAF)
                .setNsPrefix("prov", Terms.PROV)
                .setNsPrefix("sh", "http://www.w3.org/ns/shacl#")
                .setNsPrefix("skos", Terms.SKOS)
                .setNsPrefix("healthdcatap", Terms.HEALTH)
                .setNsPrefix("eucaim", Terms.EUCAIM)
                .setNsPrefix("hydra", Terms.HYDRA)
                .setNsPrefix("pin", Terms.PIN)
                .setNsPrefix("dcatap", "http://data.europa.eu/r5r/")
                .setNsPrefix("vcard", "http://www.w3.org/2006/vcard/ns#")
                .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
                .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
    }
}
