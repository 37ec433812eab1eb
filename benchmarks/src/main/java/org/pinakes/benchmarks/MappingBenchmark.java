package org.pinakes.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pinakes.mappings.Mapping;
import org.pinakes.mappings.Statements;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.SourcePointer;

/**
 * The same mapping file and the same rows of 15 columns through CARML and through ours, as CSV and as JSON: all rows in one
 * call, and one row in each of many calls. The graphs are compared first; then the two take turns.
 */
public final class MappingBenchmark {
    private static final int COLUMNS = 15;
    private static final int CALLS = 1_000;

    private MappingBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        PrintStream out = System.out;
        out.printf("%d rows of %d columns, median of %d rounds; %d calls with one row%n", rows, COLUMNS, rounds, CALLS);
        out.println(
                "| input | CARML ms | ours ms | ratio | with pointers ms | ratio | one row, CARML ms | ours ms | ratio |"
                        + " with pointers ms | ratio |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        measure(out, "CSV", csv(rows), csv(1), rounds);
        measure(out, "JSON", json(rows), json(1), rounds);
    }

    private static void measure(PrintStream out, String kind, byte[] all, byte[] one, int rounds) throws IOException {
        String turtle = turtle(kind.equals("CSV"));
        Path file = Files.writeString(Files.createTempFile("mapping", ".ttl"), turtle);
        Mapping ours = Mapping.load(file);
        Carml carml = new Carml(turtle);
        same(kind, carml.ntriples(all), graph(ours, kind, all));
        long[][] times = new long[6][rounds];
        for (int i = -1; i < rounds; i++) {
            int round = Math.max(i, 0); // the first round warms up and is written over
            times[0][round] = time(() -> carml.count(all));
            times[1][round] = time(() -> count(ours, kind, all, false));
            times[2][round] = time(() -> count(ours, kind, all, true));
            times[3][round] = time(() -> repeated(() -> carml.count(one)));
            times[4][round] = time(() -> repeated(() -> count(ours, kind, one, false)));
            times[5][round] = time(() -> repeated(() -> count(ours, kind, one, true)));
        }
        double[] ms = Arrays.stream(times).mapToDouble(MappingBenchmark::median).toArray();
        out.printf(
                "| %s | %.0f | %.0f | %.1f | %.0f | %.1f | %.0f | %.0f | %.1f | %.0f | %.1f |%n",
                kind,
                ms[0],
                ms[1],
                ms[0] / ms[1],
                ms[2],
                ms[0] / ms[2],
                ms[3],
                ms[4],
                ms[3] / ms[4],
                ms[5],
                ms[3] / ms[5]);
        Files.delete(file);
    }

    private static long repeated(LongSupplier call) {
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += call.getAsLong();
        }
        return sum;
    }

    private static long time(LongSupplier work) {
        long start = System.nanoTime();
        if (work.getAsLong() == 0) {
            throw new IllegalStateException("nothing was mapped");
        }
        return System.nanoTime() - start;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private static void same(String kind, String theirs, Graph ours) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(theirs, Lang.NTRIPLES).parse(graph);
        if (!graph.isIsomorphicWith(ours)) {
            throw new IllegalStateException(
                    kind + ": the graphs differ, CARML's has " + graph.size() + " triples, ours " + ours.size());
        }
    }

    private static Document document(String kind, byte[] bytes) {
        String type = kind.equals("CSV") ? "text/csv" : "application/json";
        return new Document("input", type, Instant.EPOCH, "", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static long count(Mapping mapping, String kind, byte[] bytes, boolean pointers) {
        Counted counted = new Counted(pointers, null);
        mapping.run(document(kind, bytes), "https://example.org/", counted);
        return counted.count;
    }

    private static Graph graph(Mapping mapping, String kind, byte[] bytes) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        mapping.run(document(kind, bytes), "https://example.org/", new Counted(false, graph));
        return graph;
    }

    private static final class Counted implements Statements {
        private final boolean pointers;
        private final @Nullable Graph graph;
        private long count;

        Counted(boolean pointers, @Nullable Graph graph) {
            this.pointers = pointers;
            this.graph = graph;
        }

        @Override
        public boolean wantsPointers() {
            return pointers;
        }

        @Override
        public void statement(Quad quad, @Nullable SourcePointer pointer) {
            count++;
            if (graph != null) {
                graph.add(quad.asTriple());
            }
        }

        @Override
        public void finding(Finding finding) {
            throw new IllegalStateException(finding.toString());
        }
    }

    private static String turtle(boolean csv) {
        String source = csv ? "ql:CSV" : "ql:JSONPath ; rml:iterator \"$[*]\"";
        StringBuilder text = new StringBuilder(
                """
                @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
                @prefix rr: <http://www.w3.org/ns/r2rml#> .
                @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
                @prefix carml: <http://carml.taxonic.com/carml/> .
                @prefix e: <https://example.org/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                e:map a rr:TriplesMap ;
                  rml:logicalSource [ rml:source [ a carml:Stream ; carml:streamName "input" ] ; rml:referenceFormulation SOURCE ] ;
                  rr:subjectMap [ rr:template "https://example.org/d/{c0}" ; rr:class e:Dataset ]
                """
                        .replace("SOURCE", source));
        for (int i = 1; i < COLUMNS; i++) {
            String more =
                    switch (i % 5) {
                        case 0 -> "rr:template \"https://example.org/t/{c" + i + "}\"";
                        case 1 -> "rml:reference \"c" + i + "\" ; rr:datatype xsd:integer";
                        case 2 -> "rml:reference \"c" + i + "\" ; rr:language \"en\"";
                        default -> "rml:reference \"c" + i + "\"";
                    };
            text.append("; rr:predicateObjectMap [ rr:predicate e:p" + i + " ; rr:objectMap [ " + more + " ] ]\n");
        }
        return text.append(".\n").toString();
    }

    private static String value(int row, int column) {
        return switch (column % 5) {
            case 1 -> String.valueOf(row * 31 + column);
            case 2 -> "Title " + column + " of collection " + row;
            case 0 -> "id " + column + "-" + row;
            default -> "value " + row % 97 + " of " + column;
        };
    }

    private static byte[] csv(int rows) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < COLUMNS; c++) {
            text.append(c == 0 ? "c" : ",c").append(c);
        }
        for (int r = 0; r < rows; r++) {
            text.append('\n');
            for (int c = 0; c < COLUMNS; c++) {
                text.append(c == 0 ? "" : ",").append(value(r, c));
            }
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(int rows) {
        StringBuilder text = new StringBuilder("[");
        for (int r = 0; r < rows; r++) {
            text.append(r == 0 ? "{" : ",\n{");
            for (int c = 0; c < COLUMNS; c++) {
                text.append(c == 0 ? "\"c" : ",\"c")
                        .append(c)
                        .append("\":\"")
                        .append(value(r, c))
                        .append('"');
            }
            text.append('}');
        }
        return text.append("]\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
