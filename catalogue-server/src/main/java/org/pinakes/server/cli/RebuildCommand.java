package org.pinakes.server.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.cli.Output;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.config.Config;
import org.pinakes.server.store.DataDirectory;
import org.pinakes.server.store.LoggedKnowledgeGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pinakes rebuild}. */
@Command(name = "rebuild", description = "Makes store and index anew from the log.", mixinStandardHelpOptions = true)
public final class RebuildCommand implements Callable<Integer> {
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Options options = new Options();

    public RebuildCommand(DataFiles files) {
        this.files = files;
    }

    @Override
    public Integer call() throws IOException {
        Config config = options.read(files);
        try (DataDirectory directory = Workspace.directory(config);
                Bar bar = new Bar()) {
            LoggedKnowledgeGraph.rebuild(
                    directory.path(), directory.iris(), Clock.systemUTC(), n -> bar.at("rebuilding, change", n, 0));
            DataDirectory.delete(directory.path().resolve("index"));
        }
        try (Workspace workspace = Workspace.open(files, config)) {
            workspace.index();
            Output.err(spec)
                    .println("Rebuilt " + workspace.store().size() + " datasets, change "
                            + workspace.store().changeNumber() + ".");
        }
        return 0;
    }
}
