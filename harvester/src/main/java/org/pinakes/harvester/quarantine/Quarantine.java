package org.pinakes.harvester.quarantine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.pinakes.harvester.Catalogue;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Terms;

/**
 * The records that were refused, as they would have been published: one N-Quads file for each provider, in the named graphs of
 * record and provenance.
 */
public final class Quarantine {
    private final Path folder;
    private final Iris iris;

    public Quarantine(Path folder, Iris iris) {
        this.folder = folder;
        this.iris = iris;
    }

    /**
     * Replaces what is kept of a provider.
     *
     * @param stay IRIs of records that were not looked at this time; they stay if they are here
     */
    public void replace(String provider, List<Catalogue.Entry> refused, Set<String> stay) throws IOException {
        Path file = file(provider);
        if (refused.isEmpty() && !Files.exists(file)) {
            return;
        }
        Files.createDirectories(folder);
        Path next = folder.resolve(provider + ".next");
        long[] written = {0};
        try (OutputStream out = Files.newOutputStream(next)) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
            writer.start();
            read(provider, q -> {
                if (stay.contains(record(q.getGraph().getURI()))) {
                    writer.quad(q);
                    written[0]++;
                }
            });
            for (Catalogue.Entry entry : refused) {
                write(writer, entry.iri(), entry.graph());
                write(writer, iris.provenance(entry.iri()), entry.provenance());
                written[0]++;
            }
            writer.finish();
        }
        if (written[0] == 0) {
            Files.delete(next);
            Files.deleteIfExists(file);
        } else {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Ids of the providers of which records are kept, sorted. */
    public List<String> providers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".nq"))
                    .map(n -> n.substring(0, n.length() - 3))
                    .sorted()
                    .toList();
        }
    }

    /** Takes a quad. */
    @FunctionalInterface
    public interface Taker {
        void take(Quad quad);
    }

    /** All statements kept of a provider; a blank node is the same in the graphs of a record. */
    public void read(String provider, Taker taker) {
        Path file = file(provider);
        if (!Files.exists(file)) {
            return;
        }
        RDFParser.source(file)
                .lang(Lang.NQUADS)
                .labelToNode(LabelToNode.createUseLabelAsGiven())
                .parse(new StreamRDFBase() {
                    @Override
                    public void quad(Quad quad) {
                        taker.take(quad);
                    }
                });
    }

    private static void write(StreamRDF writer, String name, Graph graph) {
        graph.find().forEachRemaining(t -> writer.quad(Quad.create(Terms.iri(name), t)));
    }

    private static String record(String graph) {
        return graph.replaceFirst("/provenance$", "");
    }

    private Path file(String provider) {
        return folder.resolve(provider + ".nq");
    }
}
