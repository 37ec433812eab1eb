package org.pinakes.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pinakes.harvester.pass.Rules;
import org.pinakes.ontology.yaml.YamlMap;

/**
 * What an operator can set. Paths in the file are relative to it.
 *
 * @param baseUrl start of every permanent IRI; used when the data directory is made and kept there
 * @param gate the profiles that a record must pass to be published; at least one
 * @param privateHosts hosts that may be harvested although their addresses are private
 * @param maxDocument bytes of one harvested document
 */
public record Config(
        Path data,
        Path providers,
        String host,
        int port,
        Optional<String> baseUrl,
        Publisher catalogue,
        List<String> gate,
        Set<String> privateHosts,
        long maxDocument) {
    private static final int MEGABYTES = 1 << 20;

    /** Who answers for the catalogue; stands in every feed. */
    public record Publisher(
            String title, String description, String publisher, Optional<String> homepage, Optional<String> email) {}

    private static final Publisher NOBODY = new Publisher(
            "Pinakes",
            "A catalogue of cancer imaging datasets.",
            "The operator of this Pinakes",
            Optional.empty(),
            Optional.empty());

    /** Without a file. */
    public static Config defaults(Path home) {
        return new Config(
                home.resolve("data/catalogue"),
                home.resolve("harvester/providers"),
                "127.0.0.1",
                8080,
                Optional.empty(),
                NOBODY,
                Rules.GATE,
                Set.of(),
                512L * MEGABYTES);
    }

    /** The demo: its own data and providers. */
    public static Config demo(Path home) {
        Config d = defaults(home);
        Publisher demo = new Publisher(
                "Pinakes demo catalogue",
                "Facts about public cancer imaging collections, and two fictitious providers.",
                "The operator of this Pinakes",
                Optional.empty(),
                Optional.empty());
        return new Config(
                home.resolve("data/demo"),
                home.resolve("harvester/demo/providers"),
                d.host,
                d.port,
                d.baseUrl,
                demo,
                d.gate,
                d.privateHosts,
                d.maxDocument);
    }

    public static Config read(Path file, Path home) {
        Config d = defaults(home);
        YamlMap yaml = YamlMap.read(file)
                .allow(
                        "data",
                        "providers",
                        "host",
                        "port",
                        "base-url",
                        "catalogue",
                        "outbound",
                        "max-document-mb",
                        "publish-if");
        Optional<YamlMap> outbound = yaml.map("outbound").map(o -> o.allow("private-hosts"));
        return new Config(
                yaml.optionalText("data").map(p -> beside(file, p)).orElse(d.data),
                yaml.optionalText("providers").map(p -> beside(file, p)).orElse(d.providers),
                yaml.text("host", d.host),
                yaml.integer("port", d.port, 0, 65535),
                yaml.has("base-url")
                        ? Optional.of(yaml.text("base-url", "https?://\\S+/", "a URL that ends in '/'"))
                        : Optional.empty(),
                yaml.map("catalogue").map(Config::publisher).orElse(NOBODY),
                yaml.texts("publish-if").isEmpty() ? Rules.GATE : yaml.texts("publish-if"),
                new TreeSet<>(outbound.map(o -> o.texts("private-hosts")).orElse(List.of())),
                (long) yaml.integer("max-document-mb", 512, 1, 4096) * MEGABYTES);
    }

    private static Publisher publisher(YamlMap yaml) {
        yaml.allow("title", "description", "publisher", "homepage", "email");
        return new Publisher(
                yaml.text("title"),
                yaml.text("description"),
                yaml.text("publisher"),
                yaml.optionalText("homepage"),
                yaml.optionalText("email"));
    }

    private static Path beside(Path file, String path) {
        return file.toAbsolutePath().resolveSibling(path).normalize();
    }

    /** The same but for what the command line says. */
    public Config with(Optional<Path> data, Optional<String> host, Optional<Integer> port, Optional<String> base) {
        return new Config(
                data.orElse(this.data),
                providers,
                host.orElse(this.host),
                port.orElse(this.port),
                base.or(() -> baseUrl),
                catalogue,
                gate,
                privateHosts,
                maxDocument);
    }
}
