package org.pinakes.server.sparql;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.pinakes.queries.QueryLibrary;
import org.pinakes.server.datasets.SearchForm;
import org.pinakes.server.http.Pages;
import org.pinakes.server.http.Problem;
import org.pinakes.server.site.Site;

/** The page: a text box, examples, and the answer as a table. Works without JavaScript. */
public final class QueryPage {
    private static final int ROWS = 1_000;
    private final Site site;
    private final Pages pages;
    private final QueryLibrary examples;

    QueryPage(Site site, Pages pages, QueryLibrary examples) {
        this.site = site;
        this.pages = pages;
        this.examples = examples;
    }

    /**
     * An answer as a table.
     *
     * @param more whether there were more rows than are shown
     */
    public record Table(List<String> columns, List<List<Cell>> rows, boolean more, long millis) {}

    /** @param href empty unless the value is an http(s) IRI */
    public record Cell(String text, String href) {}

    void empty(Context ctx) {
        Pages.send(
                ctx,
                render(examples.all().isEmpty() ? "" : examples.all().getFirst().text(), Map.of()));
    }

    void failed(Context ctx, String text, Problem problem) {
        ctx.status(problem.status());
        Pages.send(ctx, render(text, Map.of("problem", problem)));
    }

    void run(Context ctx, String text, Query query) {
        try {
            Table table = site.store().read(() -> table(query));
            Pages.send(ctx, render(text, Map.of("table", table)));
        } catch (QueryCancelledException e) {
            failed(ctx, text, Failures.problem(503, "").problem());
        } catch (QueryException | StackOverflowError e) {
            failed(
                    ctx,
                    text,
                    Failures.problem(500, String.valueOf(e.getMessage())).problem());
        }
    }

    private String render(String text, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("query", text);
        model.put("encoded", SearchForm.encode(text));
        model.put("examples", examples.all());
        model.putIfAbsent("problem", new Problem(200, "", "", ""));
        model.putIfAbsent("table", new Table(List.of(), List.of(), false, -1));
        return pages.render("sparql.jte", model);
    }

    private Table table(Query query) {
        long start = System.nanoTime();
        DatasetGraph dataset = site.store().dataset();
        try (QueryExec exec = QueryExec.dataset(dataset).query(query).build()) {
            List<String> columns = new ArrayList<>();
            List<List<Cell>> rows = new ArrayList<>();
            boolean more = false;
            if (query.isAskType()) {
                columns.add("answer");
                rows.add(List.of(new Cell(exec.ask() ? "yes" : "no", "")));
            } else if (query.isSelectType()) {
                RowSet found = exec.select();
                found.getResultVars().forEach(v -> columns.add(v.getVarName()));
                while (found.hasNext() && rows.size() < ROWS) {
                    rows.add(row(found.next(), found.getResultVars()));
                }
                more = found.hasNext();
            } else {
                columns.addAll(List.of("subject", "property", "value"));
                Graph graph = query.isDescribeType() ? exec.describe() : exec.construct();
                Iterator<Triple> triples = graph.find();
                while (triples.hasNext() && rows.size() < ROWS) {
                    Triple t = triples.next();
                    rows.add(List.of(cell(t.getSubject()), cell(t.getPredicate()), cell(t.getObject())));
                }
                more = triples.hasNext();
            }
            return new Table(columns, rows, more, (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static List<Cell> row(Binding binding, List<Var> columns) {
        return columns.stream()
                .map(v -> binding.contains(v) ? cell(binding.get(v)) : new Cell("", ""))
                .toList();
    }

    private static Cell cell(Node node) {
        if (node.isURI()) {
            return new Cell(node.getURI(), node.getURI().matches("(?i)https?://[^\\s\"<>]+") ? node.getURI() : "");
        }
        return new Cell(node.isLiteral() ? node.getLiteralLexicalForm() : "_:" + node.getBlankNodeLabel(), "");
    }
}
