package org.pinakes.harvester.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.Document;

final class RdfReaderTest {
    private static RdfReader.Read read(String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Document d = new Document("doc", type, Instant.EPOCH, "", bytes.length, () -> new ByteArrayInputStream(bytes));
        return new RdfReader().read(d, "https://base.example/");
    }

    @Test
    void the_four_syntaxes_are_read() throws IOException {
        assertThat(read("text/turtle", "<a> <urn:p> 1 .").graph().size()).isEqualTo(1);
        assertThat(read("application/n-triples", "<urn:a> <urn:p> <urn:o> .")
                        .graph()
                        .size())
                .isEqualTo(1);
        assertThat(read("application/ld+json", "{\"@id\":\"urn:a\",\"urn:p\":1}")
                        .graph()
                        .size())
                .isEqualTo(1);
        String xml = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:x='urn:x:'>"
                + "<rdf:Description rdf:about='urn:a'><x:p>1</x:p></rdf:Description></rdf:RDF>";
        assertThat(read("application/rdf+xml", xml).graph().size()).isEqualTo(1);
    }

    @Test
    void a_syntax_error_is_told_with_line_and_column_and_gives_nothing() throws IOException {
        RdfReader.Read read = read("text/turtle", "<a> <urn:p> 1 .\n<b> <urn:p> .\n");
        assertThat(read.broken()).isTrue();
        assertThat(read.graph().isEmpty()).isTrue();
        assertThat(read.findings().getLast().place().orElseThrow().position()).startsWith("line 2, column ");
    }

    @Test
    void a_remote_context_is_not_fetched() throws IOException {
        RdfReader.Read read =
                read("application/ld+json", "{\"@context\":\"http://127.0.0.1:1/c.jsonld\",\"name\":\"x\"}");
        assertThat(read.broken()).isTrue();
        assertThat(read.findings().getLast().message()).contains("remote context");
    }

    @Test
    void entities_and_deep_nesting_do_no_harm() throws IOException {
        String xxe = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:x='urn:x:'>"
                + "<rdf:Description rdf:about='urn:a'><x:p>&x;</x:p></rdf:Description></rdf:RDF>";
        assertThat(read("application/rdf+xml", xxe).graph().toString()).doesNotContain("root:");
        assertThat(read("text/turtle", "<a> <urn:p> " + "(".repeat(200_000)).broken())
                .isTrue();
    }
}
