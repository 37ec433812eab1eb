package org.pinakes.server.cli;

import java.io.PrintWriter;
import java.util.List;
import org.pinakes.server.catalogue.CatalogueFeed;
import org.pinakes.server.concepts.ConceptPages;
import org.pinakes.server.config.Config;
import org.pinakes.server.datasets.DatasetPage;
import org.pinakes.server.datasets.DatasetSearch;
import org.pinakes.server.harvests.HarvestPages;
import org.pinakes.server.harvests.UnmappedPage;
import org.pinakes.server.health.Health;
import org.pinakes.server.home.HomePage;
import org.pinakes.server.http.CatalogueServer;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.providers.ProviderPages;
import org.pinakes.server.shapes.ShapesPages;
import org.pinakes.server.site.Site;
import org.pinakes.server.sparql.SparqlEndpoint;
import org.pinakes.server.validate.ValidatePage;
import org.pinakes.server.verdicts.VerdictPage;

/** The web server over a workspace and its index. What is served is the list of features here. */
final class Server implements AutoCloseable {

    private final CatalogueServer http;
    private final List<Feature> features;

    private Server(CatalogueServer http, List<Feature> features) {
        this.http = http;
        this.features = features;
    }

    /** Listens at once; store and index are opened meanwhile, and who asks for them waits. */
    static Server start(Workspace workspace) {
        workspace.prepare();
        Pages pages = new Pages();
        List<Feature> features = features(workspace, pages);
        Config config = workspace.config();
        Server server = new Server(CatalogueServer.start(config.host(), config.port(), pages, features), features);
        workspace.directory().serving(server.address(config.host()));
        return server;
    }

    private static List<Feature> features(Workspace workspace, Pages pages) {
        Site site = workspace.site();
        return List.of(
                new HomePage(site, pages),
                new DatasetSearch(site, pages),
                new DatasetPage(site, pages),
                new VerdictPage(site, pages),
                new ValidatePage(site, pages),
                new ShapesPages(site, pages, workspace.files()),
                new CatalogueFeed(site, pages),
                new SparqlEndpoint(site, pages, workspace.files()),
                new ProviderPages(site, pages),
                new ConceptPages(site, pages),
                new UnmappedPage(site, pages, workspace::harmoniser),
                new HarvestPages(site, pages),
                new Health(site));
    }

    String address(String host) {
        return "http://" + host + ":" + http.port();
    }

    /** Reads what the first answers would wait for; a fault in a file ends the start. */
    void prepare(Workspace workspace) {
        workspace.read();
        features.forEach(Feature::prepare);
    }

    /** Says where it is and waits until the process is ended. */
    void run(Workspace workspace, PrintWriter out, boolean demo) {
        String address = address(workspace.config().host());
        out.println();
        out.println("Pinakes serves " + workspace.store().size() + " datasets at " + address);
        if (!workspace.iris().base().equals(address + "/")) {
            out.println("(permanent IRIs begin with " + workspace.iris().base()
                    + ", as when this data directory was made)");
        }
        if (demo) {
            out.println("Three things to try:");
            out.println("  " + address + "/datasets?q=tumour+of+the+central+nervous+system");
            out.println("  " + address + "/sparql");
            out.println("  curl -H 'Accept: text/turtle' " + address + "/catalog");
        }
        out.println("Stop it with Ctrl-C.");
        out.flush();
        workspace.readRest();
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
