package org.pinakes.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.cli.Output;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.store.KnowledgeGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pinakes history}. */
@Command(
        name = "history",
        description = "Prints what happened to a dataset, oldest first.",
        mixinStandardHelpOptions = true)
public final class HistoryCommand implements Callable<Integer> {
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Options options = new Options();

    public HistoryCommand(DataFiles files) {
        this.files = files;
    }

    @Parameters(paramLabel = "IRI", description = "the IRI of a dataset, or its id")
    String record = "";

    /** Exit code 1: nothing ever happened under that IRI. */
    @Override
    public Integer call() throws IOException {
        try (Workspace workspace = Workspace.open(files, options.read(files))) {
            String iri = record.contains("://") ? record : workspace.iris().datasetOfId(record);
            List<KnowledgeGraph.HistoryEntry> entries = workspace.store().history(iri);
            PrintWriter out = Output.out(spec);
            for (KnowledgeGraph.HistoryEntry e : entries) {
                out.println("change " + e.number() + "  " + e.at() + "  " + e.kind());
                e.removed().forEach(l -> out.println("- " + l));
                e.added().forEach(l -> out.println("+ " + l));
            }
            out.flush();
            if (entries.isEmpty()) {
                Output.err(spec).println("Nothing is known of " + iri + ".");
            }
            return entries.isEmpty() ? 1 : 0;
        }
    }
}
