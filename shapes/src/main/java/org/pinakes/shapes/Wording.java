package org.pinakes.shapes;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.constraint.ConstraintPairwise;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.engine.constraint.ValueRangeConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathWriter;
import org.apache.jena.vocabulary.XSD;
import org.pinakes.ontology.Terms;

/** Turns shapes and report entries into words: the curator's own where the file has them, else a plain sentence. */
final class Wording {
    private static final int LONGEST_VALUE = 200;
    private static final int HIGHEST = 6;
    private static final Node SOURCE = Terms.iri(Terms.DCT + "source");
    private static final Node LABEL = Terms.iri("http://www.w3.org/2000/01/rdf-schema#label");

    private final Graph shapes;
    private final String language;
    private final PrefixMapping prefixes;

    Wording(Graph shapes) {
        this(shapes, "en");
    }

    /** @param language two letters, lower case */
    Wording(Graph shapes, String language) {
        this.shapes = shapes;
        this.language = language;
        this.prefixes = shapes.getPrefixMapping();
    }

    /** The local name of the shape; a nameless property shape is its owner's name and its property's. */
    String ruleName(Shape shape) {
        return shape.getShapeNode().isURI() ? local(shape.getShapeNode().getURI()) : nameless(shape);
    }

    private String nameless(Shape shape) {
        String own = shape instanceof PropertyShape p ? local(path(p.getPath())) : "constraint";
        Node node = shape.getShapeNode();
        while (node.isBlank()) {
            Optional<Node> owner = shapes.find(Node.ANY, Node.ANY, node)
                    .mapWith(Triple::getSubject)
                    .nextOptional();
            if (owner.isEmpty()) {
                return own;
            }
            node = owner.get();
        }
        return local(node.getURI()) + "/" + own;
    }

    /** What the shape is about, in a word or two. */
    String title(Shape shape) {
        Node node = shape.getShapeNode();
        return text(node, SHACL.name)
                .or(() -> text(node, LABEL))
                .orElseGet(() -> shape instanceof PropertyShape p ? shortPath(p.getPath()) : ruleName(shape));
    }

    /** The address of what wants it, of the shape or of the shape that it belongs to. */
    Optional<String> source(Shape shape) {
        Node node = shape.getShapeNode();
        for (int up = 0; up < HIGHEST; up++) {
            Optional<Node> source = shapes.find(node, SOURCE, Node.ANY)
                    .mapWith(Triple::getObject)
                    .nextOptional();
            if (source.isPresent()) {
                return source.map(n -> n.isLiteral() ? n.getLiteralLexicalForm() : n.toString());
            }
            Optional<Node> owner = shapes.find(Node.ANY, Node.ANY, node)
                    .mapWith(Triple::getSubject)
                    .nextOptional();
            if (owner.isEmpty()) {
                break;
            }
            node = owner.get();
        }
        return Optional.empty();
    }

    private Optional<String> text(Node subject, Node property) {
        return message(shapes.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList());
    }

    /** What the shape itself says. */
    Optional<String> message(Node shape) {
        return text(shape, SHACL.message);
    }

    /** In the language that is wanted, as far as it is there. */
    Optional<String> message(Collection<Node> texts) {
        return inLanguage(texts, language);
    }

    /** The language, else English, else without language, else any. */
    static Optional<String> inLanguage(Collection<Node> texts, String language) {
        return texts.stream()
                .filter(Node::isLiteral)
                .min(Comparator.comparingInt((Node n) -> distance(n, language)).thenComparing(n -> n.toString()))
                .map(Node::getLiteralLexicalForm);
    }

    private static int distance(Node text, String wanted) {
        String language = text.getLiteralLanguage().toLowerCase(Locale.ROOT).replaceFirst("-.*", "");
        return language.equals(wanted) ? 0 : language.equals("en") ? 1 : language.isEmpty() ? 2 : 3;
    }

    /** The message of a finding, its placeholders filled (SHACL 1.0 section 5.3.2 writes them {@code {$value}}). */
    String sentence(ReportEntry entry, String title) {
        String text = message(entry.source())
                .orElseGet(() -> entry.constraint() instanceof SparqlConstraint
                        ? message(entry.messages()).orElse(title)
                        : upper(title) + " " + new ConstraintWords(this).of(entry.constraint()));
        String filled = fill(text, "value", () -> found(entry).orElse(""));
        filled = fill(filled, "this", () -> focus(entry.focusNode()));
        return fill(filled, "path", () -> entry.resultPath() == null ? "" : path(entry.resultPath()));
    }

    private static String fill(String text, String name, Supplier<String> with) {
        if (!text.contains(name + "}")) {
            return text;
        }
        return text.replace("{$" + name + "}", with.get()).replace("{?" + name + "}", with.get());
    }

    private static String upper(String text) {
        return text.isEmpty()
                ? "This"
                : text.contains(":") ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The IRI of a property; of a longer path the SPARQL, with prefixes. */
    String path(Path path) {
        return path instanceof P_Link link
                ? link.getNode().getURI()
                : PathWriter.asString(path, new Prologue(prefixes)).replaceAll("^\\((.*)\\)$", "$1");
    }

    private String shortPath(Path path) {
        return path instanceof P_Link link ? local(link.getNode().getURI()) : path(path);
    }

    /** What was found. Where its text or its size is at fault, the type is beside the point and left out. */
    Optional<String> found(ReportEntry entry) {
        Constraint rule = entry.constraint();
        boolean untyped = rule instanceof ValueRangeConstraint
                || rule instanceof ConstraintPairwise
                || rule instanceof PatternConstraint
                || rule instanceof SparqlConstraint;
        return Optional.ofNullable(entry.value())
                .map(v -> untyped && v.isLiteral() ? shortened(v.getLiteralLexicalForm()) : value(v));
    }

    /** A node, short enough to show. */
    String value(Node node) {
        String text;
        if (node.isLiteral()) {
            boolean plain = node.getLiteralDatatypeURI().endsWith("#string")
                    || !node.getLiteralLanguage().isEmpty();
            String type = "^^" + shortIri(node.getLiteralDatatypeURI());
            text = node.getLiteralLexicalForm() + (plain ? "" : type);
        } else {
            text = focus(node);
        }
        return shortened(text);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }

    private String shortIri(String iri) {
        return iri.startsWith(XSD.NS) ? "xsd:" + iri.substring(XSD.NS.length()) : prefixes.shortForm(iri);
    }

    static String focus(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.isURI() ? node.getURI() : node.toString();
    }

    static String local(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
