package org.pinakes.shapes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.path.P_Link;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Detail;
import org.pinakes.ontology.Terms;

/**
 * The values that a rule allows, where it has a list of them: {@code sh:in}, or membership in a concept scheme of the
 * background ({@code skos:inScheme} with {@code sh:hasValue}), on the shape itself or inside its {@code sh:node},
 * {@code sh:or} and the like.
 */
final class AllowedValues {
    private static final int DEEPEST = 4;
    private static final int ALL_UP_TO = 12;
    private static final int NEAREST = 3;
    private static final Node IN_SCHEME = Terms.iri(Terms.SKOS + "inScheme");
    private static final Set<Node> LABELS = Set.of(
            Terms.iri(Terms.SKOS + "prefLabel"),
            Terms.iri(Terms.SKOS + "altLabel"),
            Terms.iri(Terms.SKOS + "hiddenLabel"),
            Terms.NOTATION,
            Terms.IDENTIFIER,
            Terms.iri("http://www.w3.org/2000/01/rdf-schema#label"));
    private static final Node PREF_LABEL = Terms.iri(Terms.SKOS + "prefLabel");

    private final Graph background;
    private final List<Node> nodes;
    private volatile @Nullable List<Value> named;

    /** @param names every label and code, and the last part of the IRI, folded */
    private record Value(Node node, Set<String> names) {}

    private AllowedValues(Graph background, List<Node> nodes) {
        this.background = background;
        this.nodes = nodes;
    }

    static AllowedValues of(Shape shape, Graph background) {
        Set<Node> nodes = new LinkedHashSet<>();
        collect(shape, background, nodes, DEEPEST);
        return new AllowedValues(background, List.copyOf(nodes));
    }

    int size() {
        return nodes.size();
    }

    /** Most lists are never asked, so names are looked up when one first is. */
    private List<Value> values() {
        List<Value> known = named;
        if (known == null) {
            known = nodes.stream().map(n -> new Value(n, names(n, background))).toList();
            named = known;
        }
        return known;
    }

    private static void collect(Shape shape, Graph background, Set<Node> into, int depth) {
        if (depth == 0) {
            return;
        }
        for (Constraint constraint : shape.getConstraints()) {
            if (constraint instanceof InConstraint in) {
                into.addAll(in.getValues());
            } else if (constraint instanceof ConstraintOp1 one && !(constraint instanceof ShNot)) {
                collect(one.getOther(), background, into, depth - 1);
            } else if (constraint instanceof ConstraintOpN many) {
                many.getOthers().forEach(s -> collect(s, background, into, depth - 1));
            } else if (constraint instanceof QualifiedValueShape q) {
                collect(q.getSub(), background, into, depth - 1);
            }
        }
        for (PropertyShape property : shape.getPropertyShapes()) {
            if (property.getPath() instanceof P_Link link && link.getNode().equals(IN_SCHEME)) {
                schemes(property).forEach(s -> background
                        .find(Node.ANY, IN_SCHEME, s)
                        .mapWith(Triple::getSubject)
                        .forEach(into::add));
            }
        }
    }

    private static List<Node> schemes(PropertyShape property) {
        List<Node> schemes = new ArrayList<>();
        for (Constraint constraint : property.getConstraints()) {
            if (constraint instanceof HasValueConstraint has) {
                schemes.add(has.getValue());
            } else if (constraint instanceof InConstraint in) {
                schemes.addAll(in.getValues());
            }
        }
        return schemes;
    }

    private static Set<String> names(Node node, Graph background) {
        Set<String> names = new LinkedHashSet<>();
        if (node.isLiteral()) {
            names.add(Nearness.folded(node.getLiteralLexicalForm()));
        } else {
            names.add(Nearness.folded(Wording.local(node.toString())));
            background.find(node, Node.ANY, Node.ANY).forEachRemaining(t -> {
                if (LABELS.contains(t.getPredicate()) && t.getObject().isLiteral()) {
                    names.add(Nearness.folded(t.getObject().getLiteralLexicalForm()));
                }
            });
        }
        return names;
    }

    /**
     * Of a short list all, nearest first; of a longer one the few that come close, if any do.
     *
     * @param found the value that is not allowed; null when there is none
     * @param data where labels of the found value may stand
     */
    List<Detail.Allowed> nearest(@Nullable Node found, Graph data, String language) {
        Set<String> given = found == null ? Set.of() : names(found, data);
        Comparator<Scored> order = Comparator.comparingDouble(Scored::distance)
                .thenComparing(s -> s.node().toString());
        return values().stream()
                .map(v -> new Scored(v.node(), distance(given, v.names())))
                .filter(s -> nodes.size() <= ALL_UP_TO || s.distance() <= Nearness.CLOSE)
                .sorted(order)
                .limit(nodes.size() <= ALL_UP_TO ? ALL_UP_TO : NEAREST)
                .map(s -> shown(s.node(), language))
                .toList();
    }

    private record Scored(Node node, double distance) {}

    private static double distance(Set<String> given, Set<String> names) {
        double best = 1;
        for (String a : given) {
            for (String b : names) {
                best = Math.min(best, Nearness.distance(a, b, best));
            }
        }
        return best;
    }

    private Detail.Allowed shown(Node node, String language) {
        if (node.isLiteral()) {
            return new Detail.Allowed(node.getLiteralLexicalForm(), "");
        }
        List<Node> labels = background
                .find(node, PREF_LABEL, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        String label = Wording.inLanguage(labels, language).orElse("");
        return new Detail.Allowed(node.toString(), label);
    }
}
