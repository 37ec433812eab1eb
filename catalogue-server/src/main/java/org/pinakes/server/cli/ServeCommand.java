package org.pinakes.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pinakes.harvester.cli.Output;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.config.Config;
import picocli.CommandLine.Model.CommandSpec;

/** {@code pinakes serve}. */
public final class ServeCommand implements Callable<Integer> {
    private static final String CONFIG = "--config";
    private static final String DATA = "--data";
    private final DataFiles files;
    private final CommandSpec spec;

    private ServeCommand(DataFiles files) {
        this.files = files;
        this.spec = Serving.spec("serve", "Serves the catalogue of a data directory.", this)
                .addOption(Serving.option(CONFIG, "FILE", Path.class, "configuration, YAML"))
                .addOption(Serving.option(DATA, "DIR", Path.class, "data directory"));
    }

    public static CommandSpec spec(DataFiles files) {
        return new ServeCommand(files).spec;
    }

    @Override
    public Integer call() throws IOException {
        Config config = Serving.path(spec, CONFIG)
                .map(file -> Config.read(file, files.home()))
                .orElseGet(() -> Config.defaults(files.home()));
        try (Workspace workspace = Workspace.open(files, Serving.with(spec, config, Serving.path(spec, DATA)));
                Server server = Server.start(workspace)) {
            server.prepare(workspace);
            server.run(workspace, Output.out(spec), false);
        }
        return 0;
    }
}
