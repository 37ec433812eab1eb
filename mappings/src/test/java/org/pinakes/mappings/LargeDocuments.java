package org.pinakes.mappings;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.SourcePointer;

/** Maps documents that are larger than its memory; a program, because a test cannot change the size of its own. */
final class LargeDocuments {
    private static final int ROWS = 60_000;
    private static final String FILLER = "x".repeat(2_000);
    private static final String MILLION = "x".repeat(1_000_000);
    private static final int MILLIONS = 100;

    private static final String MAPPING =
            """
            @prefix rml: <http://w3id.org/rml/> .
            @prefix e: <https://example.org/> .
            <#Row>
              rml:logicalSource [ rml:source [ rml:path "x" ] ; rml:referenceFormulation FORMULATION ] ;
              rml:subjectMap [ rml:template "https://example.org/{id}" ] ;
              rml:predicateObjectMap [ rml:predicate e:value ; rml:objectMap [ rml:reference "value" ] ] .
            """;

    private LargeDocuments() {}

    /** The argument is a folder to work in; prints kind, statements and rules of findings of each document. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        Path folder = Path.of(arguments[0]);
        run(out, folder, "csv", "rml:CSV", table(rows("%d,%s\n")));
        run(out, folder, "ndjson", "rml:JSONPath ; rml:iterator \"$[*]\"", rows("{\"id\": %d, \"value\": \"%s\"}\n"));
        String elements = "rml:XPath ; rml:iterator \"/list/row\"";
        run(out, folder, "xml", elements, list(rows("<row><id>%d</id><value>%s</value></row>\n")));
        run(out, folder, "csv", "rml:CSV", table(withLarge("%d,", "\n")));
        String lines = "rml:JSONPath ; rml:iterator \"$[*]\"";
        run(out, folder, "ndjson", lines, withLarge("{\"id\": %d, \"value\": \"", "\"}\n"));
        run(out, folder, "xml", elements, list(withLarge("<row><id>%d</id><value>", "</value></row>")));
    }

    private static Stream<String> rows(String form) {
        return IntStream.range(0, ROWS).mapToObj(i -> form.formatted(i, FILLER));
    }

    /** Three rows, the second with a value of a hundred million characters. */
    private static Stream<String> withLarge(String before, String after) {
        Stream<String> large = IntStream.range(0, MILLIONS).mapToObj(i -> MILLION);
        return Stream.of(
                        Stream.of(before.formatted(1) + "a" + after + before.formatted(2)),
                        large,
                        Stream.of(after + before.formatted(3) + "c" + after))
                .flatMap(s -> s);
    }

    private static Stream<String> table(Stream<String> rows) {
        return Stream.concat(Stream.of("id,value\n"), rows);
    }

    private static Stream<String> list(Stream<String> rows) {
        return Stream.of(Stream.of("<list>"), rows, Stream.of("</list>")).flatMap(s -> s);
    }

    private static void run(PrintStream out, Path folder, String kind, String formulation, Stream<String> text)
            throws IOException {
        Path file = folder.resolve("mapping.ttl");
        Files.writeString(file, MAPPING.replace("FORMULATION", formulation));
        Path data = folder.resolve("large." + kind);
        try (PrintStream writer = new PrintStream(Files.newOutputStream(data), false, StandardCharsets.UTF_8)) {
            text.forEach(writer::print);
        }
        Counted counted = new Counted();
        Document document = new Document(
                data.toString(), "", Instant.EPOCH, "", Files.size(data), () -> Files.newInputStream(data));
        Mapping.load(file).run(document, "https://example.org/", counted);
        out.println(kind + " " + counted.statements + " " + counted.rules);
        Files.delete(data);
    }

    private static final class Counted implements Statements {
        private final Set<String> rules = new TreeSet<>();
        private int statements;

        @Override
        public void statement(Quad quad, @Nullable SourcePointer pointer) {
            statements++;
        }

        @Override
        public void finding(Finding finding) {
            rules.add(finding.rule());
        }
    }
}
