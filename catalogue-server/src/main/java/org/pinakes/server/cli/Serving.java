package org.pinakes.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.pinakes.ontology.InputProblem;
import org.pinakes.server.config.Config;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line of a command that serves, stated in code, because every start waits while picocli finds annotations. */
public final class Serving {
    /** The commands that do. */
    public static final Set<String> COMMANDS = Set.of("demo", "serve");

    private static final String HOST = "--host";
    private static final String PORT = "--port";
    private static final String BASE = "--base-url";

    private Serving() {}

    static CommandSpec spec(String name, String description, Callable<Integer> command) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command)
                .name(name)
                .addOption(option(HOST, "H", String.class, "address to listen on; default 127.0.0.1"))
                .addOption(option(PORT, "N", Integer.class, "port to listen on; default 8080, 0 for any"))
                .addOption(option(BASE, "URL", String.class, "start of permanent IRIs; fixed at the first start"));
        spec.usageMessage().description(description);
        return withHelp(spec);
    }

    /** With the options that every command has. */
    public static CommandSpec withHelp(CommandSpec spec) {
        return spec.addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
    }

    static OptionSpec option(String name, String label, Class<?> type, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(type)
                .description(description)
                .build();
    }

    static Optional<Path> path(CommandSpec spec, String option) {
        return Optional.ofNullable(spec.commandLine().getParseResult().matchedOptionValue(option, (Path) null));
    }

    /** The same configuration but for what the command line says. */
    static Config with(CommandSpec spec, Config config, Optional<Path> data) {
        var parsed = spec.commandLine().getParseResult();
        Optional<Integer> port = Optional.ofNullable(parsed.matchedOptionValue(PORT, (Integer) null));
        port.filter(p -> p < 0 || p > 65_535).ifPresent(p -> {
            throw new InputProblem(PORT + ": expected a number from 0 to 65535; found " + p + ".");
        });
        return config.with(
                data,
                Optional.ofNullable(parsed.matchedOptionValue(HOST, (String) null)),
                port,
                Optional.ofNullable(parsed.matchedOptionValue(BASE, (String) null)));
    }
}
