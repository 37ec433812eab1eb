package org.pinakes.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.cli.Output;
import org.pinakes.harvester.pass.Harvest;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A start like any other that is asked a few things, so that the JVM can keep what it loaded for the next one (JEP 483, 515).
 * The launcher calls it twice with the same folder: the JVM watches the second run only, because whatever else is kept makes
 * each start longer, and a start harvests nothing.
 */
@Command(name = "train", hidden = true, description = "A short run for the AOT cache.")
public final class TrainCommand implements Callable<Integer> {
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "data directory")
    Path data = Path.of("");

    public TrainCommand(DataFiles files) {
        this.files = files;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Config config =
                Config.demo(files.home()).with(Optional.of(data), Optional.empty(), Optional.of(0), Optional.empty());
        try (Workspace workspace = Workspace.open(files, config)) {
            Harvesting.run(
                    workspace, workspace.providers(), new Harvest.Options(false, false, false), Output.err(spec));
            ask(workspace);
        }
        return 0;
    }

    private static void ask(Workspace workspace) throws IOException, InterruptedException {
        try (Server server = Server.start(workspace);
                HttpClient client = HttpClient.newHttpClient()) {
            server.prepare(workspace);
            String address = server.address("127.0.0.1");
            for (String path : List.of(
                    "/",
                    "/datasets?q=brain",
                    "/datasets.json?q=lung",
                    "/catalog.ttl?limit=5",
                    "/catalog.rdf?limit=2",
                    "/sparql",
                    "/sparql?query=SELECT%20*%20%7B%20%3Fs%20a%20%3Chttp%3A%2F%2Fwww.w3.org%2Fns%2Fdcat%23Dataset%3E%20%7D",
                    "/harvests",
                    "/codes/modality",
                    "/concepts/CLIN1000067",
                    "/providers",
                    "/health/ready")) {
                client.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
            }
        }
    }
}
