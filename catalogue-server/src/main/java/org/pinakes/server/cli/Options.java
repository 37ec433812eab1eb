package org.pinakes.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.config.Config;
import picocli.CommandLine.Option;

/** What several commands share on the command line. */
public final class Options {
    @Option(names = "--config", paramLabel = "FILE", description = "configuration, YAML")
    @Nullable
    Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "data directory")
    @Nullable
    Path data;

    Config read(DataFiles files) {
        Config base = config == null ? Config.defaults(files.home()) : Config.read(config, files.home());
        return base.with(Optional.ofNullable(data), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
