package org.pinakes.mappings.rml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.Terms;

/**
 * Translates mappings in the vocabularies of before RML-Core: RML of 2014, the parts of R2RML that it uses, the names of
 * formulations, and CARML's files and namespaces. Most terms keep their last part; the table names the others.
 */
final class OlderVocabulary {
    static final String RML = "http://semweb.mmlab.be/ns/rml#";
    private static final String R2RML = "http://www.w3.org/ns/r2rml#";
    private static final String QL = "http://semweb.mmlab.be/ns/ql#";
    private static final String CARML = "http://carml.taxonic.com/carml/";

    private static final Map<String, String> OTHERS = Map.of(
            R2RML + "column", Rml.NS + "reference",
            CARML + "streamName", Rml.NS + "path",
            CARML + "namespacePrefix", Rml.NS + "namespacePrefix",
            CARML + "namespaceName", Rml.NS + "namespaceURL");

    private static final Node SOURCE = NodeFactory.createURI(Rml.NS + "source");
    private static final Node PATH = NodeFactory.createURI(Rml.NS + "path");
    private static final Node NULL = NodeFactory.createURI(Rml.NS + "null");
    private static final Node FORMULATION = NodeFactory.createURI(Rml.NS + "referenceFormulation");
    private static final Node NAMESPACE = NodeFactory.createURI(Rml.NS + "namespace");
    private static final Node XPATH = NodeFactory.createURI(Rml.NS + "XPathReferenceFormulation");
    private static final Node CSVW_NULL = NodeFactory.createURI(Rml.CSVW + "null");
    private static final Node DECLARES = NodeFactory.createURI(CARML + "declaresNamespace");

    private final Map<Node, List<Triple>> translated = new LinkedHashMap<>();

    private OlderVocabulary() {}

    /** Takes and gives what is said of each node. */
    static Map<Node, List<Triple>> translate(Map<Node, List<Triple>> said) {
        OlderVocabulary older = new OlderVocabulary();
        said.values().stream().flatMap(List::stream).forEach(older::rename);
        said.values().stream().flatMap(List::stream).forEach(older::complete);
        return older.translated;
    }

    private void rename(Triple t) {
        if (t.getPredicate().hasURI(RML + "source") && t.getObject().isLiteral()) {
            Node file = NodeFactory.createBlankNode();
            say(term(t.getSubject()), SOURCE, file);
            say(file, PATH, t.getObject());
        } else {
            say(term(t.getSubject()), term(t.getPredicate()), term(t.getObject()));
        }
    }

    private void say(Node subject, Node predicate, Node object) {
        translated.computeIfAbsent(subject, n -> new ArrayList<>()).add(Triple.create(subject, predicate, object));
    }

    private static Node term(Node node) {
        if (!node.isURI()) {
            return node;
        }
        String iri = node.getURI();
        String other = OTHERS.get(iri);
        if (other != null) {
            return NodeFactory.createURI(other);
        }
        for (String older : List.of(RML, R2RML, QL)) {
            if (iri.startsWith(older)) {
                return NodeFactory.createURI(Rml.NS + iri.substring(older.length()));
            }
        }
        return node;
    }

    private List<Node> objects(Node subject, Node predicate) {
        return translated.getOrDefault(subject, List.of()).stream()
                .filter(t -> t.getPredicate().equals(predicate))
                .map(Triple::getObject)
                .toList();
    }

    /** The older vocabulary makes no terms of empty cells, and CARML declares the prefixes of XPaths at the source. */
    private void complete(Triple t) {
        if (!t.getPredicate().hasURI(RML + "referenceFormulation")) {
            return;
        }
        Node logical = term(t.getSubject());
        for (Node source : objects(logical, SOURCE)) {
            List<Node> namespaces = objects(source, DECLARES);
            if (t.getObject().hasURI(QL + "CSV") && objects(source, CSVW_NULL).isEmpty()) {
                say(source, NULL, NodeFactory.createLiteralString(""));
            } else if (t.getObject().hasURI(QL + "XPath") && !namespaces.isEmpty()) {
                Node formulation = NodeFactory.createBlankNode();
                translated.getOrDefault(logical, List.of()).removeIf(s -> s.getPredicate()
                        .equals(FORMULATION));
                say(logical, FORMULATION, formulation);
                say(formulation, Terms.TYPE, XPATH);
                namespaces.forEach(n -> say(formulation, NAMESPACE, n));
            }
        }
    }
}
