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
    private final Graph graph;
    private final Collection<Node> records;
    private final Map<Node, Set<Node>> byType = new HashMap<>();

    FocusNodes(Graph graph, Collection<Node> records) {
        this.graph = graph;
        this.records = records;
        boolean classes = graph.contains(Node.ANY, Terms.SUB_CLASS_OF, Node.ANY);
        graph.find(Node.ANY, Terms.TYPE, Node.ANY).forEachRemaining(t -> place(t.getSubject(), t.getObject(), classes));
    }

    /** Under its type and, where the graph says that there are any, under the broader ones. */
    private void place(Node node, Node type, boolean classes) {
        boolean isNew = byType.computeIfAbsent(type, o -> new LinkedHashSet<>()).add(node);
        if (isNew && classes) {
            graph.find(type, Terms.SUB_CLASS_OF, Node.ANY).forEachRemaining(t -> place(node, t.getObject(), true));
        }
    }

    Set<Node> of(Shape shape) {
        Set<Node> nodes = new LinkedHashSet<>();
        for (Target target : shape.getTargets()) {
            TargetType type = target.getTargetType();
            if (type == TargetType.targetNode) {
                nodes.addAll(target.getObject().equals(Judge.RECORD) ? records : List.of(target.getObject()));
            } else if (type == TargetType.targetClass || type == TargetType.implicitClass) {
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
