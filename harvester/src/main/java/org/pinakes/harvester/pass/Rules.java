package org.pinakes.harvester.pass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.pinakes.harvester.harmonise.Values;
import org.pinakes.harvester.lift.Lifter;
import org.pinakes.mappings.iris.IriTable;
import org.pinakes.mappings.migrations.Migrations;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Harmoniser;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Verdict;
import org.pinakes.queries.Views;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;

/**
 * The data files at work: mappings, IRI table, migrations, code lists, shapes and views, loaded once.
 *
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
        String fingerprint) {
    /** The profile that a record must pass to be published at all. */
    public static final String GATE = "publication";

    /** Raised when the pass itself makes other records of the same documents. */
    private static final String PASS = "pass-2 ";

    /** Reads the files; a mistake in one is an {@link InputProblem}. */
    public static Rules load(DataFiles files, CodeLists codes) {
        Profiles profiles = Profiles.load(files);
        return new Rules(
                new Lifter(files),
                IriTable.load(files.home().resolve("mappings/iris.csv")),
                Migrations.load(files),
                new Values(new Harmoniser(codes, files)),
                profiles,
                new Judge(files, profiles, codes.graph()),
                Views.load(files),
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
        String path = file.toString().replace('\\', '/');
        return Files.isRegularFile(file) && path.matches(".*\\.(ttl|csv|rq|ru|yaml)") && !path.contains("/tests/");
    }

    /** Refuses a provider that names a mapping or profile that is not there. */
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
    }

    /** The gate first, then the provider's profiles, each on its view of the record. */
    public List<Verdict> judge(Provider provider, String iri, Graph record) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(judge.judge(GATE, record, iri));
        for (String name : provider.profiles()) {
            if (!name.equals(GATE)) {
                verdicts.add(judge.judge(name, views.view(name, record, iri), iri));
            }
        }
        return verdicts;
    }
}
