package org.pinakes.mappings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.SourcePointer;

/** Keeps what a mapping makes. */
final class Collected implements Statements {
    final DatasetGraph dataset = DatasetGraphFactory.create();
    final List<SourcePointer> pointers = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    /** Unsafe IRIs may hold spaces, which no parser of N-Quads reads; they are compared under another name. */
    private static Node readable(Node node) {
        return node.isURI() ? NodeFactory.createURI(node.getURI().replace(" ", "SPACE")) : node;
    }

    @Override
    public void statement(Quad quad, @Nullable SourcePointer pointer) {
        dataset.add(new Quad(
                quad.getGraph(), readable(quad.getSubject()), quad.getPredicate(), readable(quad.getObject())));
        if (pointer != null) {
            pointers.add(pointer);
        }
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.VIOLATION);
    }

    /** Empty when the dataset is the expected one, else what is missing and what is too much. */
    String difference(String nquads) {
        DatasetGraph expected = DatasetGraphFactory.create();
        String text = Pattern.compile("<[^<>\"]*>")
                .matcher(nquads)
                .replaceAll(m -> Matcher.quoteReplacement(m.group().replace(" ", "SPACE")));
        RDFParser.fromString(text, Lang.NQUADS)
                .errorHandler(ErrorHandlerFactory.errorHandlerIgnoreWarnings(null))
                .checking(false)
                .parse(expected);
        if (IsoMatcher.isomorphic(expected, dataset)) {
            return "";
        }
        Set<String> missing = lines(expected);
        Set<String> surplus = lines(dataset);
        missing.removeAll(lines(dataset));
        surplus.removeAll(lines(expected));
        return "missing: " + missing + "\nsurplus: " + surplus + "\nfindings: " + findings;
    }

    private static Set<String> lines(DatasetGraph dataset) {
        Set<String> lines = new TreeSet<>();
        dataset.find().forEachRemaining(q -> lines.add(q.toString()));
        return lines;
    }
}
