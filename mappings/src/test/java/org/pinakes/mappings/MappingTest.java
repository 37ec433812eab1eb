package org.pinakes.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.SourcePointer;

/** What a folder of files cannot say: line ends, charsets, order, pointers that are not wanted. */
final class MappingTest {
    private static final String TABLE =
            """
            @prefix rml: <http://w3id.org/rml/> .
            @prefix dct: <http://purl.org/dc/terms/> .
            <#Dataset>
              rml:logicalSource [ rml:source [ rml:path "x.csv" ; rml:null "" ] ; rml:referenceFormulation rml:CSV ] ;
              rml:subjectMap [ rml:template "https://example.org/d/{id}" ] ;
              rml:predicateObjectMap [ rml:predicate dct:title ; rml:objectMap [ rml:reference "title" ] ] ;
              rml:predicateObjectMap [ rml:predicate dct:creator ; rml:objectMap [ rml:reference "creator" ] ] .
            """;

    @TempDir
    private Path folder = Path.of("");

    private Mapping mapping(String turtle) throws IOException {
        Path file = folder.resolve("mapping.ttl");
        Files.writeString(file, turtle);
        return Mapping.load(file);
    }

    private static Document document(String name, String mediaType, byte[] bytes) {
        return new Document(name, mediaType, Instant.EPOCH, "", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static Collected run(Mapping mapping, byte[] bytes) {
        Collected out = new Collected();
        mapping.run(document("x.csv", "text/csv", bytes), "https://example.org/", out);
        return out;
    }

    private static List<String> titles(Collected out) {
        return out.dataset.stream()
                .map(Quad::getObject)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void any_line_end_ends_a_row(String end) throws IOException {
        String text = String.join(end, "id,title,creator", "1,one,", "2,two,B", "");
        Collected out = run(mapping(TABLE), text.getBytes(StandardCharsets.UTF_8));
        assertThat(titles(out)).containsExactly("B", "one", "two");
        assertThat(out.findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE"})
    void a_byte_order_mark_decides_the_charset(String name) throws IOException {
        String mark = name.equals("UTF-16") ? "" : "\uFEFF";
        String text = mark + "id,title,creator\n1,größe 🙂,é\n";
        Collected out = run(mapping(TABLE), text.getBytes(Charset.forName(name)));
        assertThat(titles(out)).containsExactly("größe 🙂", "é");
        assertThat(out.findings).isEmpty();
    }

    @Test
    void text_longer_than_any_buffer_comes_through_whole() throws IOException {
        StringBuilder text = new StringBuilder("id,title,creator\n");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            String title = "é".repeat(i % 97) + "€🙂" + i;
            expected.add(title);
            text.append(i).append(',').append(title).append(",\n");
        }
        Collected out = run(mapping(TABLE), text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(titles(out)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(out.findings).isEmpty();
    }

    @Test
    void each_bad_byte_costs_one_letter_and_the_first_is_named() throws IOException {
        byte[] bytes = "id,title,creator\n1,a\u00e9b,\n2,\u00e9\u00e9,\n".getBytes(StandardCharsets.ISO_8859_1);
        Collected out = run(mapping(TABLE), bytes);
        assertThat(titles(out)).containsExactly("a\uFFFDb", "\uFFFD\uFFFD");
        assertThat(out.findings).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("lift/encoding");
            assertThat(f.place())
                    .hasValueSatisfying(p -> assertThat(p.position()).isEqualTo("line 2"));
            assertThat(f.message()).contains("0xE9", "2 more such places");
        });
    }

    @Test
    void the_same_document_gives_the_same_statements_in_the_same_order() throws IOException {
        byte[] bytes = "id,title,creator\n1,one,A\n2,two,B\n".getBytes(StandardCharsets.UTF_8);
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        mapping(TABLE).run(document("x.csv", "text/csv", bytes), "https://example.org/", plain(first));
        mapping(TABLE).run(document("x.csv", "text/csv", bytes), "https://example.org/", plain(second));
        assertThat(first).hasSize(4).isEqualTo(second);
        assertThat(first.get(0)).contains("title").contains("one");
    }

    /** Wants no pointers and fails when it is given one. */
    private static Statements plain(List<String> lines) {
        return new Statements() {
            @Override
            public void statement(Quad quad, @Nullable SourcePointer pointer) {
                assertThat(pointer).isNull();
                lines.add(quad.toString());
            }

            @Override
            public void finding(Finding finding) {
                lines.add(finding.toString());
            }

            @Override
            public boolean wantsPointers() {
                return false;
            }
        };
    }

    @Test
    void a_mapping_names_what_it_reads() throws IOException {
        assertThat(mapping(TABLE).references()).containsExactly("id", "title", "creator");
        assertThat(mapping(TABLE).name()).isEqualTo("mapping.ttl");
    }

    @Test
    void a_document_of_unknown_kind_is_read_when_the_mapping_reads_one_kind_only() throws IOException {
        Collected out = new Collected();
        byte[] bytes = "id,title,creator\n1,one,\n".getBytes(StandardCharsets.UTF_8);
        mapping(TABLE).run(document("export", "application/octet-stream", bytes), "https://example.org/", out);
        assertThat(titles(out)).containsExactly("one");
    }

    @Test
    void blank_nodes_of_different_documents_are_different() throws IOException {
        String turtle = TABLE.replace(
                "rml:template \"https://example.org/d/{id}\"", "rml:template \"{id}\" ; rml:termType rml:BlankNode");
        byte[] bytes = "id,title,creator\n1,one,\n".getBytes(StandardCharsets.UTF_8);
        Mapping mapping = mapping(turtle);
        List<Node> subjects = Stream.of("a", "b")
                .map(hash -> {
                    Collected out = new Collected();
                    Document document = document("x.csv", "text/csv", bytes);
                    mapping.run(
                            new Document("x.csv", "text/csv", Instant.EPOCH, hash, 1, document.content()),
                            "https://example.org/",
                            out);
                    return out.dataset.find().next().getSubject();
                })
                .toList();
        assertThat(subjects.get(0).isBlank()).isTrue();
        assertThat(subjects).doesNotHaveDuplicates();
    }

    @Test
    void a_mapping_file_that_is_not_there_is_said_to_be_missing() {
        assertThatThrownBy(() -> Mapping.load(folder.resolve("none.ttl")))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("no mapping file");
    }

    @Test
    void the_example_of_the_readme_gives_what_it_says() throws IOException {
        Path readme = Path.of(System.getProperty("pinakes.home"), "mappings/README.md");
        List<String> blocks = new ArrayList<>();
        for (String paragraph : Files.readString(readme).split("(?m)^(?! {4}|$).*$")) {
            if (!paragraph.isBlank()) {
                blocks.add(paragraph.strip().indent(-4));
            }
        }
        byte[] table = blocks.get(1).getBytes(StandardCharsets.UTF_8);
        Collected out = run(mapping(blocks.get(0)), table);
        assertThat(out.difference(blocks.get(2))).isEmpty();
        assertThat(out.findings).isEmpty();
    }
}
