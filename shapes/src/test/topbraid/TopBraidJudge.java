import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.topbraid.jenax.util.ARQFactory;
import org.topbraid.shacl.engine.ShapesGraph;
import org.topbraid.shacl.engine.ShapesGraphFactory;
import org.topbraid.shacl.validation.ValidationEngine;
import org.topbraid.shacl.validation.ValidationEngineConfiguration;
import org.topbraid.shacl.validation.ValidationEngineFactory;
import org.topbraid.shacl.validation.ValidationUtil;

/**
 * TopBraid SHACL in a process of its own, because it needs another Jena than we have. Arguments: an N-Quads file in which
 * each named graph is a record, a file of code lists, the shapes files. Prints a line for each violation: record, shape and
 * constraint, focus node, path, value, and whether the constraint is sh:node.
 */
final class TopBraidJudge {
    private static final String SH = "http://www.w3.org/ns/shacl#";

    private final Model shapes = ModelFactory.createDefaultModel();
    private final Model codes = ModelFactory.createDefaultModel();

    private TopBraidJudge() {}

    public static void main(String[] args) throws Exception {
        TopBraidJudge judge = new TopBraidJudge();
        RDFDataMgr.read(judge.codes, args[1]);
        for (String file : Arrays.copyOfRange(args, 2, args.length)) {
            RDFDataMgr.read(judge.shapes, file);
        }
        judge.run(RDFDataMgr.loadDataset(args[0]), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private void run(Dataset records, PrintStream out) throws Exception {
        Model all = ValidationUtil.ensureToshTriplesExist(shapes);
        ShapesGraph graph = ShapesGraphFactory.get().createShapesGraph(all);
        URI uri = URI.create("urn:shapes");
        TreeMap<String, Model> byName = new TreeMap<>();
        records.listNames().forEachRemaining(n -> byName.put(n, records.getNamedModel(n)));
        for (var record : byName.entrySet()) {
            Dataset data = ARQFactory.get().getDataset(ModelFactory.createUnion(record.getValue(), codes));
            data.addNamedModel(uri.toString(), all);
            ValidationEngine engine = ValidationEngineFactory.get().create(data, uri, graph, null);
            engine.setConfiguration(
                    new ValidationEngineConfiguration().setValidateShapes(false).setReportDetails(false));
            engine.setFocusNodeFilter(n -> isOfTheRecord(n, record.getValue()));
            engine.validateAll();
            for (String line : violations(engine.getReport().getModel())) {
                out.println(record.getKey() + "\t" + line);
            }
        }
    }

    private boolean isOfTheRecord(RDFNode node, Model record) {
        return !node.isResource()
                || record.contains(node.asResource(), null, (RDFNode) null)
                || !codes.contains(node.asResource(), null, (RDFNode) null);
    }

    private List<String> violations(Model report) {
        List<String> lines = new ArrayList<>();
        report.listSubjectsWithProperty(sh("resultSeverity"), report.createResource(SH + "Violation"))
                .forEachRemaining(r -> {
                    String component =
                            local(text(r, "sourceConstraintComponent")).replace("ConstraintComponent", "");
                    lines.add(String.join(
                            "\t",
                            name(r.getPropertyResourceValue(sh("sourceShape"))) + " " + component,
                            text(r, "focusNode"),
                            text(r, "resultPath"),
                            text(r, "value").replaceAll("\\s", " "),
                            String.valueOf(component.equals("Node"))));
                });
        return lines;
    }

    /** The name of the node shape that a property shape belongs to, and the property. */
    private String name(Resource shape) {
        if (shape == null) {
            return "";
        }
        if (shape.isURIResource()) {
            return local(shape.getURI());
        }
        Resource same = shape.inModel(shapes);
        var path = same.getProperty(sh("path"));
        var owners = shapes.listSubjectsWithProperty(sh("property"), same).toList();
        String owner = owners.isEmpty() ? "" : name(owners.get(0));
        return owner + "/"
                + (path == null || !path.getObject().isURIResource()
                        ? ""
                        : local(path.getResource().getURI()));
    }

    private static String text(Resource result, String property) {
        var found = result.getProperty(sh(property));
        if (found == null) {
            return "";
        }
        RDFNode node = found.getObject();
        return node.isAnon()
                ? "_:"
                : node.isLiteral() ? "\"" + node.asLiteral().getLexicalForm() + "\"" : node.toString();
    }

    private static Property sh(String name) {
        return ResourceFactory.createProperty(SH + name);
    }

    private static String local(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
