package org.pinakes.mappings.rml;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.pinakes.mappings.rows.Dialect;
import org.pinakes.mappings.rows.Formulation;
import org.pinakes.mappings.rows.LogicalSource;
import org.pinakes.mappings.rows.Rows;
import org.pinakes.mappings.rows.SourceFile;
import org.pinakes.ontology.Terms;

/** Reads logical sources: RML-IO files and CSV on the Web tables. */
final class SourceReader {
    private static final String SOURCE = Rml.NS + "source";
    private static final String FORMULATION = Rml.NS + "referenceFormulation";
    private static final String ITERATOR = Rml.NS + "iterator";
    private static final String PATH = Rml.NS + "path";
    private static final String ROOT = Rml.NS + "root";
    private static final String ENCODING = Rml.NS + "encoding";
    private static final String COMPRESSION = Rml.NS + "compression";
    private static final String NULL = Rml.NS + "null";
    private static final String URL = Rml.CSVW + "url";
    private static final String DOWNLOAD = "http://www.w3.org/ns/dcat#downloadURL";
    private static final String DIALECT = Rml.CSVW + "dialect";
    private static final String CSVW_NULL = Rml.CSVW + "null";
    private static final String[] DIALECT_TERMS = Stream.of(
                    "delimiter", "quoteChar", "header", "skipRows", "trim", "commentPrefix", "encoding")
            .map(name -> Rml.CSVW + name)
            .toArray(String[]::new);

    private SourceReader() {}

    static LogicalSource read(Description logical) {
        logical.allow(SOURCE, FORMULATION, ITERATOR, Rml.AGGREGATE);
        Formulation formulation = formulation(logical);
        String iterator = logical.text(ITERATOR).filter(i -> !i.isBlank()).orElse(formulation.root());
        if (formulation == Formulation.CSV && !iterator.isEmpty()) {
            throw logical.problem("has an rml:iterator; the rows of a table are its only iteration, so leave it out");
        }
        Map<String, String> namespaces = namespaces(logical);
        if (!iterator.isEmpty() && formulation != Formulation.XLSX) {
            try {
                Rows.check(formulation, namespaces, iterator);
            } catch (IllegalArgumentException e) {
                throw logical.problem(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
            }
        }
        Description source = logical.of(logical.needed(SOURCE), SOURCE);
        source.allow(PATH, ROOT, ENCODING, COMPRESSION, NULL, URL, DIALECT, CSVW_NULL);
        Set<String> nulls = new HashSet<>();
        source.all(NULL).forEach(n -> nulls.add(literal(source, n, NULL)));
        source.all(CSVW_NULL).forEach(n -> nulls.add(literal(source, n, CSVW_NULL)));
        Optional<Description> dialect = source.one(DIALECT).map(n -> source.of(n, DIALECT));
        return new LogicalSource(
                file(source, dialect),
                formulation,
                iterator,
                nulls,
                dialect.map(SourceReader::dialect).orElse(Dialect.STANDARD),
                namespaces,
                aggregate(logical));
    }

    private static boolean aggregate(Description logical) {
        String text = logical.text(Rml.AGGREGATE).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw logical.problem("has the pin:aggregate \"" + text + "\"; true and false are allowed");
        }
        return text.equals("true");
    }

    private static Formulation formulation(Description logical) {
        Node node = logical.needed(FORMULATION);
        String iri = node.isURI() ? node.getURI() : "";
        if (iri.equals(Rml.NS + "CSV")) {
            return Formulation.CSV;
        }
        if (iri.equals(Rml.NS + "JSONPath")) {
            return Formulation.JSON_PATH;
        }
        if (iri.equals(Terms.PIN + "XLSX")) {
            return Formulation.XLSX;
        }
        boolean described = logical.of(node, FORMULATION).all(Terms.TYPE.getURI()).stream()
                .anyMatch(t -> t.hasURI(Rml.NS + "XPathReferenceFormulation"));
        if (described || iri.equals(Rml.NS + "XPath")) {
            return Formulation.XPATH;
        }
        throw logical.problem("has the rml:referenceFormulation " + Description.show(node) + elsewhere(iri)
                + "; read are " + Formulation.SUPPORTED);
    }

    /** Why a formulation of the standard is not read. */
    private static String elsewhere(String formulation) {
        if (formulation.startsWith(Rml.NS + "SQL2008")) {
            return ", and databases are not read: export the table as CSV";
        }
        return formulation.contains("SPARQL_Results")
                ? ", and SPARQL results are not read: RDF needs no mapping, and a provider's file names it as it is"
                : "";
    }

    private static Map<String, String> namespaces(Description logical) {
        Description formulation = logical.of(logical.needed(FORMULATION), FORMULATION);
        Map<String, String> namespaces = new HashMap<>();
        for (Node node : formulation.all(Rml.NS + "namespace")) {
            Description namespace = formulation.of(node, Rml.NS + "namespace");
            namespaces.put(
                    namespace.text(Rml.NS + "namespacePrefix").orElse(""),
                    text(namespace.needed(Rml.NS + "namespaceURL")));
        }
        return namespaces;
    }

    private static SourceFile file(Description source, Optional<Description> dialect) {
        Optional<String> path = source.text(PATH)
                .or(() -> source.one(URL).map(n -> text(n)))
                .or(() -> source.one(DOWNLOAD).map(n -> text(n)))
                .map(p -> p.startsWith(Rml.FOLDER) ? p.substring(Rml.FOLDER.length()) : p);
        if (path.isEmpty() || path.get().isBlank() || path.get().indexOf(0) >= 0) {
            throw source.problem("names no file" + kind(source)
                    + "; a description with rml:path is allowed, a csvw:Table with csvw:url, or a dcat:Distribution"
                    + " with the dcat:downloadURL of a file");
        }
        if (path.get().matches("(?i)[a-z][a-z0-9+.-]+:.*")) {
            throw source.problem(
                    "names \"" + path.get() + "\", and only files are read; providers are fetched by the harvester");
        }
        Optional<String> encoding = source.one(ENCODING)
                .map(n -> encoding(source, n))
                .or(() -> dialect.flatMap(d -> d.one(Rml.CSVW + "encoding").map(n -> encoding(d, n))));
        return new SourceFile(path.get(), root(source), encoding, compression(source));
    }

    /** What it is instead, by the last part of its type: a Database, a Service … */
    private static String kind(Description source) {
        List<String> types = source.all(Terms.TYPE.getURI()).stream()
                .filter(t -> t.isURI() && !t.hasURI(Rml.NS + "Source"))
                .map(t -> t.getURI().replaceFirst("^.*[/#]", ""))
                .toList();
        return types.isEmpty() ? "" : " and is a " + String.join(", ", types);
    }

    private static SourceFile.Root root(Description source) {
        return source.one(ROOT)
                .<SourceFile.Root>map(n -> {
                    String name = text(n);
                    if (n.isLiteral()) {
                        return new SourceFile.Root.Folder(name);
                    }
                    if (name.equals(Rml.NS + "CurrentWorkingDirectory")) {
                        return new SourceFile.Root.CurrentWorkingDirectory();
                    }
                    if (!name.equals(Rml.NS + "MappingDirectory")) {
                        throw source.problem("has the rml:root " + Description.show(n)
                                + "; allowed are rml:MappingDirectory, rml:CurrentWorkingDirectory and a text");
                    }
                    return new SourceFile.Root.MappingDirectory();
                })
                .orElseGet(SourceFile.Root.MappingDirectory::new);
    }

    private static SourceFile.Compression compression(Description source) {
        return source.one(COMPRESSION)
                .map(n -> switch (text(n)) {
                    case Rml.NS + "none" -> SourceFile.Compression.NONE;
                    case Rml.NS + "gzip" -> SourceFile.Compression.GZIP;
                    case Rml.NS + "zip" -> SourceFile.Compression.ZIP;
                    case Rml.NS + "targz" -> SourceFile.Compression.TAR_GZIP;
                    case Rml.NS + "tarxz" -> SourceFile.Compression.TAR_XZ;
                    default ->
                        throw source.problem("has the rml:compression " + Description.show(n)
                                + "; unpacked are rml:none, rml:gzip, rml:zip, rml:targz and rml:tarxz");
                })
                .orElse(SourceFile.Compression.NONE);
    }

    private static String encoding(Description source, Node node) {
        String name = text(node).replace(Rml.NS, "");
        try {
            return Charset.forName(name).name();
        } catch (IllegalArgumentException e) {
            throw source.problem("has the encoding " + Description.show(node)
                    + ", which is not known here; usual are rml:UTF-8 and rml:UTF-16");
        }
    }

    private static Dialect dialect(Description d) {
        d.allow(DIALECT_TERMS);
        Optional<Character> delimiter = character(d, "delimiter");
        char quote = character(d, "quoteChar").orElse('"');
        boolean header = truth(d, "header", true);
        boolean trim = truth(d, "trim", false);
        int skip = d.text(Rml.CSVW + "skipRows").map(t -> number(d, t)).orElse(0);
        return new Dialect(delimiter, quote, header, skip, trim, character(d, "commentPrefix"));
    }

    private static Optional<Character> character(Description d, String name) {
        return d.text(Rml.CSVW + name).map(t -> {
            String text = t.equals("\\t") ? "\t" : t;
            if (text.length() != 1) {
                throw d.problem("has the csvw:" + name + " \"" + t + "\"; one character is allowed");
            }
            return text.charAt(0);
        });
    }

    private static boolean truth(Description d, String name, boolean usual) {
        String text = d.text(Rml.CSVW + name).orElse(String.valueOf(usual));
        if (!text.equals("true") && !text.equals("false")) {
            throw d.problem("has the csvw:" + name + " \"" + text + "\"; true and false are allowed");
        }
        return text.equals("true");
    }

    private static int number(Description d, String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw d.problem("has the csvw:skipRows \"" + text + "\"; a whole number is allowed");
        }
        return Integer.parseInt(text);
    }

    private static String literal(Description source, Node node, String property) {
        if (!node.isLiteral()) {
            throw source.problem("has " + Description.show(node) + " as " + Rml.shorten(property)
                    + ", and a text in quotes is allowed");
        }
        return node.getLiteralLexicalForm();
    }

    private static String text(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return node.isURI() ? node.getURI() : "";
    }
}
