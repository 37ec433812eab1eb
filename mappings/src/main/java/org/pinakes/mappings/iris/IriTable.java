package org.pinakes.mappings.iris;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.InputProblem;

/** Replaces namespaces and IRIs in circulation by those that the profiles use: {@code mappings/iris.csv}. */
public final class IriTable {
    private final Map<String, String> whole = new HashMap<>();
    private final TreeMap<String, String> prefixes = new TreeMap<>();

    private IriTable() {}

    /**
     * What the table made of a graph.
     *
     * @param graph the one that was given when nothing in it is in the table
     * @param changed old node to new, for each that was replaced
     */
    public record Normalised(Graph graph, Map<Node, Node> changed) {

        public Normalised {
            changed = Map.copyOf(changed);
        }
    }

    /** Reads the table; columns {@code kind} ({@code prefix} or {@code iri}), {@code from}, {@code to}, {@code why}. */
    public static IriTable load(Path file) {
        IriTable table = new IriTable();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                table.add(file, row);
            }
        } catch (IOException e) {
            throw new InputProblem(file + ": cannot be read (" + e.getMessage() + ").", e);
        }
        return table;
    }

    private void add(Path file, NamedCsvRecord row) {
        String kind = row.findField("kind").orElse("");
        String from = row.findField("from").orElse("");
        String to = row.findField("to").orElse("");
        if (from.isBlank() || to.isBlank() || !(kind.equals("prefix") || kind.equals("iri"))) {
            throw new InputProblem(file + ", line " + row.getStartingLineNumber()
                    + ": expected kind ('prefix' or 'iri'), from, to, why; found '" + String.join(",", row.getFields())
                    + "'.");
        }
        if ((kind.equals("iri") ? whole : prefixes).put(from, to) != null) {
            throw new InputProblem(
                    file + ", line " + row.getStartingLineNumber() + ": '" + from + "' has a row already.");
        }
    }

    /** Subjects, properties, values and the datatypes of literals. */
    public Normalised normalise(Graph graph) {
        Map<Node, Node> known = new HashMap<>();
        Map<Node, Node> changed = new HashMap<>();
        List<Triple> triples = graph.find().toList();
        for (Triple t : triples) {
            look(t.getSubject(), known, changed);
            look(t.getPredicate(), known, changed);
            look(t.getObject(), known, changed);
        }
        if (changed.isEmpty()) {
            return new Normalised(graph, changed);
        }
        Graph result = GraphMemFactory.createDefaultGraph();
        triples.forEach(t -> result.add(replaced(t, changed)));
        return new Normalised(result, changed);
    }

    /** A statement with its nodes replaced. */
    public static Triple replaced(Triple t, Map<Node, Node> by) {
        return Triple.create(
                by.getOrDefault(t.getSubject(), t.getSubject()),
                by.getOrDefault(t.getPredicate(), t.getPredicate()),
                by.getOrDefault(t.getObject(), t.getObject()));
    }

    private void look(Node node, Map<Node, Node> known, Map<Node, Node> changed) {
        if (node.isURI() || (node.isLiteral() && node.getLiteralDatatypeURI().startsWith("https:"))) {
            Node now = known.computeIfAbsent(node, this::normal);
            if (!now.equals(node)) {
                changed.put(node, now);
            }
        }
    }

    private Node normal(Node node) {
        String iri = node.isURI() ? node.getURI() : node.getLiteralDatatypeURI();
        String now = normal(iri);
        if (now.equals(iri)) {
            return node;
        }
        return node.isURI()
                ? NodeFactory.createURI(now)
                : NodeFactory.createLiteralDT(
                        node.getLiteralLexicalForm(), TypeMapper.getInstance().getSafeTypeByName(now));
    }

    /** By the longest prefix, and then by the row of the whole IRI. */
    public String normal(String iri) {
        String known = whole.get(iri);
        if (known != null) {
            return known;
        }
        String prefix = longestPrefix(iri);
        if (prefix == null) {
            return iri;
        }
        String now = prefixes.get(prefix) + iri.substring(prefix.length());
        return whole.getOrDefault(now, now);
    }

    private @Nullable String longestPrefix(String iri) {
        String key = prefixes.floorKey(iri);
        while (key != null && !iri.startsWith(key)) {
            int common = 0;
            while (common < key.length() && common < iri.length() && key.charAt(common) == iri.charAt(common)) {
                common++;
            }
            key = prefixes.floorKey(key.substring(0, common));
        }
        return key;
    }
}
