package org.pinakes.harvester.pass;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.pinakes.harvester.harmonise.Values;
import org.pinakes.harvester.lift.Lifter;
import org.pinakes.mappings.iris.IriTable;
import org.pinakes.mappings.migrations.Migrations;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Verdict;
import org.pinakes.ontology.Waiver;
import org.pinakes.ontology.harmonise.Harmoniser;
import org.pinakes.queries.Views;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;

/**
 * The data files at work: mappings, IRI table, migrations, code lists, shapes and views, loaded once.
 *
 * @param gate the profiles that a record must pass to be published at all; at least one
 * @param fingerprint changes when any of the files does, and then every document is looked at again
 */
public record Rules(
        Lifter lifter,
        IriTable iriTable,
        Migrations migrations,
        Values values,
        Profiles profiles,
        Judge judge,
        Views views,
        List<String> gate,
        String fingerprint) {
    /** What a record must pass to be published, unless the configuration says otherwise. */
    public static final List<String> GATE = List.of("publication");

    /** By this profile every record is judged, because the feed is made of it when no other is asked for. */
    public static final String FEED = "dcat-ap-3";

    private static final Set<String> DATA = Set.of("ttl", "csv", "rq", "ru", "yaml", "tsv", "ofn");

    /** Raised when the pass itself makes other records of the same documents. */
    private static final String PASS = "pass-2 ";

    /** Reads the files, with the usual gate; a mistake in one is an {@link InputProblem}. */
    public static Rules load(DataFiles files, CodeLists codes) {
        return load(files, codes, GATE);
    }

    public static Rules load(DataFiles files, CodeLists codes, List<String> gate) {
        Profiles profiles = Profiles.load(files);
        gate.forEach(profiles::profile);
        return new Rules(
                new Lifter(files),
                IriTable.load(files.home().resolve("mappings/iris.csv")),
                Migrations.load(files),
                new Values(new Harmoniser(codes, files)),
                profiles,
                new Judge(files, profiles, codes::graph),
                Views.load(files),
                List.copyOf(gate),
                PASS + fingerprint(files));
    }

    /** What {@link #fingerprint()} would be, without loading anything. */
    public static String fingerprint(DataFiles files) {
        List<Path> read = new ArrayList<>();
        for (String folder : List.of("mappings", "ontology", "shapes", "queries/views")) {
            files.below(folder, "").stream().filter(Rules::isData).forEach(read::add);
        }
        return files.fingerprint(read);
    }

    private static boolean isData(Path file) {
        String name = file.toString();
        return DATA.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Refuses a provider that names a mapping, profile or rule that is not there. */
    public void check(Provider provider) {
        lifter.prepare(provider);
        for (String name : provider.profiles()) {
            if (profiles.named(name).isEmpty()) {
                throw new InputProblem("The provider '" + provider.id() + "' names the profile '" + name
                        + "', which does not exist; there are "
                        + String.join(
                                ", ", profiles.all().stream().map(p -> p.name()).toList()) + ".");
            }
        }
        provider.waivers().forEach(w -> check(provider, w));
    }

    private void check(Provider provider, Waiver waiver) {
        List<String> judging = judging(provider);
        String where = waiver.place().document() + ", " + waiver.place().position() + ": ";
        if (waiver.profile().isPresent() && !judging.contains(waiver.profile().get())) {
            throw new InputProblem(
                    where + "the waiver names the profile '" + waiver.profile().get()
                            + "', by which this provider is not judged; allowed are " + String.join(", ", judging)
                            + ".");
        }
        List<String> among = waiver.profile().map(List::of).orElse(judging);
        if (among.stream().noneMatch(p -> judge.hasRule(p, waiver.rule()))) {
            throw new InputProblem(where + "the waiver names the rule '" + waiver.rule() + "', which "
                    + String.join(" and ", among) + (among.size() == 1 ? " does" : " do")
                    + " not have. A rule's name stands in brackets behind each finding and at /shapes.");
        }
    }

    /** The gate first, then the feed's profile and the provider's own. */
    private List<String> judging(Provider provider) {
        return Stream.of(gate, List.of(FEED), provider.profiles())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /**
     * The gate first, then the other profiles, each on its view of the record.
     *
     * @param today from which rules count what is in the future, and which of the provider's waivers count
     */
    public List<Verdict> judge(Provider provider, String iri, Graph record, LocalDate today) {
        Judge onTheDay = judge.on(today);
        return judging(provider).stream()
                .map(name -> onTheDay.judge(name, view(name, record, iri), iri).waived(provider.waivers(), today))
                .toList();
    }

    private Graph view(String profile, Graph record, String iri) {
        return profiles.profile(profile)
                .view()
                .map(v -> views.view(v, record, iri))
                .orElse(record);
    }

    /** Whether verdicts let the record be published. */
    boolean passesGate(List<Verdict> verdicts) {
        return verdicts.stream().limit(gate.size()).allMatch(Verdict::passes);
    }
}
