package org.pinakes.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.ProviderFiles;
import org.pinakes.harvester.cli.Output;
import org.pinakes.harvester.pass.Rules;
import org.pinakes.mappings.Mapping;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.classify.Ontology;
import org.pinakes.queries.QueryLibrary;
import org.pinakes.server.config.Config;
import org.pinakes.server.search.IndexDefinition;
import org.pinakes.shapes.Cases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pinakes check}. */
@Command(
        name = "check",
        description = "Reads every data file, runs the cases of the shapes and says what is wrong.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    private final DataFiles files;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Options options = new Options();

    public CheckCommand(DataFiles files) {
        this.files = files;
    }

    /** Exit code 1: a case is not as it says. */
    @Override
    public Integer call() {
        PrintWriter out = Output.out(spec);
        CodeLists codes =
                Ontology.load(files, files.home().resolve("ontology/target")).codes();
        Config config = options.read(files);
        Rules rules = Rules.load(files, codes, config.gate());
        ProviderFiles.readAll(config.providers()).forEach(rules::check);
        IndexDefinition.read(files.home().resolve("queries/index.yaml"));
        QueryLibrary.load(files, "public");
        files.below("mappings", ".rml.ttl").stream()
                .filter(f -> files.home().relativize(f).getNameCount() == 2)
                .forEach(Mapping::load);
        List<Cases.Outcome> cases = Cases.run(files, rules.judge());
        List<Cases.Outcome> wrong = cases.stream().filter(c -> !c.passed()).toList();
        wrong.forEach(c -> out.println(c.profile() + "/" + c.name() + ": " + c.problems()));
        out.println(
                codes.names().size() + " code lists, " + rules.profiles().all().size() + " profiles and " + cases.size()
                        + " cases read; " + wrong.size() + " cases are not as they say.");
        out.flush();
        return wrong.isEmpty() ? 0 : 1;
    }
}
