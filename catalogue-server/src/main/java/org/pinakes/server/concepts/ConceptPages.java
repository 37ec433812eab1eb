package org.pinakes.server.concepts;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.CodeMapping;
import org.pinakes.ontology.Concept;
import org.pinakes.ontology.Label;
import org.pinakes.ontology.Terms;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.ProblemException;
import org.pinakes.server.http.RdfFormat;
import org.pinakes.server.http.Respond;
import org.pinakes.server.http.Routes;
import org.pinakes.server.search.SearchIndex;
import org.pinakes.server.site.Site;

/** {@code /codes}, {@code /codes/{list}}, {@code /concepts/{id}} and {@code /ontology}. */
public final class ConceptPages implements Feature {
    private static final int DATASETS_SHOWN = 10;
    private final Site site;
    private final Pages pages;

    public ConceptPages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    /** @param datasets how many have the concept or something narrower; -1 if no facet counts them */
    public record Line(Concept concept, int depth, long datasets) {}

    public record ListLine(String name, String title, int concepts) {}

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/codes", this::lists);
        Routes.get(config, "/codes/{list}", this::list);
        Routes.get(config, "/concepts/{id}", this::concept);
        Routes.get(config, "/ontology", ctx -> ontology(ctx, Optional.empty()));
        Routes.get(config, "/ontology.{extension}", ctx -> ontology(ctx, Optional.of(ctx.pathParam("extension"))));
    }

    /** The last part of an address, with its extension apart if it is one that is served. */
    private record Asked(String name, Optional<String> extension) {
        static Asked of(String path) {
            int dot = path.lastIndexOf('.');
            String end = path.substring(dot + 1);
            boolean served =
                    dot > 0 && (end.equals("html") || RdfFormat.ofExtension(end).isPresent());
            return served ? new Asked(path.substring(0, dot), Optional.of(end)) : new Asked(path, Optional.empty());
        }
    }

    private CodeLists codes() {
        return site.codes();
    }

    private void lists(Context ctx) {
        Pages.send(ctx, pages.render("codes.jte", Map.of("lists", listLines())));
    }

    private List<ListLine> listLines() {
        return codes().names().stream()
                .map(n -> new ListLine(n, codes().title(n), codes().list(n).size()))
                .toList();
    }

    private void list(Context ctx) {
        Asked asked = Asked.of(ctx.pathParam("list"));
        List<Concept> concepts = codes().list(asked.name());
        if (concepts.isEmpty()) {
            throw new ProblemException(
                    404,
                    "not-found",
                    "There is no such code list",
                    "There is no list '" + asked.name() + "'; there are " + String.join(", ", codes().names()) + ".");
        }
        if (Respond.wanted(ctx, asked.extension(), false) instanceof Respond.Wanted.Rdf rdf) {
            Graph graph = GraphMemFactory.createDefaultGraph();
            concepts.forEach(c -> describe(c, graph));
            Respond.rdf(ctx, rdf.format(), graph, asked.name());
            return;
        }
        Map<String, Long> counts = counts(asked.name());
        List<Line> lines = new ArrayList<>();
        List<Concept> tops = concepts.stream()
                .filter(c -> codes().broader(c.iri()).isEmpty())
                .toList();
        ConceptTree.concepts(codes(), tops.stream().map(Concept::iri).toList())
                .forEach(c -> lines(c, 0, counts, lines));
        Map<String, Object> model = new HashMap<>();
        model.put("name", asked.name());
        model.put("title", codes().title(asked.name()));
        model.put("lines", lines);
        model.put("size", concepts.size());
        Pages.send(ctx, pages.render("codelist.jte", model));
    }

    private void lines(Concept concept, int depth, Map<String, Long> counts, List<Line> lines) {
        lines.add(new Line(concept, depth, counts.isEmpty() ? -1 : counts.getOrDefault(concept.iri(), 0L)));
        ConceptTree.concepts(codes(), codes().narrower(concept.iri())).forEach(c -> lines(c, depth + 1, counts, lines));
    }

    /** Datasets by concept of a list, narrower ones counted in; empty if there is no facet of it. */
    private Map<String, Long> counts(String list) {
        Map<String, Long> counts = new HashMap<>();
        site.index().search(new SearchIndex.Request("", Map.of(), "title", 0, 0, "en")).facets().stream()
                .filter(f -> f.name().equals(list))
                .forEach(f -> f.counts().forEach(c -> counts.put(c.value(), c.count())));
        return counts;
    }

    private void concept(Context ctx) {
        Asked asked = Asked.of(ctx.pathParam("id"));
        Concept concept = codes().conceptNamed(asked.name())
                .orElseThrow(() -> new ProblemException(
                        404,
                        "not-found",
                        "There is no such concept",
                        "No concept has the id '" + asked.name() + "'. The code lists are at /codes."));
        if (Respond.wanted(ctx, asked.extension(), false) instanceof Respond.Wanted.Rdf rdf) {
            Graph graph = GraphMemFactory.createDefaultGraph();
            describe(concept, graph);
            codes().ancestors(concept.iri()).forEach(a -> label(a, graph));
            codes().narrower(concept.iri()).forEach(n -> label(n, graph));
            Respond.rdf(ctx, rdf.format(), graph, asked.name());
            return;
        }
        Pages.send(ctx, pages.render("concept.jte", model(concept)));
    }

    private Map<String, Object> model(Concept concept) {
        Map<String, Object> model = new HashMap<>();
        model.put("concept", concept);
        model.put("listTitle", codes().title(concept.list()));
        model.put("tree", ConceptTree.of(codes(), concept));
        model.put("ancestors", ConceptTree.concepts(codes(), codes().ancestors(concept.iri())));
        model.put("mappings", codes().mappings(concept.iri()));
        model.put("synonyms", synonyms(concept));
        boolean counted =
                site.definition().facets().stream().anyMatch(f -> f.name().equals(concept.list()));
        Optional<SearchIndex.Answer> found = counted
                ? Optional.of(site.index()
                        .search(new SearchIndex.Request(
                                "", Map.of(concept.list(), List.of(concept.iri())), "title", 0, DATASETS_SHOWN, "en")))
                : Optional.empty();
        model.put("total", found.map(SearchIndex.Answer::total).orElse(-1L));
        model.put("hits", found.map(SearchIndex.Answer::hits).orElse(List.of()));
        model.put("site", site);
        return model;
    }

    private static Map<String, List<String>> synonyms(Concept concept) {
        Map<String, List<String>> byLanguage = new TreeMap<>();
        for (Label label : concept.alternatives()) {
            byLanguage
                    .computeIfAbsent(label.language().isEmpty() ? "any" : label.language(), k -> new ArrayList<>())
                    .add(label.text());
        }
        return byLanguage;
    }

    /** What is said of it, and where it belongs. */
    private void describe(Concept concept, Graph graph) {
        Node node = Terms.iri(concept.iri());
        codes().graph().find(node, Node.ANY, Node.ANY).forEachRemaining(graph::add);
        codes().broader(concept.iri()).forEach(b -> add(graph, node, "broader", b));
        codes().ancestors(concept.iri()).forEach(a -> add(graph, node, "broaderTransitive", a));
        codes().narrower(concept.iri()).forEach(n -> add(graph, node, "narrower", n));
        for (CodeMapping m : codes().mappings(concept.iri())) {
            add(graph, node, m.relation(), m.object().iri());
        }
    }

    private static void add(Graph graph, Node s, String property, String o) {
        graph.add(Triple.create(s, Terms.iri(Terms.SKOS + property), Terms.iri(o)));
    }

    private void label(String iri, Graph graph) {
        codes().graph()
                .find(Terms.iri(iri), Terms.iri(Terms.SKOS + "prefLabel"), Node.ANY)
                .forEachRemaining(graph::add);
    }

    private void ontology(Context ctx, Optional<String> extension) {
        if (Respond.wanted(ctx, extension, false) instanceof Respond.Wanted.Rdf rdf) {
            Graph graph = GraphMemFactory.createDefaultGraph();
            site.store().read(() -> {
                site.store()
                        .dataset()
                        .find(Terms.iri(site.iris().graph("ontology")), Node.ANY, Node.ANY, Node.ANY)
                        .forEachRemaining(q -> graph.add(q.asTriple()));
                return graph;
            });
            Respond.rdf(ctx, rdf.format(), graph, "ontology");
            return;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("lists", listLines());
        model.put("terms", terms());
        Pages.send(ctx, pages.render("ontology.jte", model));
    }

    /** An own term. */
    public record Term(String name, String label, String comment) {}

    private List<Term> terms() {
        Node label = Terms.iri("http://www.w3.org/2000/01/rdf-schema#label");
        Node comment = Terms.iri("http://www.w3.org/2000/01/rdf-schema#comment");
        Node graph = Terms.iri(site.iris().graph("ontology"));
        return site.store().read(() -> {
            List<Term> terms = new ArrayList<>();
            site.store().dataset().find(graph, Node.ANY, comment, Node.ANY).forEachRemaining(q -> {
                String iri = q.getSubject().toString();
                if (iri.startsWith(Terms.PIN)) {
                    String name = iri.substring(Terms.PIN.length());
                    String text = q.getObject().getLiteralLexicalForm();
                    terms.add(new Term(name, text(graph, q.getSubject(), label).orElse(name), text));
                }
            });
            terms.sort((a, b) -> a.name().compareTo(b.name()));
            return terms;
        });
    }

    private Optional<String> text(Node graph, Node subject, Node property) {
        List<String> texts = new ArrayList<>();
        site.store()
                .dataset()
                .find(graph, subject, property, Node.ANY)
                .forEachRemaining(q -> texts.add(q.getObject().getLiteralLexicalForm()));
        return texts.stream().findFirst();
    }
}
