package org.pinakes.mappings;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.pinakes.mappings.rml.ObjectMap;
import org.pinakes.mappings.rml.PredicateObjectMap;
import org.pinakes.mappings.rml.TriplesMap;
import org.pinakes.mappings.rows.Row;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.SourcePointer;
import org.pinakes.ontology.Terms;

/** A triples map ready for one run: turns rows into statements. */
final class Rule {
    private record Pair(List<TermMaker> predicates, List<TermMaker> objects, List<TermMaker> graphs) {}

    private final String name;
    private final TermMaker subject;
    private final List<Node> classes;
    private final List<TermMaker> graphs;
    private final List<Pair> pairs = new ArrayList<>();
    private final Statements out;
    private final boolean pointers;
    private final TermBuffer subjects = new TermBuffer();
    private final TermBuffer predicates = new TermBuffer();
    private final TermBuffer objects = new TermBuffer();
    private final TermBuffer subjectGraphs = new TermBuffer();
    private final TermBuffer pairGraphs = new TermBuffer();

    Rule(TriplesMap map, TermMakers makers, Joins joins, Statements out) {
        this.name = map.name();
        this.subject = makers.maker(map.subject());
        this.classes = map.classes();
        this.graphs = map.graphs().stream().map(makers::maker).toList();
        this.out = out;
        this.pointers = out.wantsPointers();
        for (PredicateObjectMap pair : map.pairs()) {
            List<TermMaker> made = new ArrayList<>();
            for (ObjectMap object : pair.objects()) {
                made.add(
                        object instanceof ObjectMap.Term term
                                ? makers.maker(term.map())
                                : joins.maker((ObjectMap.Join) object, map.source(), makers));
            }
            pairs.add(new Pair(
                    pair.predicates().stream().map(makers::maker).toList(),
                    made,
                    pair.graphs().stream().map(makers::maker).toList()));
        }
    }

    void row(Row row) {
        subjects.clear();
        subject.make(row, subjects);
        if (subjects.size() == 0) {
            unnamed(row);
            return;
        }
        fill(subjectGraphs, graphs, row);
        for (Node type : classes) {
            for (int s = 0; s < subjects.size(); s++) {
                statements(row, s, Terms.TYPE, type, subjectGraphs);
            }
        }
        for (Pair pair : pairs) {
            pair(row, pair);
        }
    }

    /** Of optional parts this is normal; a dataset that vanished must be told. */
    private void unnamed(Row row) {
        if (classes.contains(Terms.DATASET)) {
            out.finding(Finding.at(
                    row.place(-1, 0),
                    Finding.Severity.VIOLATION,
                    "lift/no-subject",
                    "This row gives no dataset, because what its address is made of is empty. Fill in the identifier.",
                    ""));
        }
    }

    private void pair(Row row, Pair pair) {
        fill(objects, pair.objects(), row);
        if (objects.size() == 0) {
            return;
        }
        fill(predicates, pair.predicates(), row);
        TermBuffer in = subjectGraphs;
        if (!pair.graphs().isEmpty()) {
            fill(pairGraphs, pair.graphs(), row);
            // RML-Core: the graphs of the subject and of the pair together
            for (int g = 0; g < subjectGraphs.size(); g++) {
                pairGraphs.add(subjectGraphs.node(g));
            }
            in = pairGraphs;
        }
        for (int s = 0; s < subjects.size(); s++) {
            for (int p = 0; p < predicates.size(); p++) {
                for (int o = 0; o < objects.size(); o++) {
                    statements(row, s, predicates.node(p), o, in);
                }
            }
        }
    }

    private static void fill(TermBuffer buffer, List<TermMaker> makers, Row row) {
        buffer.clear();
        for (int i = 0; i < makers.size(); i++) {
            makers.get(i).make(row, buffer);
        }
    }

    private void statements(Row row, int s, Node predicate, Node object, TermBuffer in) {
        emit(row, Triple.create(subjects.node(s), predicate, object), s, -1, in);
    }

    private void statements(Row row, int s, Node predicate, int o, TermBuffer in) {
        emit(row, Triple.create(subjects.node(s), predicate, objects.node(o)), s, o, in);
    }

    private void emit(Row row, Triple triple, int s, int o, TermBuffer in) {
        for (int g = 0; g < Math.max(1, in.size()); g++) {
            Node graph = in.size() == 0 ? Quad.defaultGraphNodeGenerated : in.node(g);
            out.statement(new Quad(graph, triple), pointers ? pointer(row, triple, s, o) : null);
        }
    }

    /** The cell of the object; where the object is the same for all rows, the cell of the subject. */
    private SourcePointer pointer(Row row, Triple triple, int s, int o) {
        boolean own = o >= 0 && objects.reference(o) >= 0;
        int reference = own ? objects.reference(o) : subjects.reference(s);
        String raw = own ? objects.raw(o) : subjects.raw(s);
        Place place = row.place(reference, own ? objects.index(o) : subjects.index(s));
        return new SourcePointer(triple, place, raw, name);
    }
}
