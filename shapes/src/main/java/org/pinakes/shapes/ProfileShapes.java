package org.pinakes.shapes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.shared.JenaException;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Detail;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Profile;

/**
 * A profile's files as parsed shapes, with the name, file and wording of each rule in one language. Immutable but for what is
 * worked out when it is first asked for.
 *
 * @param written what the files say, together
 * @param shapes the same parsed, without the messages of shapes: the engine would copy every language of each into its report
 * @param fileOf where each shape is written
 * @param allowed by shape, the values that it allows
 */
record ProfileShapes(
        Graph written,
        Shapes shapes,
        Graph background,
        String language,
        Wording wording,
        Map<Node, Rule> byShape,
        Map<Node, String> fileOf,
        Map<Node, AllowedValues> allowed,
        String fingerprint) {

    /** Worst first; then by node, rule and value, so that two runs say the same in the same order. */
    static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(f -> f.focus().orElse(""))
            .thenComparing(Finding::rule)
            .thenComparing(f -> f.value().orElse(""))
            .thenComparing(Finding::message);

    /** In English. */
    static ProfileShapes read(DataFiles files, Profile profile, Graph background) {
        Graph all = GraphMemFactory.createDefaultGraph();
        Map<Node, String> fileOf = new HashMap<>();
        for (Path file : profile.shapes()) {
            Graph one = TurtleFile.read(files, file, file.toUri().toString());
            String name = TurtleFile.name(files, file);
            one.find().forEachRemaining(t -> fileOf.putIfAbsent(t.getSubject(), name));
            GraphUtil.addInto(all, one);
            one.getPrefixMapping().getNsPrefixMap().forEach(all.getPrefixMapping()::setNsPrefix);
        }
        Shapes shapes = parse(files, profile, all);
        Map<Node, AllowedValues> allowed = new HashMap<>();
        for (Shape shape : shapes.getShapeMap().values()) {
            fileOf.putIfAbsent(shape.getShapeNode(), profile.name());
            allowed.put(shape.getShapeNode(), AllowedValues.of(shape, background));
        }
        return of(all, shapes, background, "en", fileOf, allowed, files.fingerprint(profile.shapes()));
    }

    private static ProfileShapes of(
            Graph written,
            Shapes shapes,
            Graph background,
            String language,
            Map<Node, String> fileOf,
            Map<Node, AllowedValues> allowed,
            String fingerprint) {
        Wording wording = new Wording(written, language);
        Map<Node, Rule> rules = new HashMap<>();
        for (Shape shape : shapes.getShapeMap().values()) {
            Node node = shape.getShapeNode();
            AllowedValues values = allowed.get(node);
            String file = fileOf.getOrDefault(node, "");
            rules.put(node, rule(shape, file, values == null ? 0 : values.size(), wording));
        }
        return new ProfileShapes(
                written, shapes, background, language, wording, Map.copyOf(rules), fileOf, allowed, fingerprint);
    }

    /** The same rules, told in another language as far as their files have it. */
    ProfileShapes in(String other) {
        return of(written, shapes, background, other, fileOf, allowed, fingerprint);
    }

    private static Shapes parse(DataFiles files, Profile profile, Graph all) {
        try {
            // From a graph, owl:imports is only noted; a client could otherwise make the server fetch an address.
            Shapes shapes = Shapes.parse(withoutMessages(all));
            if (shapes.numRootShapes() == 0) {
                throw new InputProblem("Profile '" + profile.name() + "': no shape in " + names(files, profile.shapes())
                        + " has a target, so nothing would be judged.");
            }
            return shapes;
        } catch (JenaException e) {
            throw new InputProblem(blame(files, profile) + ": these shapes cannot be read: " + e.getMessage(), e);
        }
    }

    /** Those of SPARQL constraints stay, because the engine fills them in. */
    private static Graph withoutMessages(Graph written) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        written.find()
                .filterDrop(t -> t.getPredicate().equals(SHACL.message)
                        && !written.contains(Node.ANY, SHACL.sparql, t.getSubject()))
                .forEachRemaining(graph::add);
        return graph;
    }

    /** The first file that cannot be read on its own; all files when only their combination cannot. */
    private static String blame(DataFiles files, Profile profile) {
        for (Path file : profile.shapes()) {
            try {
                Shapes.parse(TurtleFile.read(files, file, file.toUri().toString()));
            } catch (JenaException e) {
                return TurtleFile.name(files, file) + line(files.text(file), String.valueOf(e.getMessage()));
            }
        }
        return names(files, profile.shapes());
    }

    /** SHACL errors know no line: it is where the last word that both the error and the file have first stands. */
    private static String line(String text, String message) {
        List<String> lines = text.lines().toList();
        return Stream.of(message.split("[^\\p{Alnum}_-]+"))
                .filter(w -> w.length() > 2)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .flatMap(w -> lines.stream().filter(l -> l.matches(".*(:|#)" + w + "\\b.*")))
                .findFirst()
                .map(l -> ", line " + (lines.indexOf(l) + 1))
                .orElse("");
    }

    private static String names(DataFiles files, List<Path> paths) {
        return String.join(
                ", ", paths.stream().map(p -> TurtleFile.name(files, p)).toList());
    }

    private static Rule rule(Shape shape, String file, int allowed, Wording wording) {
        boolean mandatory = Severity.Violation.equals(shape.getSeverity())
                && shape.getConstraints().stream().anyMatch(c -> c instanceof MinCount m && m.getMinCount() > 0);
        return new Rule(
                wording.ruleName(shape),
                file,
                wording.title(shape),
                wording.message(shape.getShapeNode()).orElse(""),
                severity(shape.getSeverity()),
                shape instanceof PropertyShape p ? Optional.of(wording.path(p.getPath())) : Optional.empty(),
                wording.source(shape),
                allowed,
                mandatory);
    }

    /** The named ones; a shape without an IRI is a part of another. */
    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (Shape shape : shapes.getShapeMap().values()) {
            boolean speaks = shape instanceof PropertyShape
                    || wording.message(shape.getShapeNode()).isPresent();
            if (speaks && shape.getShapeNode().isURI()) {
                rules.add(byShape.get(shape.getShapeNode()));
            }
        }
        return rules.stream()
                .distinct()
                .sorted(Comparator.comparing(Rule::file).thenComparing(Rule::name))
                .toList();
    }

    /** Every name that a finding can have. */
    boolean knows(String rule) {
        return byShape.values().stream().anyMatch(r -> r.name().equals(rule));
    }

    /**
     * What a person reads of one entry of the report.
     *
     * @param data what is judged
     */
    Finding finding(ReportEntry entry, Graph data) {
        Rule rule = byShape.get(entry.source());
        String name = rule == null ? entry.source().toString() : rule.name();
        String title = rule == null ? name : rule.title();
        return new Finding(
                severity(entry.severity()),
                name,
                wording.sentence(entry, title),
                Optional.of(Wording.focus(entry.focusNode())),
                Optional.ofNullable(entry.resultPath()).map(wording::path),
                wording.found(entry),
                Optional.empty(),
                detail(entry, rule, title, data));
    }

    private Detail detail(ReportEntry entry, @Nullable Rule rule, String title, Graph data) {
        AllowedValues values = allowed.get(entry.source());
        return new Detail(
                Optional.of(title),
                values == null || values.size() == 0 ? List.of() : values.nearest(entry.value(), data, language),
                values == null ? 0 : values.size(),
                rule == null ? Optional.empty() : rule.source(),
                Optional.of(entry.source()).filter(Node::isURI).map(Node::getURI),
                Optional.ofNullable(entry.constraint())
                        .map(c -> c.getComponent().getURI()),
                Optional.ofNullable(entry.value()).map(NodeFmtLib::strNT),
                Optional.empty());
    }

    private static Finding.Severity severity(Severity severity) {
        if (Severity.Info.equals(severity)) {
            return Finding.Severity.INFO;
        }
        return Severity.Warning.equals(severity) ? Finding.Severity.WARNING : Finding.Severity.VIOLATION;
    }
}
