package org.pinakes.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.ProviderFiles;
import org.pinakes.harvester.fetch.FileFetcher;
import org.pinakes.harvester.fetch.HttpFetcher;
import org.pinakes.harvester.fetch.OutboundGuard;
import org.pinakes.harvester.lift.Lifter;
import org.pinakes.harvester.pass.Harvest;
import org.pinakes.harvester.pass.Rules;
import org.pinakes.harvester.quarantine.Quarantine;
import org.pinakes.harvester.raw.RawStore;
import org.pinakes.harvester.report.Reports;
import org.pinakes.harvester.validate.Validation;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.classify.Ontology;
import org.pinakes.ontology.harmonise.Harmoniser;
import org.pinakes.queries.Views;
import org.pinakes.server.config.Config;
import org.pinakes.server.search.IndexDefinition;
import org.pinakes.server.search.LuceneIndex;
import org.pinakes.server.site.Site;
import org.pinakes.server.store.DataDirectory;
import org.pinakes.server.store.LoggedKnowledgeGraph;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open data directory with everything that works on it. One for a process. */
final class Workspace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
    private final DataFiles files;
    private final Config config;
    private final DataDirectory directory;
    private final LoggedKnowledgeGraph store;
    private final List<Provider> providers;
    private final String rulesFingerprint;
    private @Nullable ServedOntology ontology;
    private @Nullable Rules rules;

    private Workspace(DataFiles files, Config config, DataDirectory directory) throws IOException {
        this.files = files;
        this.config = config;
        this.directory = directory;
        this.providers = ProviderFiles.readAll(config.providers());
        this.rulesFingerprint = Rules.fingerprint(files) + config.gate();
        this.store = LoggedKnowledgeGraph.openLog(directory.path(), directory.iris(), Clock.systemUTC());
    }

    /** Opens, and makes the directory if there is none. */
    static Workspace open(DataFiles files, Config config) throws IOException {
        DataDirectory directory = directory(config);
        try {
            return new Workspace(files, config, directory);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    static DataDirectory directory(Config config) {
        int port = config.port() == 0 ? 8080 : config.port();
        String base = config.baseUrl().orElse("http://" + config.host() + ":" + port + "/");
        return DataDirectory.open(config.data(), base, Clock.systemUTC().instant());
    }

    Iris iris() {
        return directory.iris();
    }

    DataDirectory directory() {
        return directory;
    }

    LoggedKnowledgeGraph store() {
        return store;
    }

    /** Begins to load what serving needs while other things are done. Who needs it waits, and is told if it failed. */
    void prepare() {
        Thread preparing = new Thread(() -> {
            try {
                ontology();
                store.size();
            } catch (InputProblem e) {
                LOG.debug("the next who needs it tells why it does not load", e);
            }
        });
        preparing.setDaemon(true);
        preparing.start();
    }

    List<Provider> providers() {
        return providers;
    }

    DataFiles files() {
        return files;
    }

    Config config() {
        return config;
    }

    Quarantine quarantine() {
        return new Quarantine(config.data().resolve("quarantine"), iris());
    }

    private Reports reports() {
        return new Reports(config.data().resolve("harvests"));
    }

    Harvest harvest() {
        Path data = config.data();
        OutboundGuard guard = new OutboundGuard(config.privateHosts());
        Harvest.Setup setup = new Harvest.Setup(
                iris(),
                Map.of(
                        "file", new FileFetcher(Clock.systemUTC()),
                        "http", new HttpFetcher(guard, Clock.systemUTC(), config.maxDocument())),
                new RawStore(data.resolve("raw")),
                data.resolve("ledger"),
                reports(),
                quarantine(),
                this::rules,
                rulesFingerprint,
                config.maxDocument(),
                new Lifter(files)::isAggregate);
        return new Harvest(setup, store, Clock.systemUTC());
    }

    /** Loaded when it is first needed: a harvest that finds nothing new needs none. */
    private synchronized ServedOntology ontology() {
        ServedOntology loaded = ontology;
        if (loaded == null) {
            loaded = ServedOntology.load(files, config.data().resolve("ontology"));
            ontology = loaded;
        }
        return loaded;
    }

    private CodeLists codes() {
        return ontology().ontology().codes();
    }

    /** Nothing is harvested by an ontology with a fault. */
    private Rules rules() {
        Rules loaded = rules;
        if (loaded == null) {
            ontology().fault().ifPresent(fault -> {
                throw fault;
            });
            loaded = Rules.load(files, codes(), config.gate());
            rules = loaded;
        }
        return loaded;
    }

    IndexDefinition definition() {
        return IndexDefinition.read(files.home().resolve("queries/index.yaml"));
    }

    /** Opens the index and brings it up to the store. */
    LuceneIndex index(IndexDefinition definition) throws IOException {
        Map<String, String> titles = new HashMap<>();
        providers.forEach(p -> titles.put(p.id(), p.title()));
        String fingerprint =
                rulesFingerprint + files.fingerprint(List.of(files.home().resolve("queries/index.yaml")));
        LuceneIndex index = LuceneIndex.open(
                config.data().resolve("index"), definition, codes(), id -> titles.getOrDefault(id, id), fingerprint);
        index.catchUp(store);
        return index;
    }

    Site site(LuceneIndex index, IndexDefinition definition) {
        Ontology served = ontology().ontology();
        store.replaceGraph(iris().graph("codes"), rulesFingerprint, () -> codes().graph());
        store.replaceGraph(iris().graph("inferred"), rulesFingerprint, served::inferred);
        store.replaceGraph(
                iris().graph("ontology"),
                rulesFingerprint,
                () -> served.stated(ontology().files()));
        Views views = Views.load(files);
        Profiles profiles = Profiles.load(files);
        Judge judge = new Judge(files, profiles, codes()::graph);
        return new Site(
                iris(),
                store,
                index,
                definition,
                codes(),
                views,
                new Validation(judge, profiles, views, Clock.systemUTC()),
                providers,
                reports(),
                config.catalogue());
    }

    /** What raw values mean now, for those who show which mean nothing. */
    Harmoniser harmoniser() {
        return new Harmoniser(codes(), ontology().files());
    }

    @Override
    public void close() {
        store.close();
        directory.close();
    }
}
