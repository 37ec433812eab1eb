package org.pinakes.shapes;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.DataFiles;

/** What is known besides a record: code lists, and the SKOS files of {@code ontology/vocabularies}; one graph, read once. */
final class Background {
    private static final String FOLDER = "ontology/vocabularies";

    private final DataFiles files;
    private final Supplier<Graph> codes;
    private volatile @Nullable Known all;

    private record Known(Graph graph, Set<Node> subjects) {}

    Background(DataFiles files, Supplier<Graph> codes) {
        this.files = files;
        this.codes = codes;
    }

    Graph graph() {
        return known().graph();
    }

    /** A record together with the background. */
    Graph under(Graph record) {
        return new Layers(record, known().graph(), known().subjects());
    }

    /** Reads the vocabularies when first asked: a start that judges nothing does not wait for them. */
    private Known known() {
        Known known = all;
        if (known == null) {
            synchronized (this) {
                known = all;
                if (known == null) {
                    known = read();
                    all = known;
                }
            }
        }
        return known;
    }

    private Known read() {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        GraphUtil.addInto(graph, codes.get());
        for (Path file : files.below(FOLDER, ".ttl")) {
            GraphUtil.addInto(graph, TurtleFile.read(files, file, file.toUri().toString()));
        }
        return new Known(
                graph, Set.copyOf(graph.find().mapWith(Triple::getSubject).toSet()));
    }
}
