package org.pinakes.shapes;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.DataFiles;

/** What is known besides a record: code lists, and the SKOS files of {@code ontology/vocabularies}. */
final class Background {
    private static final String FOLDER = "ontology/vocabularies";

    private final DataFiles files;
    private final Graph codes;
    private volatile @Nullable Graph all;

    Background(DataFiles files, Graph codes) {
        this.files = files;
        this.codes = codes;
    }

    /** Reads the vocabularies when first asked: a start that judges nothing does not wait for them. */
    Graph graph() {
        Graph known = all;
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

    private Graph read() {
        Graph vocabularies = GraphMemFactory.createDefaultGraphSameTerm();
        for (Path file : files.below(FOLDER, ".ttl")) {
            GraphUtil.addInto(
                    vocabularies, TurtleFile.read(files, file, file.toUri().toString()));
        }
        return new Layers(vocabularies, codes);
    }
}
