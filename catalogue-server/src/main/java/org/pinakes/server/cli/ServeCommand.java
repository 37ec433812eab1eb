package org.pinakes.server.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.cli.Output;
import org.pinakes.ontology.DataFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pinakes serve}. */
@Command(name = "serve", description = "Serves the catalogue of a data directory.", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Options options = new Options();

    public ServeCommand(DataFiles files) {
        this.files = files;
    }

    @Mixin
    Options.Serving serving = new Options.Serving();

    @Override
    public Integer call() throws IOException {
        try (Workspace workspace = Workspace.open(files, serving.with(options.read(files)))) {
            workspace.prepare();
            Server.run(workspace, Output.out(spec), false);
        }
        return 0;
    }
}
