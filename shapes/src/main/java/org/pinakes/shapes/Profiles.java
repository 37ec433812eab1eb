package org.pinakes.shapes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Terms;

/** The profiles that {@code shapes/profiles.ttl} lists. */
public final class Profiles {
    private static final Node PROFILE = Terms.iri(Terms.PIN + "Profile");
    private static final Node SHAPES = Terms.iri(Terms.PIN + "shapes");
    private static final Node VIEW = Terms.iri(Terms.PIN + "view");
    private static final Node VERSION = Terms.iri("http://www.w3.org/2002/07/owl#versionInfo");
    private final Map<String, Profile> byName = new TreeMap<>();

    private Profiles() {}

    public static Profiles load(DataFiles files) {
        Path folder = files.home().resolve("shapes");
        Path list = folder.resolve("profiles.ttl");
        Graph graph = parse(list);
        Profiles profiles = new Profiles();
        graph.find(Node.ANY, Terms.TYPE, PROFILE)
                .mapWith(t -> t.getSubject())
                .toList()
                .forEach(node -> {
                    String name = one(list, graph, node, Terms.IDENTIFIER);
                    List<Path> shapes = graph.find(node, SHAPES, Node.ANY).toList().stream()
                            .map(t -> file(list, folder, t.getObject().getLiteralLexicalForm()))
                            .sorted()
                            .toList();
                    Optional<String> view = graph.find(node, VIEW, Node.ANY).toList().stream()
                            .map(t -> t.getObject().getLiteralLexicalForm())
                            .findFirst();
                    profiles.byName.put(
                            name,
                            new Profile(
                                    name,
                                    one(list, graph, node, Terms.TITLE),
                                    one(list, graph, node, VERSION),
                                    shapes,
                                    view));
                });
        return profiles;
    }

    private static Path file(Path list, Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new InputProblem(list + ": names the file '" + name + "', which is not under " + folder + ".");
        }
        return file;
    }

    private static String one(Path list, Graph graph, Node node, Node property) {
        return graph.find(node, property, Node.ANY).toList().stream()
                .map(t -> t.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElseThrow(() -> new InputProblem(list + ": the profile <" + node + "> has no <" + property + ">."));
    }

    static Graph parse(Path file) {
        try {
            return RDFParser.source(file)
                    .lang(Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .toGraph();
        } catch (RiotException e) {
            throw new InputProblem(file + ": this is not valid Turtle: " + e.getMessage() + ".", e);
        }
    }

    public Optional<Profile> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** By name. */
    public List<Profile> all() {
        return List.copyOf(byName.values());
    }
}
