package org.pinakes.mappings.rml;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Terms;

/**
 * What a mapping file says of one node.
 *
 * @param file what is said of each node, in the file's order
 * @param where file, triples map and property, for people
 */
record Description(Map<Node, List<Triple>> file, Node node, String where) {

    /** The objects of a property, in the file's order. */
    List<Node> all(String property) {
        return file.getOrDefault(node, List.of()).stream()
                .filter(t -> t.getPredicate().hasURI(property))
                .map(Triple::getObject)
                .toList();
    }

    Optional<Node> one(String property) {
        List<Node> found = all(property);
        if (found.size() > 1) {
            throw problem("has " + found.size() + " values of " + Rml.shorten(property) + ", and one is allowed");
        }
        return found.stream().findFirst();
    }

    Node needed(String property) {
        return one(property).orElseThrow(() -> problem("lacks " + Rml.shorten(property) + ", which it must have"));
    }

    /** A plain text, not empty unless it may be. */
    Optional<String> text(String property) {
        return one(property).map(n -> {
            if (!n.isLiteral()) {
                throw problem("has " + show(n) + " as " + Rml.shorten(property) + ", and a text in quotes is allowed");
            }
            return n.getLiteralLexicalForm();
        });
    }

    boolean has(String property) {
        return !all(property).isEmpty();
    }

    /** Refuses terms of RML, CSV on the Web and our own that are not read here: a typing error must not pass in silence. */
    void allow(String... properties) {
        List<String> allowed = Arrays.asList(properties);
        file.getOrDefault(node, List.of()).forEach(t -> {
            String iri = t.getPredicate().getURI();
            boolean ours = iri.startsWith(Rml.NS) || iri.startsWith(Rml.CSVW) || iri.startsWith(Terms.PIN);
            if (ours && !allowed.contains(iri)) {
                String names = allowed.stream().map(Rml::shorten).collect(Collectors.joining(", "));
                throw problem("has " + Rml.shorten(iri) + ", which is not read here; allowed are " + names);
            }
        });
    }

    Description of(Node other, String property) {
        if (other.isLiteral()) {
            throw problem("has the text " + show(other) + " as " + Rml.shorten(property)
                    + ", and a description in [ ] or an IRI is allowed");
        }
        return new Description(file, other, where + ", " + Rml.shorten(property));
    }

    InputProblem problem(String what) {
        return new InputProblem(where + ": " + what + ".");
    }

    static String show(Node node) {
        if (node.isURI() && node.getURI().startsWith(Rml.FILE)) {
            return "<" + node.getURI().substring(Rml.FILE.length()) + ">";
        }
        if (node.isURI()) {
            return Rml.shorten(node.getURI());
        }
        return node.isLiteral() ? "\"" + node.getLiteralLexicalForm() + "\"" : "[ ]";
    }
}
