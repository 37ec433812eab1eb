package org.pinakes.ontology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;

/**
 * One code list as it was read and checked.
 *
 * @param name the file's name without its ending
 * @param title in English
 * @param mappings the list's own {@code skos:exactMatch} statements
 */
record CodeListFile(
        Path file, String name, String title, List<Concept> concepts, List<CodeMapping> mappings, Graph graph) {
    private static final Node CONCEPT = Terms.iri(Terms.SKOS + "Concept");
    private static final Node SCHEME = Terms.iri(Terms.SKOS + "ConceptScheme");
    private static final Node PREF_LABEL = Terms.iri(Terms.SKOS + "prefLabel");
    private static final Node ALT_LABEL = Terms.iri(Terms.SKOS + "altLabel");
    private static final Node HIDDEN_LABEL = Terms.iri(Terms.SKOS + "hiddenLabel");
    private static final Node BROADER = Terms.iri(Terms.SKOS + "broader");
    private static final Node EXACT_MATCH = Terms.iri(Terms.SKOS + "exactMatch");

    static CodeListFile read(Path file, CodeSystems systems) {
        String name = file.getFileName().toString().replaceFirst("\\.ttl$", "");
        Graph graph = parse(file);
        List<Concept> concepts = new ArrayList<>();
        List<CodeMapping> mappings = new ArrayList<>();
        for (Node node : graph.find(Node.ANY, Terms.TYPE, CONCEPT)
                .mapWith(Triple::getSubject)
                .toList()) {
            concepts.add(concept(file, name, graph, node));
            for (Node match : objects(graph, node, EXACT_MATCH)) {
                mapping(file, systems, node, match).ifPresent(mappings::add);
            }
        }
        concepts.sort(Comparator.comparing(Concept::iri));
        checkNotations(file, concepts);
        checkLabels(file, concepts);
        checkHierarchy(file, concepts);
        return new CodeListFile(file, name, title(graph, name), List.copyOf(concepts), List.copyOf(mappings), graph);
    }

    String place(String subject, String text) {
        return SourceLines.place(file, subject, text);
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

    private static String title(Graph graph, String name) {
        return graph.find(Node.ANY, Terms.TYPE, SCHEME).toList().stream()
                .flatMap(t -> objects(graph, t.getSubject(), Terms.TITLE).stream())
                .filter(n -> n.isLiteral() && n.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse(name);
    }

    private static Concept concept(Path file, String list, Graph graph, Node node) {
        if (!node.isURI()) {
            throw new InputProblem(file + ": a concept has no IRI; give each skos:Concept one.");
        }
        Map<String, String> labels = new HashMap<>();
        for (Node label : objects(graph, node, PREF_LABEL)) {
            String before = labels.put(label.getLiteralLanguage(), label.getLiteralLexicalForm());
            if (before != null) {
                throw new InputProblem(SourceLines.place(file, node.getURI(), before) + ": <" + node
                        + "> has two preferred labels in '" + label.getLiteralLanguage() + "' (" + before + ", "
                        + label.getLiteralLexicalForm() + "); keep one and make the other skos:altLabel.");
            }
        }
        if (!labels.containsKey("en")) {
            throw new InputProblem(SourceLines.place(file, node.getURI(), "") + ": <" + node
                    + "> has no English label; add skos:prefLabel \"…\"@en.");
        }
        List<Label> others = new ArrayList<>();
        objects(graph, node, ALT_LABEL).forEach(n -> others.add(label(n, false)));
        objects(graph, node, HIDDEN_LABEL).forEach(n -> others.add(label(n, true)));
        others.sort(Comparator.comparing(Label::language).thenComparing(Label::text));
        List<String> notations = objects(graph, node, Terms.NOTATION).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
        List<String> broader = objects(graph, node, BROADER).stream()
                .map(Node::toString)
                .sorted()
                .toList();
        return new Concept(node.getURI(), list, labels, others, notations, broader);
    }

    private static Label label(Node node, boolean hidden) {
        return node.isLiteral()
                ? new Label(node.getLiteralLexicalForm(), node.getLiteralLanguage(), hidden)
                : new Label(node.toString(), "", hidden);
    }

    private static Optional<CodeMapping> mapping(Path file, CodeSystems systems, Node node, Node match) {

        Optional<CodeSystems.Code> code = systems.curie(match.toString());
        if (code.filter(c -> !c.checks()).isPresent()) {
            throw new InputProblem(
                    SourceLines.place(file, node.getURI(), code.get().code()) + ": the check digit of "
                            + code.get().key() + " is wrong, so there is no such code; look the code up again.");
        }
        return code.map(c -> new CodeMapping(node.getURI(), "exactMatch", c, "", "", 1, "", file.toString()));
    }

    private static List<Node> objects(Graph graph, Node s, Node p) {
        return graph.find(s, p, Node.ANY).mapWith(Triple::getObject).toList();
    }

    private static void checkNotations(Path file, List<Concept> list) {
        Map<String, String> seen = new HashMap<>();
        for (Concept concept : list) {
            for (String notation : concept.notations()) {
                String other = seen.put(notation, concept.iri());
                if (other != null) {
                    throw new InputProblem(SourceLines.place(file, concept.iri(), "\"" + notation + "\"")
                            + ": the notation '" + notation + "' stands at <" + other + "> and at <" + concept.iri()
                            + ">; a code means one concept.");
                }
            }
        }
    }

    private static void checkLabels(Path file, List<Concept> list) {
        Map<String, String> seen = new HashMap<>();
        for (Concept concept : list) {
            concept.labels().forEach((language, label) -> {
                String other = seen.put(language + " " + label, concept.iri());
                if (other != null) {
                    throw new InputProblem(SourceLines.place(file, concept.iri(), "\"" + label + "\"")
                            + ": the preferred label '" + label + "'@" + language + " stands at <" + other
                            + "> and at <" + concept.iri() + ">; a reader could not tell them apart.");
                }
            });
        }
    }

    private static void checkHierarchy(Path file, List<Concept> list) {
        Map<String, Concept> own = new HashMap<>();
        list.forEach(c -> own.put(c.iri(), c));
        Set<String> done = new HashSet<>();
        for (Concept concept : list) {
            for (String broader : concept.broader()) {
                if (!own.containsKey(broader)) {
                    throw new InputProblem(SourceLines.place(file, concept.iri(), broader.replaceFirst("^.*[/#]", ""))
                            + ": <" + concept.iri() + "> is narrower than <" + broader
                            + ">, which is not in this list.");
                }
            }
            checkCircle(file, concept, own, new ArrayList<>(), done);
        }
    }

    private static void checkCircle(
            Path file, Concept concept, Map<String, Concept> own, List<String> way, Set<String> done) {
        if (way.contains(concept.iri())) {
            List<String> circle = way.subList(way.indexOf(concept.iri()), way.size());
            throw new InputProblem(SourceLines.place(file, circle.getLast(), "broader") + ": <" + concept.iri()
                    + "> is broader than itself, by way of " + String.join(", ", circle)
                    + "; take the skos:broader out that closes the circle.");
        }
        if (done.contains(concept.iri())) {
            return;
        }
        way.add(concept.iri());
        for (String broader : concept.broader()) {
            Concept above = own.get(broader);
            if (above != null) {
                checkCircle(file, above, own, way, done);
            }
        }
        way.removeLast();
        done.add(concept.iri());
    }
}
