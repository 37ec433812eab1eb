package org.pinakes.shapes;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.parser.Shape;
import org.pinakes.ontology.Terms;

/**
 * The targets of SHACL 1.0 section 2.1.3, looked for in what is judged and not in the background. Which node has which type is
 * looked up once, not once for each shape.
 */
final class FocusNodes {
    private static final Node SUB_CLASS_OF = Terms.iri("http://www.w3.org/2000/01/rdf-schema#subClassOf");
    private final Graph graph;
    private final Collection<Node> records;
    private final Map<Node, Set<Node>> byType = new HashMap<>();
    private final boolean plainTypes;

    FocusNodes(Graph graph, Collection<Node> records) {
        this.graph = graph;
        this.records = records;
        this.plainTypes = !graph.contains(Node.ANY, SUB_CLASS_OF, Node.ANY);
        if (plainTypes) {
            graph.find(Node.ANY, Terms.TYPE, Node.ANY)
                    .forEachRemaining(t -> byType.computeIfAbsent(t.getObject(), o -> new LinkedHashSet<>())
                            .add(t.getSubject()));
        }
    }

    Set<Node> of(Shape shape) {
        Set<Node> nodes = new LinkedHashSet<>();
        for (Target target : shape.getTargets()) {
            TargetType type = target.getTargetType();
            if (type == TargetType.targetNode) {
                nodes.addAll(target.getObject().equals(Judge.RECORD) ? records : List.of(target.getObject()));
            } else if (plainTypes && (type == TargetType.targetClass || type == TargetType.implicitClass)) {
                nodes.addAll(byType.getOrDefault(target.getObject(), Set.of()));
            } else {
                // What is only pointed to is described elsewhere and judged there.
                target.getFocusNodes(graph).stream()
                        .filter(n -> Judge.isDescribed(graph, n))
                        .forEach(nodes::add);
            }
        }
        return nodes;
    }
}
