package org.pinakes.mappings.iris;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.InputProblem;

/** Replaces namespaces and IRIs by those that the profiles use: {@code mappings/iris.csv}. */
public final class IriTable {
    private final Map<String, String> whole = new HashMap<>();
    private final List<String[]> prefixes = new ArrayList<>();

    private IriTable() {}

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
        if (kind.equals("iri")) {
            whole.put(from, to);
        } else {
            prefixes.add(new String[] {from, to});
        }
    }

    /** The graph itself when nothing in it is in the table, else a new one. */
    public Graph normalise(Graph graph) {
        List<Triple> triples = graph.find().toList();
        if (triples.stream().allMatch(t -> normalise(t).equals(t))) {
            return graph;
        }
        Graph result = GraphMemFactory.createDefaultGraph();
        triples.forEach(t -> result.add(normalise(t)));
        return result;
    }

    private Triple normalise(Triple t) {
        Node s = normalise(t.getSubject());
        Node p = normalise(t.getPredicate());
        Node o = normalise(t.getObject());
        boolean same = s.equals(t.getSubject()) && p.equals(t.getPredicate()) && o.equals(t.getObject());
        return same ? t : Triple.create(s, p, o);
    }

    private Node normalise(Node node) {
        if (!node.isURI()) {
            return node;
        }
        String iri = node.getURI();
        String known = whole.get(iri);
        if (known != null) {
            return NodeFactory.createURI(known);
        }
        for (String[] prefix : prefixes) {
            if (iri.startsWith(prefix[0])) {
                return NodeFactory.createURI(prefix[1] + iri.substring(prefix[0].length()));
            }
        }
        return node;
    }
}
