package org.pinakes.server.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.pinakes.ontology.InputProblem;

/** Turns the text of a segment back into changes. */
final class SegmentReader extends RDFChangesBase {
    private final Consumer<LoggedChange> consumer;
    private final Map<String, Node> headers = new HashMap<>();
    private final List<Quad> removed = new ArrayList<>();
    private final List<Quad> added = new ArrayList<>();

    private SegmentReader(Consumer<LoggedChange> consumer) {
        this.consumer = consumer;
    }

    static Map<String, Node> headers(LoggedChange change) {
        Map<String, Node> headers = new LinkedHashMap<>();
        headers.put("change", NodeFactory.createLiteralString(Long.toString(change.number())));
        headers.put("record", NodeFactory.createURI(change.record()));
        headers.put("kind", NodeFactory.createLiteralString(change.kind()));
        headers.put("at", NodeFactory.createLiteralString(change.at().toString()));
        headers.put("provider", NodeFactory.createLiteralString(change.provider()));
        return headers;
    }

    static void read(Path file, Consumer<LoggedChange> consumer) {
        try (InputStream in =
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16)) {
            new RDFPatchReaderText(in).apply(new SegmentReader(consumer));
            // The gzip checksum is only compared when the end has been read.
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | RiotException | RuntimeIOException | IllegalStateException e) {
            throw new InputProblem(
                    "The log segment " + file + " is damaged (" + e.getMessage() + "). Put it back from a backup.", e);
        }
    }

    @Override
    public void header(String field, Node value) {
        headers.put(field, value);
    }

    @Override
    public void delete(Node g, Node s, Node p, Node o) {
        removed.add(Quad.create(g, s, p, o));
    }

    @Override
    public void add(Node g, Node s, Node p, Node o) {
        added.add(Quad.create(g, s, p, o));
    }

    @Override
    public void txnCommit() {
        consumer.accept(new LoggedChange(
                Long.parseLong(text("change")),
                text("record"),
                text("kind"),
                Instant.parse(text("at")),
                text("provider"),
                removed,
                added));
        headers.clear();
        removed.clear();
        added.clear();
    }

    private String text(String field) {
        Node node = headers.get(field);
        if (node == null) {
            throw new IllegalStateException("a change has no header '" + field + "'");
        }
        return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
    }
}
