package org.pinakes.shapes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.Terms;

/**
 * Copies of a graph, each with one fault: for every class and property a value that is missing, double, of another kind,
 * not described, of another code or datatype. The same graph gives the same copies in the same order.
 */
final class Mutations {
    private static final Node OTHER = NodeFactory.createURI("https://example.org/other");
    private static final Node TEXT = NodeFactory.createLiteralString("something else");

    private final Graph graph;
    private final Map<String, Graph> made = new LinkedHashMap<>();

    private Mutations(Graph graph) {
        this.graph = graph;
    }

    /** The copies by name, such as {@code Dataset-title drop}. */
    static Map<String, Graph> of(Graph graph) {
        Mutations mutations = new Mutations(graph);
        mutations.targets().forEach(mutations::change);
        return mutations.made;
    }

    /** One statement of each class and property, by name. */
    private Map<String, Triple> targets() {
        Map<String, Triple> found = new TreeMap<>();
        List<Triple> types = graph.find(Node.ANY, Terms.TYPE, Node.ANY).toList();
        types.sort((a, b) -> a.toString().compareTo(b.toString()));
        for (Triple type : types) {
            List<Triple> said =
                    graph.find(type.getSubject(), Node.ANY, Node.ANY).toList();
            said.sort((a, b) -> a.toString().compareTo(b.toString()));
            for (Triple t : said) {
                String name = Wording.local(type.getObject().getURI()) + "-"
                        + Wording.local(t.getPredicate().getURI());
                found.putIfAbsent(name, t);
            }
        }
        return found;
    }

    private void change(String name, Triple t) {
        Node value = t.getObject();
        add(name + " drop", g -> g.remove(t.getSubject(), t.getPredicate(), Node.ANY));
        if (t.getPredicate().equals(Terms.TYPE)) {
            add(name + " other class", g -> replace(g, t, NodeFactory.createURI("https://example.org/Class")));
            return;
        }
        add(name + " double", g -> g.add(t.getSubject(), t.getPredicate(), second(g, value)));
        if (value.isLiteral()) {
            add(name + " as IRI", g -> replace(g, t, OTHER));
            add(name + " as blank node", g -> replace(g, t, NodeFactory.createBlankNode("b")));
            add(name + " other datatype", g -> replace(g, t, otherDatatype(value)));
            add(name + " ill-formed", g -> replace(g, t, illFormed(value)));
        } else {
            add(name + " as text", g -> replace(g, t, TEXT));
            add(name + " as blank node", g -> replace(g, t, NodeFactory.createBlankNode("b")));
            add(name + " other code", g -> replace(g, t, NodeFactory.createURI(value + "_X")));
            add(name + " elsewhere", g -> replace(g, t, OTHER));
            add(name + " not described", g -> g.remove(value, Node.ANY, Node.ANY));
        }
    }

    private void add(String name, Consumer<Graph> change) {
        Graph copy = GraphMemFactory.createDefaultGraphSameTerm();
        GraphUtil.addInto(copy, graph);
        change.accept(copy);
        made.put(name, copy);
    }

    private static void replace(Graph g, Triple t, Node value) {
        g.delete(t);
        g.add(t.getSubject(), t.getPredicate(), value);
    }

    /** Another value as good as the first: what is described is described again under another name. */
    private static Node second(Graph g, Node value) {
        if (value.isLiteral()) {
            String text = value.getLiteralLexicalForm();
            String next = text.matches("\\d+") ? text + "1" : text.equals("true") ? "false" : text + " ";
            return value.getLiteralLanguage().isEmpty()
                    ? NodeFactory.createLiteralDT(next, value.getLiteralDatatype())
                    : NodeFactory.createLiteralLang(next, value.getLiteralLanguage());
        }
        List<Triple> said = new ArrayList<>(g.find(value, Node.ANY, Node.ANY).toList());
        Node copy = NodeFactory.createURI("https://example.org/second");
        said.forEach(t -> g.add(copy, t.getPredicate(), t.getObject()));
        return copy;
    }

    private static Node otherDatatype(Node literal) {
        return literal.getLiteralDatatype().equals(XSDDatatype.XSDstring)
                ? NodeFactory.createLiteralDT("5", XSDDatatype.XSDinteger)
                : NodeFactory.createLiteralString(literal.getLiteralLexicalForm());
    }

    private static Node illFormed(Node literal) {
        return literal.getLiteralLanguage().isEmpty()
                ? NodeFactory.createLiteralDT("?!", literal.getLiteralDatatype())
                : NodeFactory.createLiteralLang("", literal.getLiteralLanguage());
    }
}
