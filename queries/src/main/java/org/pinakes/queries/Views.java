package org.pinakes.queries;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.PatternVars;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Terms;

/**
 * The views {@code queries/views/<profile>.rq}: each CONSTRUCTs from the canonical record, bound to {@code ?record},
 * what its profile speaks of. What is judged, served and exported is the view. Safe for threads.
 */
public final class Views {
    private static final Var RECORD = Var.alloc("record");

    private final Map<String, Query> byName;

    private Views(Map<String, Query> byName) {
        this.byName = byName;
    }

    public static Views load(DataFiles files) {
        Map<String, Query> views = new TreeMap<>();
        for (Path path : files.below("queries/views", ".rq")) {
            QueryFile file = QueryFile.read(files, path);
            Query query = file.parse();
            if (!query.isConstructType() || query.isConstructQuad()) {
                throw file.problem(0, "a view is a CONSTRUCT query that makes triples.");
            }
            if (!PatternVars.vars(query.getQueryPattern()).contains(RECORD)) {
                throw file.problem(0, "a view starts from ?record, which stands for the record's IRI; it is not used.");
            }
            if (query.hasDatasetDescription()) {
                throw file.problem(0, "a view sees one record and nothing else; leave FROM out.");
            }
            views.put(file.name(), query);
        }
        return new Views(views);
    }

    /** The names for which there is a file, sorted. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The view of a record; the record's own graph where there is no file of that name. */
    public Graph view(String name, Graph record, String iri) {
        Query query = byName.get(name);
        if (query == null) {
            return record;
        }
        try (QueryExec run = QueryExec.graph(record)
                .query(query)
                .substitution(RECORD, Terms.iri(iri))
                // A view sees one record and nothing else.
                .set(ARQ.httpServiceAllowed, false)
                .build()) {
            return run.construct();
        }
    }
}
