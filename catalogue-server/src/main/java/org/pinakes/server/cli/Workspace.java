package org.pinakes.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.classify.Ontology;
import org.pinakes.ontology.harmonise.Harmoniser;
import org.pinakes.queries.Views;
import org.pinakes.server.config.Config;
import org.pinakes.server.search.IndexDefinition;
import org.pinakes.server.search.LuceneIndex;
import org.pinakes.server.site.Later;
import org.pinakes.server.site.Site;
import org.pinakes.server.store.DataDirectory;
import org.pinakes.server.store.KnowledgeGraph;
import org.pinakes.server.store.LoggedKnowledgeGraph;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;

/**
 * An open data directory with everything that works on it. One for a process. What takes time to read is read when it is first
 * needed; a fault in it is an {@link org.pinakes.ontology.InputProblem} for each who needs it.
 */
final class Workspace implements AutoCloseable {
    private final DataFiles files;
    private final Config config;
    private final DataDirectory directory;
    private final LoggedKnowledgeGraph store;
    private final Later<List<Provider>> providers;
    private final Later<String> fingerprint;
    private final Later<ServedOntology> ontology;
    private final Later<CodeLists> codes;
    private final Later<Rules> rules;
    private final Later<Validation> validation;
    private final Later<IndexDefinition> definition;
    private final Later<KnowledgeGraph> served;
    private final Later<LuceneIndex> index;

    private Workspace(DataFiles files, Config config, DataDirectory directory) throws IOException {
        this.files = files;
        this.config = config;
        this.directory = directory;
        this.store = LoggedKnowledgeGraph.openLog(directory.path(), directory.iris(), Clock.systemUTC());
        this.providers = new Later<>(() -> ProviderFiles.readAll(config.providers()));
        this.fingerprint = new Later<>(() -> Rules.fingerprint(files) + config.gate());
        this.ontology =
                new Later<>(() -> ServedOntology.load(files, config.data().resolve("ontology")));
        this.codes = new Later<>(() -> ontology().codes());
        this.rules = new Later<>(this::readRules);
        this.validation = new Later<>(this::readShapes);
        this.definition = new Later<>(() -> IndexDefinition.read(indexFile()));
        this.served = new Later<>(this::openStore);
        this.index = new Later<>(this::openIndex);
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

    List<Provider> providers() {
        return providers.get();
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
                rules,
                fingerprint.get(),
                config.maxDocument(),
                new Lifter(files)::isAggregate);
        return new Harvest(setup, store, Clock.systemUTC());
    }

    private Ontology ontology() {
        return ontology.get().ontology();
    }

    /** Nothing is harvested by an ontology with a fault. */
    private Rules readRules() {
        ontology.get().fault().ifPresent(fault -> {
            throw fault;
        });
        return Rules.load(files, codes.get(), config.gate());
    }

    private Validation readShapes() {
        Profiles profiles = Profiles.load(files);
        return new Validation(
                new Judge(files, profiles, () -> codes.get().graph()), profiles, Views.load(files), Clock.systemUTC());
    }

    private Path indexFile() {
        return files.home().resolve("queries/index.yaml");
    }

    /** The store with the graphs of the ontology as the files are now. */
    private KnowledgeGraph openStore() {
        store.replaceGraph(
                iris().graph("codes"), fingerprint.get(), () -> codes.get().graph());
        store.replaceGraph(
                iris().graph("inferred"), fingerprint.get(), () -> ontology().inferred());
        store.replaceGraph(iris().graph("ontology"), fingerprint.get(), () -> ontology()
                .stated(ontology.get().files()));
        return store;
    }

    private LuceneIndex openIndex() throws IOException {
        LuceneIndex opened = LuceneIndex.open(
                config.data().resolve("index"),
                definition,
                codes,
                this::providerTitle,
                fingerprint.get() + files.fingerprint(List.of(indexFile())));
        opened.catchUp(served.get());
        return opened;
    }

    private String providerTitle(String id) {
        return providers().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .map(Provider::title)
                .orElse(id);
    }

    /** Begins to open store and index. */
    void prepare() {
        index.begin("pinakes-index");
    }

    /** The index, opened and brought up to the store. */
    LuceneIndex index() {
        LuceneIndex opened = index.get();
        opened.catchUp(store);
        return opened;
    }

    Site site() {
        return new Site(
                iris(),
                config.catalogue(),
                reports(),
                new Site.Parts(served, index, definition, codes, validation, providers));
    }

    /** Reads all that answers are made of, so that a fault in a file ends the start and not an answer. */
    void read() {
        store.dataset();
        index.get();
        definition.get();
        codes.get();
        validation.get();
        providers.get();
    }

    /** Reads what nobody waits for, before somebody edits the files. */
    void readRest() {
        codes.get().graph();
    }

    /** What raw values mean now, for those who show which mean nothing. */
    Harmoniser harmoniser() {
        return new Harmoniser(codes.get(), ontology.get().files());
    }

    @Override
    public void close() {
        index.made().ifPresent(LuceneIndex::close);
        store.close();
        directory.close();
    }
}
