package org.pinakes.server.site;

import java.util.List;
import java.util.Optional;
import org.pinakes.harvester.report.Reports;
import org.pinakes.harvester.validate.Validation;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;
import org.pinakes.ontology.Iris;
import org.pinakes.ontology.Provider;
import org.pinakes.queries.Views;
import org.pinakes.server.config.Config;
import org.pinakes.server.search.IndexDefinition;
import org.pinakes.server.search.SearchIndex;
import org.pinakes.server.store.KnowledgeGraph;

/** The open catalogue, as the features read it. */
public record Site(
        Iris iris,
        KnowledgeGraph store,
        SearchIndex index,
        IndexDefinition definition,
        CodeLists codes,
        Views views,
        Validation validation,
        List<Provider> providers,
        Reports reports,
        Config.Publisher catalogue) {

    public Optional<Provider> provider(String id) {
        return providers.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public String providerTitle(String id) {
        return provider(id).map(Provider::title).orElse(id);
    }

    /** A label for an IRI: the concept's, else its last part. */
    public String label(String iri) {
        return codes.concept(iri)
                .map((Concept c) -> c.label("en"))
                .orElseGet(() -> iri.replaceFirst("^.*[/#](?=[^/#]+[/#]?$)", ""));
    }
}
