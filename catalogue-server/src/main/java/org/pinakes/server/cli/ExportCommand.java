package org.pinakes.server.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.cli.Output;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Terms;
import org.pinakes.queries.Views;
import org.pinakes.server.store.KnowledgeGraph;
import org.pinakes.shapes.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pinakes export}. */
@Command(name = "export", description = "Prints all records as RDF.", mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Options options = new Options();

    public ExportCommand(DataFiles files) {
        this.files = files;
    }

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "canonical",
            description = "view; default canonical")
    String profile = "canonical";

    @Option(names = "--format", paramLabel = "nq|nt|ttl", defaultValue = "nq", description = "default nq")
    String format = "nq";

    @Option(
            names = "--since",
            paramLabel = "N",
            defaultValue = "0",
            description = "only records changed after change N")
    long since;

    @Option(names = "--provenance", description = "also where each record came from, and what was changed in it")
    boolean provenance;

    @Option(names = "--quarantined", description = "also the records that the publication gate refused")
    boolean quarantined;

    @Override
    public Integer call() throws IOException {
        if (!List.of("nq", "nt", "ttl").contains(format)) {
            throw new InputProblem("Unknown format '" + format + "'; allowed are nq, nt, ttl.");
        }
        Views views = Views.load(files);
        String view = view(views);
        try (Workspace workspace = Workspace.open(files, options.read(files));
                OutputStream out = Output.stream(Output.out(spec))) {
            Lang lang = format.equals("ttl") ? Lang.TURTLE : format.equals("nt") ? Lang.NTRIPLES : Lang.NQUADS;
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, lang);
            writer.start();
            for (String iri : workspace.store().changedSince(since)) {
                if (workspace.store().state(iri) instanceof KnowledgeGraph.State.Published record) {
                    write(writer, iri, views.view(view, record.graph(), iri));
                    if (provenance) {
                        write(writer, workspace.iris().provenance(iri), record.provenance());
                    }
                }
            }
            if (quarantined) {
                quarantined(workspace, views, view, writer);
            }
            writer.finish();
        }
        return 0;
    }

    private void quarantined(Workspace workspace, Views views, String view, StreamRDF writer) throws IOException {
        for (String provider : workspace.quarantine().providers()) {
            Map<String, Graph> graphs = new TreeMap<>();
            workspace.quarantine().read(provider, q -> graphs.computeIfAbsent(
                            q.getGraph().getURI(), g -> GraphMemFactory.createDefaultGraph())
                    .add(q.asTriple()));
            graphs.forEach((name, graph) -> {
                boolean record = workspace.iris().datasetId(name).isPresent() && !name.endsWith("/provenance");
                if (record || provenance) {
                    write(writer, name, record ? views.view(view, graph, name) : graph);
                }
            });
        }
    }

    /** A profile stands for its view, and a view for itself. */
    private String view(Views views) {
        Profiles profiles = Profiles.load(files);
        if (profile.equals("canonical") || views.names().contains(profile)) {
            return profile;
        }
        return profiles.named(profile)
                .map(p -> p.view().orElse("canonical"))
                .orElseThrow(() -> new InputProblem("There is no profile or view '" + profile
                        + "'; there are canonical, "
                        + String.join(
                                ", ", profiles.all().stream().map(p -> p.name()).toList()) + "."));
    }

    private void write(StreamRDF writer, String iri, Graph graph) {
        graph.find().forEachRemaining(t -> {
            if (format.equals("nq")) {
                writer.quad(Quad.create(Terms.iri(iri), t));
            } else {
                writer.triple(t);
            }
        });
    }
}
