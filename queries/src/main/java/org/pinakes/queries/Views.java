package org.pinakes.queries;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Terms;

/** What each profile wants of a record: {@code queries/views/<profile>.rq}, a CONSTRUCT over {@code ?record}. */
public final class Views {
    private final Map<String, Query> views = new HashMap<>();

    private Views() {}

    public static Views load(DataFiles files) {
        Views loaded = new Views();
        files.below("queries/views", ".rq")
                .forEach(file -> loaded.views.put(
                        file.getFileName().toString().replaceFirst("\\.rq$", ""),
                        QueryLibrary.parse(file, files.text(file))));
        return loaded;
    }

    /** The record itself when the profile has no view of its own. */
    public Graph view(String profile, Graph record, String iri) {
        Query query = views.get(profile);
        if (query == null) {
            return record;
        }
        try (QueryExec exec = QueryExec.dataset(DatasetGraphFactory.wrap(record))
                .query(query)
                .substitution(Var.alloc("record"), Terms.iri(iri))
                .build()) {
            return exec.construct();
        }
    }
}
