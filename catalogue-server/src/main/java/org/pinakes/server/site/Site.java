package org.pinakes.server.site;

import java.util.List;
import java.util.Optional;
import org.pinakes.harvester.report.Reports;
import org.pinakes.harvester.validate.Validation;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Provider;
import org.pinakes.server.config.Config;
import org.pinakes.server.search.IndexDefinition;
import org.pinakes.server.search.SearchIndex;
import org.pinakes.server.store.KnowledgeGraph;

/**
 * The open catalogue, as the features read it. Its parts are opened while the server starts; who asks for one that is not yet
 * there waits for it.
 */
public final class Site {
    private final Iris iris;
    private final Config.Publisher catalogue;
    private final Reports reports;
    private final Parts parts;

    /** What takes time to open or read. */
    public record Parts(
            Later<? extends KnowledgeGraph> store,
            Later<? extends SearchIndex> index,
            Later<IndexDefinition> definition,
            Later<CodeLists> codes,
            Later<Validation> validation,
            Later<List<Provider>> providers) {}

    public Site(Iris iris, Config.Publisher catalogue, Reports reports, Parts parts) {
        this.iris = iris;
        this.catalogue = catalogue;
        this.reports = reports;
        this.parts = parts;
    }

    public Iris iris() {
        return iris;
    }

    public Config.Publisher catalogue() {
        return catalogue;
    }

    public Reports reports() {
        return reports;
    }

    /** Whether store and index are open. */
    public boolean isOpen() {
        return parts.store().isMade() && parts.index().isMade();
    }

    public KnowledgeGraph store() {
        return parts.store().get();
    }

    public SearchIndex index() {
        return parts.index().get();
    }

    public IndexDefinition definition() {
        return parts.definition().get();
    }

    public CodeLists codes() {
        return parts.codes().get();
    }

    public Validation validation() {
        return parts.validation().get();
    }

    public List<Provider> providers() {
        return parts.providers().get();
    }

    public Optional<Provider> provider(String id) {
        return providers().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public String providerTitle(String id) {
        return provider(id).map(Provider::title).orElse(id);
    }

    /** A label for an IRI: the concept's, else its last part. */
    public String label(String iri) {
        return codes().concept(iri)
                .map((Concept c) -> c.label("en"))
                .orElseGet(() -> iri.replaceFirst("^.*[/#](?=[^/#]+[/#]?$)", ""));
    }
}
