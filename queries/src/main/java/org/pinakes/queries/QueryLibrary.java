package org.pinakes.queries;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.NamedQuery;

/** The queries of a folder under {@code queries/}. Each begins with {@code # title:} and {@code # description:}. */
public final class QueryLibrary {
    private static final Pattern PARAMETER =
            Pattern.compile("#\\s*param:\\s*(\\w+)\\s+(iri|string|integer)\\s+\"([^\"]*)\"\\s*");
    private final Map<String, NamedQuery> queries = new LinkedHashMap<>();

    private QueryLibrary() {}

    /** Reads and parses them all; a mistake is an {@link InputProblem} with file and line. */
    public static QueryLibrary load(DataFiles files, String folder) {
        QueryLibrary library = new QueryLibrary();
        for (Path file : files.below("queries/" + folder, ".rq")) {
            NamedQuery query = read(file, files.text(file));
            library.queries.put(query.name(), query);
        }
        return library;
    }

    private static NamedQuery read(Path file, String text) {
        String name = file.getFileName().toString().replaceFirst("\\.rq$", "");
        parse(file, text);
        List<NamedQuery.Parameter> parameters = new ArrayList<>();
        for (String line : text.lines().filter(l -> l.matches("#\\s*param:.*")).toList()) {
            Matcher m = PARAMETER.matcher(line);
            if (!m.matches()) {
                throw new InputProblem(
                        file + ": expected '# param: name iri|string|integer \"label\"', found '" + line + "'.");
            }
            parameters.add(new NamedQuery.Parameter(m.group(1), m.group(2), m.group(3)));
        }
        return new NamedQuery(name, head(file, text, "title"), head(file, text, "description"), parameters, text);
    }

    private static String head(Path file, String text, String key) {
        return text.lines()
                .filter(l -> l.matches("#\\s*" + key + ":.*"))
                .map(l -> l.substring(l.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow(() -> new InputProblem(file + ": the head comment '# " + key + ": …' is missing."));
    }

    static Query parse(Path file, String text) {
        try {
            return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            throw new InputProblem(
                    file + ", line " + e.getLine() + ", column " + e.getColumn() + ": this is not valid SPARQL: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".",
                    e);
        }
    }

    public Optional<NamedQuery> named(String name) {
        return Optional.ofNullable(queries.get(name));
    }

    /** In the order of their file names. */
    public List<NamedQuery> all() {
        return List.copyOf(queries.values());
    }

    /** Puts values in the place of variables in the parsed query; whatever a value holds, it stays one value. */
    public static Query bind(NamedQuery query, Map<String, Node> values) {
        Map<Var, Node> substitutions = new LinkedHashMap<>();
        values.forEach((name, value) -> substitutions.put(Var.alloc(name), value));
        return QueryTransformOps.replaceVars(QueryFactory.create(query.text(), Syntax.syntaxSPARQL_11), substitutions);
    }
}
