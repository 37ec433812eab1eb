package org.pinakes.harvester;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Waiver;
import org.pinakes.ontology.yaml.YamlMap;

/** Reads the providers: one YAML file each. */
public final class ProviderFiles {
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private ProviderFiles() {}

    /** The providers of a folder, by file name. Two files with one id are refused. */
    public static List<Provider> readAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputProblem("There is no folder of providers at " + folder
                    + "; make it, with one YAML file for each provider, or name another under 'providers' in the"
                    + " configuration.");
        }
        List<Provider> providers = new ArrayList<>();
        Map<String, Path> files = new HashMap<>();
        for (Path file : yamlFiles(folder)) {
            Provider provider = read(file);
            Path other = files.put(provider.id(), file);
            if (other != null) {
                throw new InputProblem(file + ": the id '" + provider.id() + "' is already used by " + other
                        + "; each provider needs its own.");
            }
            providers.add(provider);
        }
        return providers;
    }

    /** One provider. Locations of {@code file} sources are resolved against the file's own folder. */
    public static Provider read(Path file) {
        YamlMap yaml = YamlMap.read(file)
                .allow(
                        "id",
                        "title",
                        "description",
                        "homepage",
                        "profiles",
                        "former",
                        "waivers",
                        "withdraw-at-most",
                        "sources");
        String id = yaml.text("id", ID, "lower-case letters, digits and single hyphens, such as 'my-hospital'");
        List<Provider.Source> sources = new ArrayList<>();
        for (YamlMap source : yaml.maps("sources")) {
            sources.add(source(source.allow("kind", "location", "media-type", "mapping", "dataset")));
        }
        if (sources.isEmpty()) {
            throw yaml.wrong("sources", "a list of at least one source", "none");
        }
        return new Provider(
                id,
                yaml.text("title"),
                yaml.optionalText("description"),
                yaml.optionalText("homepage"),
                sources,
                yaml.texts("profiles"),
                former(yaml),
                yaml.maps("waivers").stream().map(ProviderFiles::waiver).toList(),
                yaml.number("withdraw-at-most", 0.2, 0, 1));
    }

    private static Provider.Source source(YamlMap yaml) {
        String kind = yaml.text("kind", "file|http", "'file' or 'http'");
        String location = kind.equals("file")
                ? yaml.file()
                        .toAbsolutePath()
                        .resolveSibling(yaml.text("location"))
                        .normalize()
                        .toString()
                : yaml.text("location", "https?://\\S+", "a URL that starts with http:// or https://");
        if (kind.equals("file") && !Files.exists(Path.of(location))) {
            throw yaml.wrong("location", "a file or folder that exists (relative to this file)", "'" + location + "'");
        }
        return new Provider.Source(
                kind,
                location,
                yaml.optionalText("media-type"),
                yaml.optionalText("mapping"),
                yaml.optionalText("dataset"));
    }

    private static Provider.Former former(YamlMap yaml) {
        Optional<YamlMap> former = yaml.map("former").map(f -> f.allow("providers", "ids"));
        Map<String, String> ids = new LinkedHashMap<>();
        former.flatMap(f -> f.map("ids")).ifPresent(m -> m.keys().forEach(now -> ids.put(now, m.text(now))));
        return new Provider.Former(former.map(f -> f.texts("providers")).orElse(List.of()), ids);
    }

    private static Waiver waiver(YamlMap yaml) {
        yaml.allow("rule", "profile", "reason", "given", "until");
        Waiver waiver = new Waiver(
                yaml.text("rule"),
                yaml.optionalText("profile"),
                yaml.text("reason"),
                date(yaml, "given"),
                date(yaml, "until"),
                new Place(yaml.file().getFileName().toString(), "line " + yaml.line(), ""));
        if (waiver.until().isBefore(waiver.given())) {
            throw yaml.wrong("until", "a day on or after 'given' (" + waiver.given() + ")", "" + waiver.until());
        }
        return waiver;
    }

    private static LocalDate date(YamlMap yaml, String key) {
        String allowed = "a day written as year-month-day, such as 2027-03-26";
        String text = yaml.text(key, "\\d{4}-\\d{2}-\\d{2}", allowed);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw yaml.wrong(key, allowed, "'" + text + "'");
        }
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputProblem("The folder of providers " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
