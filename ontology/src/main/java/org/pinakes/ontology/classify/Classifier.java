package org.pinakes.ontology.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;
import org.pinakes.ontology.InputProblem;
import org.semanticweb.elk.owlapi.ElkReasonerFactory;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2ELProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.reasoner.InferenceType;
import org.semanticweb.owlapi.reasoner.Node;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** Classifies the definitions with ELK, the code lists' {@code skos:broader} taken as {@code rdfs:subClassOf}. */
final class Classifier {
    private final CodeLists codes;
    private final Definitions definitions;
    private final OWLOntology ontology;
    private final OWLDataFactory factory;

    private Classifier(Definitions definitions, CodeLists codes) {
        this.codes = codes;
        this.definitions = definitions;
        this.ontology = definitions.ontology();
        this.factory = ontology.getOWLOntologyManager().getOWLDataFactory();
    }

    /**
     * Next broader concepts, by concept, of all concepts that the definitions or their lists speak of. What is wrong in the
     * ontology is an {@link InputProblem} that names the axiom, its file and line.
     */
    static Map<String, List<String>> classify(List<Path> files, CodeLists codes) {
        Classifier classifier = new Classifier(Definitions.read(files), codes);
        classifier.addHierarchy();
        classifier.checkProfile();
        OWLReasoner reasoner = new ElkReasonerFactory().createReasoner(classifier.ontology);
        try {
            reasoner.precomputeInferences(InferenceType.CLASS_HIERARCHY);
            classifier.checkSatisfiable(reasoner);
            return classifier.hierarchy(reasoner);
        } finally {
            reasoner.dispose();
        }
    }

    /** The hierarchy of every list that the definitions speak of. */
    private void addHierarchy() {
        Set<String> lists = ontology.classesInSignature()
                .flatMap(c -> codes.concept(c.getIRI().getIRIString()).stream())
                .map(Concept::list)
                .collect(Collectors.toSet());
        for (String list : lists) {
            for (Concept concept : codes.list(list)) {
                ontology.add(factory.getOWLDeclarationAxiom(owlClass(concept.iri())));
                concept.broader()
                        .forEach(
                                b -> ontology.add(factory.getOWLSubClassOfAxiom(owlClass(concept.iri()), owlClass(b))));
            }
        }
    }

    private OWLClass owlClass(String iri) {
        return factory.getOWLClass(IRI.create(iri));
    }

    private void checkProfile() {
        List<OWLProfileViolation> violations =
                new OWL2ELProfile().checkOntology(ontology).getViolations();
        if (!violations.isEmpty()) {
            OWLProfileViolation first = violations.getFirst();
            OWLAxiom axiom = first.getAxiom();
            throw new InputProblem((axiom == null ? "ontology/definitions" : definitions.place(axiom))
                    + ": this is not OWL 2 EL: " + first + " (" + violations.size() + " in all).");
        }
    }

    private void checkSatisfiable(OWLReasoner reasoner) {
        List<OWLClass> empty = reasoner.getUnsatisfiableClasses()
                .entities()
                .filter(c -> !c.isOWLNothing())
                .sorted()
                .toList();
        if (!empty.isEmpty()) {
            OWLClass first = empty.getFirst();
            throw new InputProblem(cause(
                    first,
                    "nothing can be a " + label(first) + " (" + empty.size() + " such classes)",
                    new Justification(ontology).of(first, factory.getOWLNothing())));
        }
    }

    private void checkEquivalent(OWLClass c, Node<OWLClass> node) {
        List<OWLClass> same = node.entities()
                .filter(e ->
                        !e.equals(c) && codes.concept(e.getIRI().getIRIString()).isPresent())
                .toList();
        if (!same.isEmpty()) {
            OWLClass other = same.getFirst();
            Set<OWLAxiom> axioms = new LinkedHashSet<>(new Justification(ontology).of(c, other));
            axioms.addAll(new Justification(ontology).of(other, c));
            throw new InputProblem(cause(
                    c,
                    label(c) + " and " + label(other) + " are each broader than the other, so they are one",
                    axioms));
        }
    }

    private String cause(OWLClass about, String what, Set<OWLAxiom> axioms) {
        String because = axioms.stream()
                .map(a -> definitions.place(a) + ": " + definitions.shown(a, this::label))
                .collect(Collectors.joining("\n  "));
        return definitions.place(about) + ": " + what + ". It follows from\n  " + because + "\nChange one of them.";
    }

    private String label(OWLClass c) {
        String iri = c.getIRI().getIRIString();
        return codes.concept(iri).map(k -> "'" + k.label("en") + "'").orElse("<" + iri + ">");
    }

    private Map<String, List<String>> hierarchy(OWLReasoner reasoner) {
        Map<String, List<String>> broader = new TreeMap<>();
        ontology.classesInSignature()
                .filter(c -> codes.concept(c.getIRI().getIRIString()).isPresent())
                .forEach(c -> {
                    checkEquivalent(c, reasoner.getEquivalentClasses(c));
                    String iri = c.getIRI().getIRIString();
                    String list = codes.concept(iri).orElseThrow().list();
                    Set<String> above = new LinkedHashSet<>();
                    above(reasoner, c, list, above, new HashSet<>());
                    if (!above.isEmpty()) {
                        broader.put(iri, nearest(reasoner, above));
                    }
                });
        return broader;
    }

    /** Over classes that are no concepts of the list to the next that are. */
    private void above(OWLReasoner reasoner, OWLClass c, String list, Set<String> found, Set<OWLClass> seen) {
        reasoner.getSuperClasses(c, true).entities().filter(seen::add).forEach(s -> {
            String iri = s.getIRI().getIRIString();
            if (codes.concept(iri).filter(k -> k.list().equals(list)).isPresent()) {
                found.add(iri);
            } else if (!s.isOWLThing()) {
                above(reasoner, s, list, found, seen);
            }
        });
    }

    private List<String> nearest(OWLReasoner reasoner, Set<String> above) {
        List<String> nearest = new ArrayList<>(above);
        if (above.size() > 1) {
            for (String iri : above) {
                reasoner.getSuperClasses(owlClass(iri), false)
                        .entities()
                        .forEach(s -> nearest.remove(s.getIRI().getIRIString()));
            }
        }
        nearest.sort(null);
        return nearest;
    }
}
