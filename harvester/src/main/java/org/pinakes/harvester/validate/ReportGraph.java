package org.pinakes.harvester.validate;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.pinakes.ontology.Detail;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Terms;

/**
 * A report as {@code sh:ValidationReport} (SHACL 1.0 section 3.6), one for each profile, with profile, release, time and change
 * number. {@code sh:conforms} is true when no violation is left that counts: warnings and what is waived are results too, and
 * do not make it false.
 */
public final class ReportGraph {
    private static final Node VERSION = Terms.iri(Terms.DCAT + "version");
    private static final Node GENERATED = Terms.iri(Terms.PROV + "generatedAtTime");
    private static final Node SEE_ALSO = Terms.iri("http://www.w3.org/2000/01/rdf-schema#seeAlso");
    private static final Node WAIVED = Terms.iri(Terms.PIN + "waivedBecause");
    private static final Node PROFILE = Terms.iri(Terms.PIN + "profile");
    private final Report report;
    private final Graph graph = GraphMemFactory.createDefaultGraph();
    private final Map<String, Node> blanks = new HashMap<>();

    private ReportGraph(Report report) {
        this.report = report;
    }

    public static Graph of(Report report) {
        ReportGraph made = new ReportGraph(report);
        report.profiles().forEach(made::add);
        made.graph.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
        made.graph.getPrefixMapping().setNsPrefix("dct", Terms.DCT);
        made.graph.getPrefixMapping().setNsPrefix("dcat", Terms.DCAT);
        made.graph.getPrefixMapping().setNsPrefix("prov", Terms.PROV);
        made.graph.getPrefixMapping().setNsPrefix("pin", Terms.PIN);
        made.graph.getPrefixMapping().setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
        return made.graph;
    }

    private void add(Profile profile) {
        Node node = NodeFactory.createBlankNode();
        graph.add(node, Terms.TYPE, SHACL.ValidationReport);
        graph.add(node, SHACL.conforms, typed(Boolean.toString(report.conforms(profile)), XSDDatatype.XSDboolean));
        graph.add(node, PROFILE, text(profile.name()));
        graph.add(node, Terms.TITLE, text(profile.title()));
        graph.add(node, VERSION, text(profile.release()));
        graph.add(node, GENERATED, typed(report.at().toString(), XSDDatatype.XSDdateTime));
        report.change()
                .ifPresent(n -> graph.add(node, Terms.CHANGE_NUMBER, typed(n.toString(), XSDDatatype.XSDinteger)));
        for (Judgement judgement : report.of(profile)) {
            judgement.verdict().findings().forEach(f -> result(node, judgement, f));
        }
    }

    private void result(Node of, Judgement judgement, Finding f) {
        Node node = NodeFactory.createBlankNode();
        Detail detail = f.detail();
        graph.add(of, SHACL.result, node);
        graph.add(node, Terms.TYPE, SHACL.ValidationResult);
        graph.add(node, SHACL.resultSeverity, severity(f));
        graph.add(node, SHACL.resultMessage, NodeFactory.createLiteralLang(f.message(), report.language()));
        graph.add(node, SHACL.focusNode, named(f.focus().orElse(judgement.record())));
        f.path()
                .filter(p -> p.matches("[a-z]+:[^\\s<>\"|/*+?()^]*/?/?[^\\s<>\"|*+?()^]*"))
                .ifPresent(p -> graph.add(node, SHACL.resultPath, Terms.iri(p)));
        detail.term().ifPresent(t -> graph.add(node, SHACL.value, term(t)));
        detail.shape().ifPresent(s -> graph.add(node, SHACL.sourceShape, Terms.iri(s)));
        detail.component().ifPresent(c -> graph.add(node, SHACL.sourceConstraintComponent, Terms.iri(c)));
        detail.source().ifPresent(s -> graph.add(node, SEE_ALSO, Terms.iri(s)));
        detail.waiver().ifPresent(w -> graph.add(node, WAIVED, text(w.reason() + " (until " + w.until() + ")")));
    }

    private static Node severity(Finding finding) {
        return switch (finding.severity()) {
            case VIOLATION -> SHACL.Violation;
            case WARNING -> SHACL.Warning;
            case INFO -> SHACL.Info;
        };
    }

    private Node term(String term) {
        return term.startsWith("_:") ? named(term) : NodeFactoryExtra.parseNode(term);
    }

    private Node named(String name) {
        return name.isEmpty() || name.startsWith("_:")
                ? blanks.computeIfAbsent(name, n -> NodeFactory.createBlankNode())
                : Terms.iri(name);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node typed(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }
}
