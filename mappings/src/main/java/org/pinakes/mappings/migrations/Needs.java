package org.pinakes.mappings.migrations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Datatype;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.pinakes.ontology.Terms;

/**
 * What a graph must hold for a pattern to match at all, read off the pattern: of each set one term. Only what every match
 * needs counts: no OPTIONAL, no UNION, and of FILTERs only {@code DATATYPE(?value) IN (…)}. A set with {@code dcat:Dataset} alone is left out, as every record meets it.
 */
final class Needs {
    private final List<Set<Node>> oneOfEach;
    private final List<Chain> chains;

    private Needs(List<Set<Node>> oneOfEach, List<Chain> chains) {
        this.oneOfEach = oneOfEach;
        this.chains = chains;
    }

    /** A value of one of the first properties has one of the second. */
    private record Chain(Set<Node> first, Set<Node> second) {
        boolean in(Graph graph) {
            for (Node property : second) {
                for (Triple t : graph.find(Node.ANY, property, Node.ANY).toList()) {
                    if (first.stream().anyMatch(p -> graph.contains(Node.ANY, p, t.getSubject()))) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    static Needs of(Element pattern) {
        Map<Var, Set<Node>> values = new HashMap<>();
        List<TriplePath> required = new ArrayList<>();
        List<ElementFilter> filters = new ArrayList<>();
        collect(pattern, values, required, filters);
        List<Set<Node>> sets = new ArrayList<>();
        for (TriplePath t : required) {
            (t.isTriple() ? terms(t.getPredicate(), values) : terms(t.getPath())).ifPresent(sets::add);
            terms(t.getObject(), values).ifPresent(sets::add);
        }
        filters.forEach(f -> datatypes(f.getExpr(), required).ifPresent(sets::add));
        sets.removeIf(s -> s.equals(Set.of(Terms.TYPE)) || s.equals(Set.of(Terms.DATASET)));
        return new Needs(List.copyOf(new HashSet<>(sets)), chains(required, values));
    }

    boolean isEmpty() {
        return oneOfEach.isEmpty();
    }

    private static List<Chain> chains(List<TriplePath> required, Map<Var, Set<Node>> values) {
        List<Chain> chains = new ArrayList<>();
        for (TriplePath one : required) {
            for (TriplePath other : required) {
                if (one.isTriple()
                        && other.isTriple()
                        && one.getObject().isVariable()
                        && one.getObject().equals(other.getSubject())) {
                    terms(one.getPredicate(), values).ifPresent(first -> terms(other.getPredicate(), values)
                            .ifPresent(second -> chains.add(new Chain(first, second))));
                }
            }
        }
        return List.copyOf(chains);
    }

    boolean met(Set<Node> terms, Graph graph) {
        for (Set<Node> some : oneOfEach) {
            if (!anyOf(some, terms)) {
                return false;
            }
        }
        return chains.stream().allMatch(c -> c.in(graph));
    }

    private static boolean anyOf(Set<Node> some, Set<Node> terms) {
        for (Node node : some) {
            if (terms.contains(node)) {
                return true;
            }
        }
        return false;
    }

    private static void collect(
            Element pattern, Map<Var, Set<Node>> values, List<TriplePath> required, List<ElementFilter> filters) {
        switch (pattern) {
            case ElementGroup group -> group.getElements().forEach(e -> collect(e, values, required, filters));
            case ElementSubQuery sub -> collect(sub.getQuery().getQueryPattern(), values, required, filters);
            case ElementPathBlock block -> block.patternElts().forEachRemaining(required::add);
            case ElementData data -> data.getVars().forEach(v -> values(data, v).ifPresent(s -> values.put(v, s)));
            case ElementFilter filter -> filters.add(filter);
            default -> {}
        }
    }

    /** Stands for a property with a value of a datatype. */
    static Node typed(Node property, String datatype) {
        return NodeFactory.createURI(property.getURI() + "^^" + datatype);
    }

    /** {@code FILTER (DATATYPE(?value) IN (…))}, where {@code ?value} is that of a property that is named. */
    private static Optional<Set<Node>> datatypes(Expr filter, List<TriplePath> required) {
        if (!(filter instanceof E_OneOf in)
                || !(in.getLHS() instanceof E_Datatype datatype)
                || !datatype.getArg().isVariable()
                || !in.getRHS().getList().stream().allMatch(Expr::isConstant)) {
            return Optional.empty();
        }
        Node variable = datatype.getArg().asVar();
        return required.stream()
                .filter(t -> t.getObject().equals(variable)
                        && t.isTriple()
                        && t.getPredicate().isURI())
                .map(t -> in.getRHS().getList().stream()
                        .map(e ->
                                typed(t.getPredicate(), e.getConstant().asNode().getURI()))
                        .collect(Collectors.toSet()))
                .findFirst();
    }

    private static Optional<Set<Node>> values(ElementData data, Var variable) {
        Set<Node> nodes = new HashSet<>();
        for (Binding row : data.getRows()) {
            Node node = row.get(variable);
            if (node == null || !node.isURI()) {
                return Optional.empty();
            }
            nodes.add(node);
        }
        return Optional.of(nodes);
    }

    private static Optional<Set<Node>> terms(Node node, Map<Var, Set<Node>> values) {
        if (node.isURI()) {
            return Optional.of(Set.of(node));
        }
        return node.isVariable() ? Optional.ofNullable(values.get(Var.alloc(node))) : Optional.empty();
    }

    /** Of a path that can be of no length, nothing is needed. */
    private static Optional<Set<Node>> terms(Path path) {
        return switch (path) {
            case P_Link link -> Optional.of(Set.of(link.getNode()));
            case P_Seq seq -> terms(seq.getLeft());
            case P_Alt alt ->
                terms(alt.getLeft()).flatMap(left -> terms(alt.getRight()).map(right -> union(left, right)));
            default -> Optional.empty();
        };
    }

    private static Set<Node> union(Set<Node> left, Set<Node> right) {
        Set<Node> all = new HashSet<>(left);
        all.addAll(right);
        return all;
    }
}
