package org.pinakes.harvester.cli;

import java.io.PrintWriter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pinakes.mappings.Statements;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.SourcePointer;

/** Writes statements as they come; Turtle and TriG, which group them, at the end. Findings go to the other writer. */
final class MapOutput implements Statements {
    private static final int SHOWN = 200;

    /** As people write them after {@code --format}. */
    enum Format {
        nq,
        ttl,
        trig
    }

    private final PrintWriter out;
    private final PrintWriter err;
    private final Format format;
    private final boolean explain;
    private final DatasetGraph kept = DatasetGraphFactory.create();
    private final StringBuilder line = new StringBuilder();
    private long statements;
    private long problems;

    MapOutput(PrintWriter out, PrintWriter err, Format format, boolean explain) {
        this.out = out;
        this.err = err;
        this.format = format;
        this.explain = explain;
    }

    @Override
    public boolean wantsPointers() {
        return explain;
    }

    @Override
    public void statement(Quad quad, @Nullable SourcePointer pointer) {
        statements++;
        if (format != Format.nq) {
            // Turtle has no graphs, so all statements go into one
            kept.add(format == Format.ttl ? new Quad(Quad.defaultGraphNodeGenerated, quad.asTriple()) : quad);
            return;
        }
        line.setLength(0);
        line.append(NodeFmtLib.strNT(quad.getSubject())).append(' ');
        line.append(NodeFmtLib.strNT(quad.getPredicate())).append(' ');
        line.append(NodeFmtLib.strNT(quad.getObject())).append(' ');
        if (!quad.isDefaultGraph()) {
            line.append(NodeFmtLib.strNT(quad.getGraph())).append(' ');
        }
        line.append(".\n");
        if (pointer != null) {
            explain(pointer);
        }
        out.append(line);
    }

    /** A comment, so that the output stays N-Quads. */
    private void explain(SourcePointer pointer) {
        Place place = pointer.place();
        line.append("#   ").append(place.document());
        if (!place.position().isEmpty()) {
            line.append(", ").append(place.position());
        }
        if (!place.field().isEmpty()) {
            line.append(", \"").append(oneLine(place.field())).append('"');
        }
        if (!pointer.raw().isEmpty()) {
            line.append(": \"").append(oneLine(pointer.raw())).append('"');
        }
        line.append(" (triples map ").append(pointer.triplesMap()).append(")\n");
    }

    private static String oneLine(String text) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return shown.replace("\n", "\\n").replace("\r", "\\r");
    }

    @Override
    public void finding(Finding finding) {
        if (finding.severity() == Finding.Severity.VIOLATION) {
            problems++;
        }
        err.println(Output.line(finding));
    }

    void end() {
        if (format == Format.ttl) {
            RDFDataMgr.write(Output.stream(out), kept.getDefaultGraph(), Lang.TURTLE);
        } else if (format == Format.trig) {
            RDFDataMgr.write(Output.stream(out), kept, Lang.TRIG);
        }
        out.flush();
    }

    long statements() {
        return statements;
    }

    /** How many findings say that something could not be mapped. */
    long problems() {
        return problems;
    }
}
