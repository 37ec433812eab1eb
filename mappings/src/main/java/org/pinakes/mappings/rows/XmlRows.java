package org.pinakes.mappings.rows;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;
import org.apache.jena.datatypes.RDFDatatype;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The nodes that an iterator finds in an XML document. Where the iterator goes down by names and the references look only
 * inward, one row is held at a time, else the whole document. A document type declaration is refused.
 */
final class XmlRows implements Row {
    private static final Pattern OUTWARD = Pattern.compile("\\.\\.|::|(?:^|[\\[(|,=\\s])/");

    private final Input input;
    private final RowRequest request;
    private final Consumer<Finding> findings;
    private final XPathExpression iterator;
    private final List<XPathExpression> expressions;
    private final List<Optional<XmlPath>> paths;
    private final List<List<String>> values = new ArrayList<>();
    private final boolean[] known;
    private final boolean inward;
    private long number;
    private @Nullable Node node;
    private @Nullable Node root;
    private @Nullable String place;

    XmlRows(Input input, RowRequest request, Consumer<Finding> findings) {
        this.input = input;
        this.request = request;
        this.findings = findings;
        Map<String, String> namespaces = request.source().namespaces();
        this.iterator = compile(request.source().iterator(), namespaces);
        this.expressions =
                request.references().stream().map(r -> compile(r, namespaces)).toList();
        this.paths = request.references().stream()
                .map(r -> XmlPath.reference(r, namespaces))
                .toList();
        this.known = new boolean[expressions.size()];
        this.inward =
                request.references().stream().noneMatch(r -> OUTWARD.matcher(r).find());
        expressions.forEach(e -> values.add(List.of()));
    }

    void read(Reader text, Consumer<Row> rows) throws IOException {
        Optional<XmlPath> down =
                XmlPath.iterator(request.source().iterator(), request.source().namespaces());
        try {
            if (inward && down.isPresent()) {
                stream(down.get(), text, rows);
            } else {
                whole(text, rows);
            }
        } catch (SAXParseException e) {
            problem("line " + e.getLineNumber() + ", column " + e.getColumnNumber(), e);
        } catch (SAXException e) {
            problem("", e);
        } catch (XPathExpressionException e) {
            String message =
                    "The iterator " + request.source().iterator() + " leads to no nodes: " + e.getMessage() + ".";
            findings.accept(
                    Finding.at(Place.of(input.address()), Finding.Severity.VIOLATION, "lift/not-a-value", message, ""));
        }
    }

    private void stream(XmlPath down, Reader text, Consumer<Row> rows) throws SAXException, IOException {
        XmlStream.Rows each = new XmlStream.Rows() {
            @Override
            public void row(Element row, String where) {
                number++;
                place = where;
                hand(row, rows);
            }

            @Override
            public void tooLarge(String where) {
                number++;
                tooLong(where);
            }
        };
        reader().parse(new InputSource(text), new XmlStream(down, parser().newDocument(), each));
    }

    private void whole(Reader text, Consumer<Row> rows) throws SAXException, IOException, XPathExpressionException {
        Document document = parser().parse(new InputSource(text));
        for (Node next : iterator.evaluateExpression(document, XPathNodes.class)) {
            node = next;
            number++;
            // the JDK walks the whole tree for every evaluation, so a row that looks only inward gets a tree of its own
            hand(inward ? next.cloneNode(true) : next, rows);
        }
    }

    private void hand(Node row, Consumer<Row> rows) {
        root = row;
        Arrays.fill(known, false);
        rows.accept(this);
    }

    private void tooLong(String where) {
        String message = "The element holds more than " + SourceText.CELL + " characters and was left out.";
        Place large = new Place(input.address(), where, "");
        findings.accept(Finding.at(large, Finding.Severity.VIOLATION, "lift/too-long", message, ""));
    }

    private static SAXParser reader() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            return factory.newSAXParser();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void problem(String position, SAXException e) {
        Place place = new Place(input.address(), position, "");
        String reason = String.valueOf(e.getMessage());
        String message = reason.contains("DOCTYPE")
                ? "The XML has a document type declaration (<!DOCTYPE …>), which is not read; leave it out."
                : "The XML cannot be read: " + reason;
        findings.accept(Finding.at(place, Finding.Severity.VIOLATION, "lift/xml-syntax", message, ""));
    }

    private List<String> values(int reference) {
        if (!known[reference]) {
            known[reference] = true;
            values.set(reference, evaluate(reference));
        }
        return values.get(reference);
    }

    private List<String> evaluate(int reference) {
        Node row = root;
        List<String> found = new ArrayList<>(1);
        Optional<XmlPath> path = paths.get(reference);
        if (path.isPresent() && row != null) {
            path.get().select(row, found);
            found.removeIf(request.source().nulls()::contains);
            return found;
        }
        try {
            Object value = expressions.get(reference).evaluateExpression(root).value();
            if (value instanceof XPathNodes nodes) {
                nodes.forEach(n -> found.add(n.getTextContent()));
            } else {
                found.add(expressions.get(reference).evaluate(root));
            }
            found.removeIf(request.source().nulls()::contains);
            return found;
        } catch (XPathExpressionException e) {
            String message = "The reference " + request.references().get(reference) + " has no value here: "
                    + e.getMessage() + ".";
            findings.accept(
                    Finding.at(place(reference, 0), Finding.Severity.VIOLATION, "lift/not-a-value", message, ""));
            return List.of();
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public int count(int reference) {
        return values(reference).size();
    }

    @Override
    public String value(int reference, int index) {
        return values(reference).get(index);
    }

    @Override
    public @Nullable RDFDatatype datatype(int reference, int index) {
        return null;
    }

    /** The position is the XPath of the row's node, with its number among the siblings of its name. */
    @Override
    public Place place(int reference, int index) {
        String field = reference < 0 ? "" : request.references().get(reference);
        String where = place;
        if (where == null) {
            where = node == null ? "" : path(node);
        }
        return new Place(input.address(), where, field);
    }

    private static String path(Node node) {
        Node parent = node.getParentNode();
        if (parent == null) {
            return "";
        }
        int before = 0;
        for (Node n = node.getPreviousSibling(); n != null; n = n.getPreviousSibling()) {
            before += n.getNodeName().equals(node.getNodeName()) ? 1 : 0;
        }
        String number = parent.getParentNode() == null ? "" : "[" + (before + 1) + "]";
        return path(parent) + "/" + node.getNodeName() + number;
    }

    /** Throws {@link IllegalArgumentException} with a sentence for the curator. */
    static XPathExpression compile(String text, Map<String, String> namespaces) {
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            XPath path = factory.newXPath();
            path.setNamespaceContext(new Prefixes(namespaces));
            return path.compile(text);
        } catch (XPathExpressionException e) {
            String why = String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            throw new IllegalArgumentException(
                    "the XPath \"" + text + "\" is not valid: " + why.replaceFirst("\\.$", "")
                            + ". Prefixes are declared by rml:namespace of an rml:XPathReferenceFormulation.",
                    e);
        } catch (XPathFactoryConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Prefixes(Map<String, String> namespaces) implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return namespaces.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
        }

        @Override
        public String getPrefix(String uri) {
            return namespaces.entrySet().stream()
                    .filter(e -> e.getValue().equals(uri))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            return List.of(getPrefix(uri)).iterator();
        }
    }
}
