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

    /** Options of commands that serve. */
    public static final class Serving {
        @Option(names = "--host", paramLabel = "H", description = "address to listen on; default 127.0.0.1")
        @Nullable
        String host;

        @Option(names = "--port", paramLabel = "N", description = "port to listen on; default 8080, 0 for any")
        @Nullable
        Integer port;

        @Option(
                names = "--base-url",
                paramLabel = "URL",
                description = "start of permanent IRIs; fixed at the first start")
        @Nullable
        String base;

        Config with(Config config) {
            return config.with(
                    Optional.empty(), Optional.ofNullable(host), Optional.ofNullable(port), Optional.ofNullable(base));
        }
    }
}
