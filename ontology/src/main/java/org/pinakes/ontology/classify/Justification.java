package org.pinakes.ontology.classify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.semanticweb.elk.owlapi.ElkReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** Finds a smallest set of axioms from which something follows, by leaving out what is not needed. Only for messages. */
final class Justification {
    private final OWLOntology ontology;

    Justification(OWLOntology ontology) {
        this.ontology = ontology;
    }

    /** Why the one is a subclass of the other; empty if it is not. */
    Set<OWLAxiom> of(OWLClass narrow, OWLClass broad) {
        List<OWLAxiom> needed = ontology.logicalAxioms().<OWLAxiom>map(a -> a).toList();
        if (!follows(needed, narrow, broad)) {
            return Set.of();
        }
        for (int size = Math.max(1, needed.size() / 2); ; size = size / 2) {
            for (int from = 0; from < needed.size(); ) {
                int to = Math.min(needed.size(), from + size);
                List<OWLAxiom> fewer = new ArrayList<>(needed.subList(0, from));
                fewer.addAll(needed.subList(to, needed.size()));
                if (follows(fewer, narrow, broad)) {
                    needed = fewer;
                } else {
                    from = to;
                }
            }
            if (size == 1) {
                return new LinkedHashSet<>(needed);
            }
        }
    }

    private static boolean follows(List<OWLAxiom> axioms, OWLClass narrow, OWLClass broad) {
        try {
            OWLOntology some = OWLManager.createOWLOntologyManager().createOntology(axioms);
            OWLReasoner reasoner = new ElkReasonerFactory().createReasoner(some);
            try {
                return !reasoner.isSatisfiable(narrow)
                        || reasoner.getSuperClasses(narrow, false).containsEntity(broad)
                        || reasoner.getEquivalentClasses(narrow).contains(broad);
            } finally {
                reasoner.dispose();
            }
        } catch (OWLOntologyCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
