package org.pinakes.shapes;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;

/** Reads a Turtle file that a curator wrote and says where it is wrong. */
final class TurtleFile {

    private TurtleFile() {}

    /** Nothing but this one file is read: an {@code owl:imports} in it is a triple like any other. */
    static Graph read(DataFiles files, Path file, String base) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        try {
            RDFParser.fromString(files.text(file), Lang.TTL)
                    .base(base)
                    .errorHandler(new Stop())
                    .parse(graph);
        } catch (RiotParseException e) {
            throw new InputProblem(
                    name(files, file) + ", line " + e.getLine() + ", column " + e.getCol() + ": this is not Turtle: "
                            + e.getOriginalMessage(),
                    e);
        }
        return graph;
    }

    /** As a person names it: from the project's folder on. */
    static String name(DataFiles files, Path file) {
        Path home = files.home().toAbsolutePath().normalize();
        Path full = file.toAbsolutePath().normalize();
        return (full.startsWith(home) ? home.relativize(full) : full).toString().replace('\\', '/');
    }

    /** Ends at the first error. A doubtful literal or IRI is only a warning: cases hold them on purpose. */
    private static final class Stop implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new RiotParseException(message, line, column);
        }
    }
}
