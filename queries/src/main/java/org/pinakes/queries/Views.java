package org.pinakes.queries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.util.Context;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Terms;

/**
 * The views {@code queries/views/<profile>.rq}: each CONSTRUCTs from the canonical record, bound to {@code ?record},
 * what its profile speaks of; a head comment may name more profiles that share it. What is judged, served and exported is the view. Safe for threads.
 */
public final class Views {
    private static final Var RECORD = Var.alloc("record");
    private static final String LISTS = "https://w3id.org/pinakes/vocabularies/";

    private final Map<String, View> byName;
    private final Context context;

    /** A view, compiled once: it runs for every record. */
    private record View(Op pattern, List<Triple> template, Map<Node, Graph> lists) {
        static View of(Query query, Map<Node, Graph> lists) {
            return new View(
                    Algebra.optimize(Algebra.compile(query.getQueryPattern())),
                    query.getConstructTemplate().getTriples(),
                    lists);
        }

        DatasetGraph seeing(Graph record) {
            if (lists.isEmpty()) {
                return DatasetGraphFactory.wrap(record);
            }
            DatasetGraph dataset = new DatasetGraphMapLink(record);
            lists.forEach(dataset::addGraph);
            return dataset;
        }
    }

    private Views(Map<String, View> byName) {
        this.byName = byName;
        this.context = ARQ.getContext().copy();
        // A view sees one record and nothing else.
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ARQ.optimization, false);
    }

    public static Views load(DataFiles files) {
        Map<String, View> views = new TreeMap<>();
        for (Path path : files.below("queries/views", ".rq")) {
            QueryFile file = QueryFile.read(files, path);
            Query query = file.parse();
            if (!query.isConstructType() || query.isConstructQuad()) {
                throw file.problem(0, "a view is a CONSTRUCT query that makes triples.");
            }
            if (!PatternVars.vars(query.getQueryPattern()).contains(RECORD)) {
                throw file.problem(0, "a view starts from ?record, which stands for the record's IRI; it is not used.");
            }
            if (!query.getGraphURIs().isEmpty()) {
                throw file.problem(0, "a view sees one record and the lists it names with FROM NAMED; leave FROM out.");
            }
            View view = View.of(query, lists(files, file, query));
            views.put(file.name(), view);
            HeadComment.of(file).also().forEach(name -> views.put(name, view));
        }
        return new Views(views);
    }

    /** {@code FROM NAMED <…/vocabularies/NAME>} is the file {@code ontology/vocabularies/NAME.ttl}. */
    private static Map<Node, Graph> lists(DataFiles files, QueryFile file, Query query) {
        Map<Node, Graph> lists = new TreeMap<>(Comparator.comparing(Node::getURI));
        for (String iri : query.getNamedGraphURIs()) {
            String name = iri.startsWith(LISTS) ? iri.substring(LISTS.length()) : "";
            Path path = files.home().resolve("ontology/vocabularies/" + name + ".ttl");
            if (!name.matches("[a-z0-9-]+") || !Files.isRegularFile(path)) {
                throw file.problem(
                        0, "FROM NAMED <" + iri + "> must be <" + LISTS + "NAME>, a file of ontology/vocabularies.");
            }
            lists.put(
                    Terms.iri(iri),
                    RDFParser.fromString(files.text(path), Lang.TTL).toGraph());
        }
        return lists;
    }

    /** The names of all views, sorted. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The view of a record; the record's own graph where there is no file of that name. */
    public Graph view(String name, Graph record, String iri) {
        View view = byName.get(name);
        if (view == null) {
            return record;
        }
        Graph made = GraphMemFactory.createDefaultGraph();
        Plan plan = QueryEngineMain.getFactory()
                .create(
                        view.pattern(),
                        view.seeing(record),
                        BindingFactory.binding(RECORD, Terms.iri(iri)),
                        context.copy());
        try {
            TemplateLib.calcTriples(view.template(), plan.iterator()).forEachRemaining(made::add);
        } finally {
            plan.close();
        }
        return made;
    }
}
