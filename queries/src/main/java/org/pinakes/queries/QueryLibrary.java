package org.pinakes.queries;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.NamedQuery;
import org.pinakes.ontology.NamedQuery.Parameter;

/** The queries of one folder below {@code queries/}, parsed once; each file is a {@link NamedQuery}. Safe for threads. */
public final class QueryLibrary {
    private static final Pattern VARIABLE = Pattern.compile("[?$]([A-Za-z0-9_]+)");

    private final Map<String, Entry> byName;

    private record Entry(NamedQuery query, Query parsed) {}

    private QueryLibrary(Map<String, Entry> byName) {
        this.byName = byName;
    }

    /** Reads {@code queries/<folder>/*.rq}; the first mistake in any of them is an {@link InputProblem}. */
    public static QueryLibrary load(DataFiles files, String folder) {
        Map<String, Entry> entries = new TreeMap<>();
        for (Path path : files.below("queries/" + folder, ".rq")) {
            QueryFile file = QueryFile.read(files, path);
            Query parsed = file.parse();
            HeadComment head = HeadComment.of(file);
            Set<String> variables = variables(parsed);
            for (Parameter parameter : head.parameters()) {
                if (!variables.contains(parameter.name())) {
                    throw file.problem(
                            0,
                            "the parameter '" + parameter.name() + "' is not a variable of the query; it has ?"
                                    + String.join(", ?", variables) + ".");
                }
            }
            NamedQuery query =
                    new NamedQuery(file.name(), head.title(), head.description(), head.parameters(), file.text());
            if (entries.put(file.name(), new Entry(query, parsed)) != null) {
                throw file.problem(0, "another file of this folder has the same name; rename one.");
            }
        }
        return new QueryLibrary(entries);
    }

    /** Read off the query as Jena writes it, which has no comments, because a variable may stand in a FILTER alone. */
    private static Set<String> variables(Query query) {
        return VARIABLE.matcher(query.serialize())
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Optional<NamedQuery> named(String name) {
        return Optional.ofNullable(byName.get(name)).map(Entry::query);
    }

    /** Sorted by name. */
    public List<NamedQuery> all() {
        return byName.values().stream().map(Entry::query).toList();
    }

    /**
     * The query with its parameters replaced by values, in the parsed form: whatever a value holds, it stays a value.
     * Each parameter needs one.
     */
    public Query bind(NamedQuery query, Map<String, Node> values) {
        Entry entry = byName.get(query.name());
        if (entry == null || !entry.query().equals(query)) {
            throw new IllegalArgumentException("not a query of this library: " + query.name());
        }
        Map<Var, Node> substitution = new HashMap<>();
        for (Parameter parameter : query.parameters()) {
            Node value = values.get(parameter.name());
            if (value == null) {
                throw new InputProblem("Query '" + query.name() + "' needs a value for '" + parameter.name() + "' ("
                        + parameter.label() + ").");
            }
            substitution.put(Var.alloc(parameter.name()), checked(parameter, value));
        }
        for (String name : values.keySet()) {
            if (!substitution.containsKey(Var.alloc(name))) {
                throw new InputProblem(
                        "Query '" + query.name() + "' has no parameter '" + name + "'; it has: " + names(query) + ".");
            }
        }
        return substitution.isEmpty()
                ? entry.parsed().cloneQuery()
                : QueryTransformOps.syntaxSubstitute(entry.parsed(), substitution);
    }

    private static String names(NamedQuery query) {
        return query.parameters().isEmpty()
                ? "none"
                : String.join(
                        ", ", query.parameters().stream().map(Parameter::name).toList());
    }

    /** What a person or client wrote, as a value of the parameter's type. */
    public static Node value(Parameter parameter, String text) {
        return checked(
                parameter,
                switch (parameter.type()) {
                    case "iri" -> NodeFactory.createURI(text.strip());
                    case "integer" -> NodeFactory.createLiteralDT(text.strip(), XSDDatatype.XSDinteger);
                    default -> NodeFactory.createLiteralString(text);
                });
    }

    private static Node checked(Parameter parameter, Node value) {
        boolean fits =
                switch (parameter.type()) {
                    // A node may hold any characters, but the query is also shown and sent as text.
                    case "iri" ->
                        value.isURI() && value.getURI().matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|\\\\^`]*");
                    case "integer" ->
                        value.isLiteral()
                                && XSDDatatype.XSDinteger.equals(value.getLiteralDatatype())
                                && value.getLiteralLexicalForm().matches("[+-]?[0-9]{1,18}");
                    default ->
                        value.isLiteral()
                                && (XSDDatatype.XSDstring.equals(value.getLiteralDatatype())
                                        || !value.getLiteralLanguage().isEmpty());
                };
        if (!fits) {
            throw new InputProblem("The value of '" + parameter.name() + "' (" + parameter.label() + ") must be "
                    + switch (parameter.type()) {
                        case "iri" -> "an IRI such as https://example.org/x, without spaces, quotes or brackets.";
                        case "integer" -> "a whole number such as 10.";
                        default -> "a text.";
                    });
        }
        return value;
    }
}
