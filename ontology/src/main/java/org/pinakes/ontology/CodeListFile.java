package org.pinakes.ontology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * One code list as it was read and checked.
 *
 * @param name the file's name without its ending
 * @param title in English
 * @param mappings the list's own {@code skos:exactMatch} statements
 * @param statements all that the file says, in its order
 */
record CodeListFile(
        Path file,
        String name,
        String title,
        List<Concept> concepts,
        List<CodeMapping> mappings,
        List<Triple> statements) {
    private static final Node CONCEPT = Terms.iri(Terms.SKOS + "Concept");
    private static final Node SCHEME = Terms.iri(Terms.SKOS + "ConceptScheme");
    private static final Node PREF_LABEL = Terms.iri(Terms.SKOS + "prefLabel");
    private static final Node ALT_LABEL = Terms.iri(Terms.SKOS + "altLabel");
    private static final Node HIDDEN_LABEL = Terms.iri(Terms.SKOS + "hiddenLabel");
    private static final Node BROADER = Terms.iri(Terms.SKOS + "broader");
    private static final Node EXACT_MATCH = Terms.iri(Terms.SKOS + "exactMatch");

    static CodeListFile read(Path file, CodeSystems systems) {
        String name = file.getFileName().toString().replaceFirst("\\.ttl$", "");
        List<Triple> statements = parse(file);
        Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
        statements.forEach(t -> bySubject
                .computeIfAbsent(t.getSubject(), s -> new ArrayList<>())
                .add(t));
        List<Concept> concepts = new ArrayList<>();
        List<CodeMapping> mappings = new ArrayList<>();
        bySubject.forEach((node, about) -> {
            if (objects(about, Terms.TYPE).contains(CONCEPT)) {
                concepts.add(concept(file, name, about, node));
                for (Node match : objects(about, EXACT_MATCH)) {
                    mapping(file, systems, node, match).ifPresent(mappings::add);
                }
            }
        });
        concepts.sort(Comparator.comparing(Concept::iri));
        checkNotations(file, concepts);
        checkLabels(file, concepts);
        checkHierarchy(file, concepts);
        return new CodeListFile(
                file, name, title(bySubject.values(), name), List.copyOf(concepts), List.copyOf(mappings), statements);
    }

    String place(String subject, String text) {
        return SourceLines.place(file, subject, text);
    }

    private static List<Triple> parse(Path file) {
        List<Triple> statements = new ArrayList<>();
        try {
            RDFParser.source(file)
                    .lang(Lang.TURTLE)
                    // Resolving is a third of the reading, and who has edited a file waits for it. A relative IRI is
                    // refused.
                    .resolveURIs(false)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            statements.add(triple);
                        }
                    });
            return statements;
        } catch (RiotException e) {
            throw new InputProblem(file + ": this is not valid Turtle: " + e.getMessage() + ".", e);
        }
    }

    private static String title(Collection<List<Triple>> subjects, String name) {
        return subjects.stream()
                .filter(about -> objects(about, Terms.TYPE).contains(SCHEME))
                .flatMap(about -> objects(about, Terms.TITLE).stream())
                .filter(n -> n.isLiteral() && n.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse(name);
    }

    private static Concept concept(Path file, String list, List<Triple> about, Node node) {
        if (!node.isURI()) {
            throw new InputProblem(file + ": a concept has no IRI; give each skos:Concept one.");
        }
        Map<String, String> labels = new HashMap<>();
        for (Node label : objects(about, PREF_LABEL)) {
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
        objects(about, ALT_LABEL).forEach(n -> others.add(label(n, false)));
        objects(about, HIDDEN_LABEL).forEach(n -> others.add(label(n, true)));
        others.sort(Comparator.comparing(Label::language).thenComparing(Label::text));
        List<String> notations = objects(about, Terms.NOTATION).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
        List<String> broader =
                objects(about, BROADER).stream().map(Node::toString).sorted().toList();
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

    private static List<Node> objects(List<Triple> about, Node property) {
        List<Node> objects = new ArrayList<>();
        for (Triple t : about) {
            if (t.getPredicate().equals(property) && !objects.contains(t.getObject())) {
                objects.add(t.getObject());
            }
        }
        return objects;
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
