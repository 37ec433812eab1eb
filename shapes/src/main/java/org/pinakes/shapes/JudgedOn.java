package org.pinakes.shapes;

import java.time.LocalDate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.Terms;

/**
 * The day of a judgement, from which the rules count what is in the future or a year ago. No rule reads the clock: who
 * judges says the day, and states it in the report, so that the same record, rules and day give the same verdict.
 */
public final class JudgedOn {
    private static final Node JUDGED_ON = Terms.iri(Terms.PIN + "judgedOn");

    private JudgedOn() {}

    /** What is to be judged, and {@code pin:record pin:judgedOn} the day; the record itself stays as it is. */
    public static Graph day(Graph record, LocalDate day) {
        Graph known = GraphMemFactory.createDefaultGraph();
        known.add(Triple.create(
                Judge.RECORD, JUDGED_ON, NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate)));
        return new Layers(record, known);
    }
}
