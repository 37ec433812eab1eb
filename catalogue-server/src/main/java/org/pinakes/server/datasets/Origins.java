package org.pinakes.server.datasets;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.pinakes.ontology.Terms;
import org.pinakes.server.site.Site;
import org.pinakes.server.store.KnowledgeGraph;

/** The records of one dataset, side by side: each provider's stays as it is. */
public final class Origins {
    private Origins() {}

    /**
     * One of them.
     *
     * @param id of its page; empty for the one that is being read
     */
    public record Origin(String provider, String id, String title, String description, List<DatasetView.Row> facts) {}

    /** The record that is being read first; only that one when no other provider describes the dataset. */
    static List<Origin> of(Site site, String iri, KnowledgeGraph.State.Published record, List<String> alternates) {
        List<Origin> origins = new ArrayList<>();
        origins.add(origin(site, iri, "", record));
        for (String other : alternates) {
            if (site.store().state(other) instanceof KnowledgeGraph.State.Published published) {
                origins.add(origin(site, other, site.iris().datasetId(other).orElse(""), published));
            }
        }
        return List.copyOf(origins);
    }

    private static Origin origin(Site site, String iri, String id, KnowledgeGraph.State.Published record) {
        DatasetView view = new DatasetView(site, iri, record.graph(), record.provenance());
        String provider = record.provenance().find(Terms.iri(iri), Terms.PROVIDER, Node.ANY).toList().stream()
                .map(t -> t.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse("");
        return new Origin(site.providerTitle(provider), id, view.title(), view.description(), view.facts());
    }
}
