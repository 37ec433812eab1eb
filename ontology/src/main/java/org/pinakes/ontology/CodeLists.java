package org.pinakes.ontology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;

/** The SKOS code lists of {@code ontology/codes}: one file, one list, named like the file. Checked when they are read. */
public final class CodeLists {
    private static final Node CONCEPT = Terms.iri(Terms.SKOS + "Concept");
    private static final Node PREF_LABEL = Terms.iri(Terms.SKOS + "prefLabel");
    private static final Node ALT_LABEL = Terms.iri(Terms.SKOS + "altLabel");
    private static final Node HIDDEN_LABEL = Terms.iri(Terms.SKOS + "hiddenLabel");
    private static final Node BROADER = Terms.iri(Terms.SKOS + "broader");
    private static final Node EXACT_MATCH = Terms.iri(Terms.SKOS + "exactMatch");

    private final Graph graph = GraphMemFactory.createDefaultGraph();
    private final Map<String, List<Concept>> lists = new LinkedHashMap<>();
    private final Map<String, Concept> concepts = new HashMap<>();
    private final Map<String, List<String>> matches = new HashMap<>();

    private CodeLists() {}

    /** Reads every list; the first fault is an {@link InputProblem} with file and line or concept. */
    public static CodeLists load(DataFiles files) {
        CodeLists all = new CodeLists();
        for (Path file : files.below("ontology/codes", ".ttl")) {
            all.read(file);
        }
        return all;
    }

    private void read(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.ttl$", "");
        Graph read = parse(file);
        List<Concept> list = new ArrayList<>();
        read.find(Node.ANY, Terms.TYPE, CONCEPT).mapWith(Triple::getSubject).toList().stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .forEach(node -> list.add(concept(file, name, read, node)));
        for (Concept concept : list) {
            Concept other = concepts.put(concept.iri(), concept);
            if (other != null) {
                throw new InputProblem(file + ": <" + concept.iri() + "> also stands in the list '" + other.list()
                        + "'; a concept belongs to one list.");
            }
            read.find(Terms.iri(concept.iri()), EXACT_MATCH, Node.ANY).toList().forEach(t -> matches.computeIfAbsent(
                            t.getObject().toString(), k -> new ArrayList<>())
                    .add(concept.iri()));
        }
        checkNotations(file, list);
        checkHierarchy(file, list);
        lists.put(name, List.copyOf(list));
        read.find().forEachRemaining(graph::add);
    }

    private static Graph parse(Path file) {
        try {
            return RDFParser.source(file)
                    .lang(Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .toGraph();
        } catch (RiotException e) {
            throw new InputProblem(file + ": this is not valid Turtle: " + e.getMessage() + ".", e);
        }
    }

    private static Concept concept(Path file, String list, Graph graph, Node node) {
        if (!node.isURI()) {
            throw new InputProblem(file + ": a concept has no IRI; give each skos:Concept one.");
        }
        Map<String, String> labels = new HashMap<>();
        for (Node label : objects(graph, node, PREF_LABEL)) {
            String before = labels.put(label.getLiteralLanguage(), label.getLiteralLexicalForm());
            if (before != null) {
                throw new InputProblem(file + ": <" + node + "> has two preferred labels in '"
                        + label.getLiteralLanguage() + "' (" + before + ", " + label.getLiteralLexicalForm()
                        + "); keep one and make the other skos:altLabel.");
            }
        }
        if (!labels.containsKey("en")) {
            throw new InputProblem(file + ": <" + node + "> has no English label; add skos:prefLabel \"…\"@en.");
        }
        List<String> synonyms = new ArrayList<>(texts(graph, node, ALT_LABEL));
        synonyms.addAll(texts(graph, node, HIDDEN_LABEL));
        List<String> broader = objects(graph, node, BROADER).stream()
                .map(Node::toString)
                .sorted()
                .toList();
        return new Concept(node.getURI(), list, labels, synonyms, texts(graph, node, Terms.NOTATION), broader);
    }

    private static List<Node> objects(Graph graph, Node s, Node p) {
        return graph.find(s, p, Node.ANY).mapWith(Triple::getObject).toList();
    }

    private static List<String> texts(Graph graph, Node s, Node p) {
        return objects(graph, s, p).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    private static void checkNotations(Path file, List<Concept> list) {
        Map<String, String> seen = new HashMap<>();
        for (Concept concept : list) {
            for (String notation : concept.notations()) {
                String other = seen.put(notation, concept.iri());
                if (other != null) {
                    throw new InputProblem(file + ": the notation '" + notation + "' stands at <" + other + "> and at <"
                            + concept.iri() + ">; a code means one concept.");
                }
            }
        }
    }

    private static void checkHierarchy(Path file, List<Concept> list) {
        Map<String, Concept> own = new HashMap<>();
        list.forEach(c -> own.put(c.iri(), c));
        for (Concept concept : list) {
            for (String broader : concept.broader()) {
                if (!own.containsKey(broader)) {
                    throw new InputProblem(file + ": <" + concept.iri() + "> is narrower than <" + broader
                            + ">, which is not in this list.");
                }
            }
            if (above(concept.iri(), own).contains(concept.iri())) {
                throw new InputProblem(file + ": <" + concept.iri()
                        + "> is broader than itself; take the skos:broader out" + " that closes the circle.");
            }
        }
    }

    private static Set<String> above(String iri, Map<String, Concept> concepts) {
        Set<String> found = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(iri));
        while (!open.isEmpty()) {
            List<String> next = new ArrayList<>();
            for (String at : open) {
                Concept concept = concepts.get(at);
                for (String broader : concept == null ? List.<String>of() : concept.broader()) {
                    if (found.add(broader)) {
                        next.add(broader);
                    }
                }
            }
            open = next;
        }
        return found;
    }

    public Set<String> names() {
        return new TreeSet<>(lists.keySet());
    }

    /** The concepts of a list in IRI order; empty for an unknown list. */
    public List<Concept> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    public Optional<Concept> concept(String iri) {
        return Optional.ofNullable(concepts.get(iri));
    }

    /** Broader concepts of any height, nearest first, without itself. */
    public List<String> ancestors(String iri) {
        return List.copyOf(above(iri, concepts));
    }

    /** IRIs of our concepts that say {@code skos:exactMatch} of an IRI of another system. */
    public List<String> matching(String iri) {
        return matches.getOrDefault(iri, List.of());
    }

    /** All statements of all lists; not to be changed. */
    public Graph graph() {
        return graph;
    }
}
