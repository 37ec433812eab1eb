package org.pinakes.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.pinakes.harvester.cli.Output;
import org.pinakes.harvester.pass.Harvest;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Provider;
import org.pinakes.server.config.Config;
import picocli.CommandLine.Model.CommandSpec;

/** {@code pinakes demo}: harvests the demo catalogue, as far as it changed, and serves it. */
public final class DemoCommand implements Callable<Integer> {
    private static final String DATA = "--data";
    private final DataFiles files;
    private final CommandSpec spec;

    private DemoCommand(DataFiles files) {
        this.files = files;
        this.spec = Serving.spec("demo", "Harvests the demo catalogue, as far as it changed, and serves it.", this)
                .addOption(Serving.option(
                        DATA, "DIR", Path.class, "data directory; default data/demo in the project's folder"));
    }

    public static CommandSpec spec(DataFiles files) {
        return new DemoCommand(files).spec;
    }

    @Override
    public Integer call() throws IOException {
        Config config = Serving.with(spec, Config.demo(files.home()), Serving.path(spec, DATA));
        try (Workspace workspace = Workspace.open(files, config)) {
            Output.err(spec).println("The demo catalogue lies in " + config.data());
            // What there is is served while the providers are asked whether they have changed.
            boolean first = workspace.store().changeNumber() == 0;
            if (first) {
                harvest(workspace, workspace.providers());
            }
            try (Server server = Server.start(workspace)) {
                server.prepare(workspace);
                for (Provider provider : first ? List.<Provider>of() : workspace.providers()) {
                    harvest(workspace, List.of(provider));
                    workspace.index();
                }
                server.run(workspace, Output.out(spec), true);
            }
        }
        return 0;
    }

    private void harvest(Workspace workspace, List<Provider> providers) throws IOException {
        Harvesting.run(workspace, providers, new Harvest.Options(false, false, false), Output.err(spec));
    }
}
