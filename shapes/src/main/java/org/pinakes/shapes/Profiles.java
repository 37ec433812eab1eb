package org.pinakes.shapes;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Terms;

/** The profiles that {@code shapes/profiles.ttl} lists, in the words of the W3C Profiles Vocabulary. */
public final class Profiles {
    private static final String FILE = "shapes/profiles.ttl";
    private static final String PROF = "http://www.w3.org/ns/dx/prof/";
    private static final Node PROFILE = Terms.iri(PROF + "Profile");
    private static final Node TOKEN = Terms.iri(PROF + "hasToken");
    private static final Node RESOURCE = Terms.iri(PROF + "hasResource");
    private static final Node ROLE = Terms.iri(PROF + "hasRole");
    private static final Node ARTIFACT = Terms.iri(PROF + "hasArtifact");
    private static final Node CONSTRAINTS = Terms.iri(PROF + "role/constraints");
    private static final Node MAPPING = Terms.iri(PROF + "role/mapping");
    private static final Node VERSION = Terms.iri(Terms.DCAT + "version");

    private final Map<String, Profile> byName;

    private Profiles(Map<String, Profile> byName) {
        this.byName = byName;
    }

    /** Reads the list and finds every file it names; the shapes in them are read when they are first needed. */
    public static Profiles load(DataFiles files) {
        Path list = files.home().resolve(FILE);
        if (!Files.isRegularFile(list)) {
            throw new InputProblem("There is no " + FILE + " in " + files.home() + "; it lists the profiles.");
        }
        Graph graph = TurtleFile.read(files, list, list.toUri().toString());
        Map<String, Profile> found = new TreeMap<>();
        for (Node node : subjects(graph)) {
            Profile profile = new Reader(files, graph, node).profile();
            if (found.put(profile.name(), profile) != null) {
                throw new InputProblem(FILE + ": two profiles are called '" + profile.name() + "'; rename one.");
            }
        }
        return new Profiles(new LinkedHashMap<>(found));
    }

    public Optional<Profile> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The profile, or an {@link InputProblem} that lists the names there are. */
    public Profile profile(String name) {
        return named(name)
                .orElseThrow(() -> new InputProblem(
                        "There is no profile '" + name + "'; there are: " + String.join(", ", byName.keySet()) + "."));
    }

    /** Sorted by name. */
    public List<Profile> all() {
        return List.copyOf(byName.values());
    }

    private static List<Node> subjects(Graph graph) {
        return graph.find(Node.ANY, Terms.TYPE, PROFILE)
                .mapWith(Triple::getSubject)
                .toList();
    }

    /** Reads one entry of the list. */
    private record Reader(DataFiles files, Graph graph, Node node) {

        Profile profile() {
            String name = text(TOKEN, "prof:hasToken", "its name on the command line");
            if (!name.matches("[a-z0-9][a-z0-9.-]*")) {
                throw new InputProblem(
                        FILE + ": the name '" + name + "' may only have small letters, digits, '-' and '.'.");
            }
            return new Profile(
                    name,
                    text(Terms.TITLE, "dct:title", "what it is called on pages"),
                    text(VERSION, "dcat:version", "the release of the specification"),
                    shapes(name),
                    view(name));
        }

        private List<Path> shapes(String name) {
            List<Path> shapes = new ArrayList<>();
            for (Path artifact : artifacts(name, CONSTRAINTS)) {
                List<Path> in = Files.isDirectory(artifact)
                        ? files.below(files.home().relativize(artifact).toString(), ".ttl")
                        : List.of(artifact);
                if (in.isEmpty() || !Files.isRegularFile(in.getFirst())) {
                    throw new InputProblem(FILE + ": profile '" + name + "' names " + TurtleFile.name(files, artifact)
                            + ", where no .ttl file is.");
                }
                shapes.addAll(in);
            }
            if (shapes.isEmpty()) {
                throw new InputProblem(FILE + ": profile '" + name
                        + "' has no shapes; add a prof:hasResource with prof:hasRole role:constraints.");
            }
            return shapes.stream().sorted().toList();
        }

        private Optional<String> view(String name) {
            List<Path> views = artifacts(name, MAPPING);
            if (views.size() > 1) {
                throw new InputProblem(FILE + ": profile '" + name + "' has " + views.size() + " views; one at most.");
            }
            return views.stream().findFirst().map(v -> {
                String file = v.getFileName().toString();
                if (!v.equals(files.home().resolve("queries/views/" + file)) || !file.endsWith(".rq")) {
                    throw new InputProblem(FILE + ": the view of profile '" + name + "' is " + TurtleFile.name(files, v)
                            + "; a view is a .rq file in queries/views.");
                }
                if (!Files.isRegularFile(v)) {
                    throw new InputProblem(FILE + ": the view of profile '" + name + "' is " + TurtleFile.name(files, v)
                            + ", and there is no such file.");
                }
                return file.substring(0, file.length() - ".rq".length());
            });
        }

        private List<Path> artifacts(String name, Node role) {
            List<Path> paths = new ArrayList<>();
            for (Node resource : objects(node, RESOURCE)) {
                List<Node> roles = objects(resource, ROLE);
                if (!roles.equals(List.of(CONSTRAINTS)) && !roles.equals(List.of(MAPPING))) {
                    throw new InputProblem(FILE + ": each prof:hasResource of profile '" + name
                            + "' has one prof:hasRole, role:constraints or role:mapping.");
                }
                if (roles.contains(role)) {
                    objects(resource, ARTIFACT).forEach(a -> paths.add(path(name, a)));
                }
            }
            return paths;
        }

        private Path path(String name, Node artifact) {
            if (!artifact.isURI() || !artifact.getURI().startsWith("file:")) {
                throw new InputProblem(FILE + ": prof:hasArtifact of profile '" + name + "' is " + artifact
                        + "; write the path of a file or folder in angle brackets, for example <dcat-ap-3/3.0.1/>.");
            }
            Path path = Path.of(URI.create(artifact.getURI())).normalize();
            if (!path.startsWith(files.home().toAbsolutePath().normalize())) {
                throw new InputProblem(
                        FILE + ": profile '" + name + "' names " + path + ", which is outside the project's folder.");
            }
            return files.home()
                    .resolve(files.home().toAbsolutePath().normalize().relativize(path));
        }

        private List<Node> objects(Node subject, Node property) {
            return graph.find(subject, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList();
        }

        private String text(Node property, String curie, String meaning) {
            List<Node> values = objects(node, property);
            if (values.size() != 1 || !values.getFirst().isLiteral()) {
                throw new InputProblem(
                        FILE + ": profile " + label() + " needs exactly one " + curie + " (" + meaning + ") as text.");
            }
            return values.getFirst().getLiteralLexicalForm();
        }

        private String label() {
            return node.isURI() ? "<#" + node.getURI().replaceFirst(".*#", "") + ">" : "without an IRI";
        }
    }
}
