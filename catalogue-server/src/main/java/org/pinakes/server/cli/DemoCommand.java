package org.pinakes.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.cli.Output;
import org.pinakes.harvester.pass.Harvest;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pinakes demo}: harvests the demo catalogue, as far as it changed, and serves it. */
@Command(
        name = "demo",
        description = "Harvests the demo catalogue, as far as it changed, and serves it.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Options.Serving serving = new Options.Serving();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data directory; default data/demo in the project's folder")
    @Nullable
    Path data;

    public DemoCommand(DataFiles files) {
        this.files = files;
    }

    @Override
    public Integer call() throws IOException {
        Config config = serving.with(Config.demo(files.home()))
                .with(Optional.ofNullable(data), Optional.empty(), Optional.empty(), Optional.empty());
        try (Workspace workspace = Workspace.open(files, config)) {
            workspace.prepare();
            Output.err(spec).println("The demo catalogue lies in " + config.data());
            Harvesting.run(
                    workspace, workspace.providers(), new Harvest.Options(false, false, false), Output.err(spec));
            Server.run(workspace, Output.out(spec), true);
        }
        return 0;
    }
}
