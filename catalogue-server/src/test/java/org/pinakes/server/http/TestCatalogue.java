package org.pinakes.server.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.pinakes.harvester.Catalogue;
import org.pinakes.harvester.report.Reports;
import org.pinakes.harvester.validate.Validation;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.Waiver;
import org.pinakes.ontology.classify.Ontology;
import org.pinakes.ontology.harmonise.Harmoniser;
import org.pinakes.queries.Views;
import org.pinakes.server.catalogue.CatalogueFeed;
import org.pinakes.server.concepts.ConceptPages;
import org.pinakes.server.config.Config;
import org.pinakes.server.datasets.DatasetPage;
import org.pinakes.server.datasets.DatasetSearch;
import org.pinakes.server.harvests.HarvestPages;
import org.pinakes.server.harvests.UnmappedPage;
import org.pinakes.server.health.Health;
import org.pinakes.server.home.HomePage;
import org.pinakes.server.providers.ProviderPages;
import org.pinakes.server.search.IndexDefinition;
import org.pinakes.server.search.LuceneIndex;
import org.pinakes.server.shapes.ShapesPages;
import org.pinakes.server.site.Later;
import org.pinakes.server.site.Site;
import org.pinakes.server.sparql.SparqlEndpoint;
import org.pinakes.server.store.LoggedKnowledgeGraph;
import org.pinakes.server.validate.ValidatePage;
import org.pinakes.server.verdicts.VerdictPage;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;

/** The real server over a real store and index in a temporary folder, with a few records; asked by the JDK's client. */
public final class TestCatalogue implements AutoCloseable {
    public static final Iris IRIS = new Iris("http://127.0.0.1:8080/");
    private static final Provider PROVIDER = new Provider(
            "p",
            "Provider p",
            Optional.empty(),
            Optional.empty(),
            List.of(new Provider.Source("file", "/nowhere", Optional.empty(), Optional.empty(), Optional.empty())),
            List.of(),
            Provider.Former.NONE,
            List.of(new Waiver(
                    "identifier",
                    Optional.of("publication"),
                    "The provider numbers its datasets next year.",
                    LocalDate.parse("2025-11-01"),
                    LocalDate.parse("2026-03-01"),
                    Place.of("p.yaml"))),
            0.2);
    private static final String PREFIXES =
            """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX eucaim: <https://cancerimage.eu/ontology/EUCAIM#>
            PREFIX health: <http://healthdataportal.eu/ns/health#>
            """;
    private final LoggedKnowledgeGraph store;
    private final LuceneIndex index;
    private final CatalogueServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public TestCatalogue(Path data) throws IOException {
        DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home")));
        Ontology ontology = Ontology.load(files, files.home().resolve("ontology/target"));
        CodeLists codes = ontology.codes();
        IndexDefinition definition = IndexDefinition.read(files.home().resolve("queries/index.yaml"));
        store = LoggedKnowledgeGraph.open(data, IRIS, () -> Instant.parse("2026-01-01T00:00:00Z"));
        store.replaceGraph(IRIS.graph("codes"), "1", codes::graph);
        store.replaceGraph(IRIS.graph("inferred"), "1", ontology::inferred);
        store.replaceGraph(IRIS.graph("ontology"), "1", () -> ontology.stated(files));
        index = LuceneIndex.open(data.resolve("index"), () -> definition, () -> codes, id -> "Provider " + id, "1");
        publish();
        Views views = Views.load(files);
        Profiles profiles = Profiles.load(files);
        Validation validation = new Validation(
                new Judge(files, profiles, codes::graph), profiles, views, () -> Instant.parse("2026-01-01T00:00:00Z"));
        Site site = new Site(
                IRIS,
                new Config.Publisher("Test", "A test.", "Testers", Optional.empty(), Optional.of("a@b.example")),
                new Reports(data.resolve("harvests")),
                new Site.Parts(
                        made(store),
                        made(index),
                        made(definition),
                        made(codes),
                        made(validation),
                        made(List.of(PROVIDER))));
        Pages pages = new Pages();
        server = CatalogueServer.start(
                "127.0.0.1",
                0,
                pages,
                List.of(
                        new HomePage(site, pages),
                        new DatasetSearch(site, pages),
                        new DatasetPage(site, pages),
                        new VerdictPage(site, pages),
                        new ValidatePage(site, pages),
                        new ShapesPages(site, pages, files),
                        new CatalogueFeed(site, pages),
                        new SparqlEndpoint(site, pages, files),
                        new ProviderPages(site, pages),
                        new ConceptPages(site, pages),
                        new UnmappedPage(site, pages, () -> new Harmoniser(codes, files)),
                        new HarvestPages(site, pages),
                        new Health(site)));
    }

    private static <T> Later<T> made(T value) {
        Later<T> made = new Later<>(() -> value);
        made.get();
        return made;
    }

    private void publish() {
        List<Catalogue.Entry> entries = new ArrayList<>();
        entries.add(
                entry(
                        "gbm",
                        "dct:title 'Glioblastoma MR'@en; dct:description 'D'@en; eucaim:hasCondition"
                                + " eucaim:CLIN1000067; eucaim:hasImageModality eucaim:IMG1000038; health:numberOfUniqueIndividuals 30;"
                                + " <https://x.example/p/1> 'odd property';"
                                + " <https://w3id.org/pinakes/ns#modalityAsGiven> 'Magnetic \\\"resonance\\\" pictures', 'MR'"));
        entries.add(entry(
                "hostile",
                "dct:title '</script><script>alert(1)</script>'; dct:description '<b>x</b>\\u0001';"
                        + " dcat:landingPage <javascript:alert(1)>"));
        entries.add(entry("gone", "dct:title 'Gone'@en"));
        for (int i = 0; i < 5; i++) {
            entries.add(entry("n" + i, "dct:title 'Number " + i + "'@en; dct:description 'D'@en"));
        }
        store.publish(entries);
        store.withdraw(List.of(IRIS.dataset("p", "gone")));
        index.catchUp(store);
    }

    private static Catalogue.Entry entry(String id, String turtle) {
        String iri = IRIS.dataset("p", id);
        Graph g = RDFParser.fromString(PREFIXES + "<" + iri + "> a dcat:Dataset; " + turtle + " .", Lang.TURTLE)
                .toGraph();
        Graph provenance = GraphMemFactory.createDefaultGraph();
        String standing = "dcat-ap-3: " + (id.equals("n0") ? "fails" : id.equals("n1") ? "waived" : "conforms");
        provenance.add(Terms.iri(iri), Terms.STANDING, NodeFactory.createLiteralString(standing));
        return new Catalogue.Entry(iri, "p", turtle, g, provenance);
    }

    /** Publishes more records and brings the index up to them. */
    public void publish(List<Catalogue.Entry> entries) {
        store.publish(entries);
        index.catchUp(store);
    }

    /** Withdraws records and brings the index up to it. */
    public void withdraw(List<String> iris) {
        store.withdraw(iris);
        index.catchUp(store);
    }

    public int port() {
        return server.port();
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET().build());
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
        index.close();
        store.close();
        client.close();
    }
}
