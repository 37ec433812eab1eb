package org.pinakes.server.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.cli.Output;
import org.pinakes.harvester.pass.Harvest;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.HarvestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code pinakes harvest}. */
@Command(
        name = "harvest",
        description = "Harvests the providers, or those that are named.",
        mixinStandardHelpOptions = true)
public final class HarvestCommand implements Callable<Integer> {
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Options options = new Options();

    public HarvestCommand(DataFiles files) {
        this.files = files;
    }

    @Parameters(arity = "0..*", paramLabel = "PROVIDER", description = "ids; all without")
    List<String> ids = List.of();

    @Option(names = "--dry-run", description = "publish nothing, say what would be done")
    boolean dryRun;

    @Option(names = "--force", description = "look at unchanged documents again and lift the deletion guard")
    boolean force;

    @Option(
            names = "--replay",
            description =
                    "ask no provider: read the kept documents of the last harvest again, by the mappings, code lists"
                            + " and rules as they are now")
    boolean replay;

    @Option(names = "--json", description = "print the reports as JSON")
    boolean json;

    /** Exit code 0: all complete; 1: one failed or was held back by its guard. */
    @Override
    public Integer call() throws IOException {
        try (Workspace workspace = Workspace.open(files, options.read(files))) {
            long before = workspace.store().changeNumber();
            List<HarvestReport> reports = Harvesting.run(
                    workspace,
                    Harvesting.chosen(workspace.providers(), ids),
                    new Harvest.Options(force, dryRun, replay),
                    Output.err(spec));
            if (json) {
                Output.out(spec).println(JsonMapper.shared().writeValueAsString(reports));
                Output.out(spec).flush();
            }
            if (workspace.store().changeNumber() > before) {
                workspace.index();
            }
            return reports.stream().allMatch(r -> r.outcome() == HarvestReport.Outcome.COMPLETE) ? 0 : 1;
        }
    }
}
