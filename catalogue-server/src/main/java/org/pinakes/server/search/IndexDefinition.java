package org.pinakes.server.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.path.PathParser;
import org.apache.jena.sparql.path.eval.PathEval;
import org.pinakes.ontology.Terms;
import org.pinakes.ontology.yaml.YamlMap;

/** {@code queries/index.yaml}: what of a record is indexed, and where it stands in the graph. */
public record IndexDefinition(List<Facet> facets, List<Text> texts, Values subjects, Values modified) {

    /**
     * @param concept whether values are concepts, whose broader concepts count too
     */
    public record Facet(String name, String label, Values values, boolean concept) {}

    /** @param boost weight of a match in this field */
    public record Text(String name, Values values, float boost) {}

    /** A SPARQL property path from the dataset. */
    public record Values(org.apache.jena.sparql.path.Path path) {

        /** IRIs and literals, each once. */
        public List<Node> of(Graph graph, String iri) {
            List<Node> nodes = new ArrayList<>();
            Iterator<Node> found = PathEval.eval(graph, Terms.iri(iri), path, ARQ.getContext());
            found.forEachRemaining(n -> {
                if (!n.isBlank() && !nodes.contains(n)) {
                    nodes.add(n);
                }
            });
            return nodes;
        }

        /** Their texts. */
        List<String> texts(Graph graph, String iri) {
            return of(graph, iri).stream().map(Values::text).toList();
        }

        Optional<String> first(Graph graph, String iri) {
            return texts(graph, iri).stream().sorted().findFirst();
        }

        static String text(Node n) {
            return n.isLiteral() ? n.getLiteralLexicalForm() : n.getURI();
        }
    }

    public static IndexDefinition read(Path file) {
        YamlMap yaml = YamlMap.read(file).allow("prefixes", "facets", "texts", "subjects", "modified");
        PrefixMapping prefixes = PrefixMapping.Factory.create();
        yaml.map("prefixes").ifPresent(p -> p.keys().forEach(k -> prefixes.setNsPrefix(k, p.text(k))));
        List<Facet> facets = new ArrayList<>();
        for (YamlMap f : yaml.maps("facets")) {
            f.allow("name", "label", "path", "kind");
            boolean concept =
                    f.text("kind", "concept|value", "'concept' or 'value'").equals("concept");
            String name = f.text("name", "[a-z]+(-[a-z]+)*", "lower-case letters and single hyphens");
            facets.add(new Facet(name, f.text("label"), values(f, "path", prefixes), concept));
        }
        List<Text> texts = new ArrayList<>();
        for (YamlMap t : yaml.maps("texts")) {
            t.allow("name", "path", "boost");
            texts.add(new Text(t.text("name"), values(t, "path", prefixes), (float) t.number("boost", 1, 0, 100)));
        }
        return new IndexDefinition(
                List.copyOf(facets),
                List.copyOf(texts),
                values(yaml, "subjects", prefixes),
                values(yaml, "modified", prefixes));
    }

    private static Values values(YamlMap yaml, String key, PrefixMapping prefixes) {
        String text = yaml.text(key);
        try {
            return new Values(PathParser.parse(text, prefixes));
        } catch (QueryParseException e) {
            throw yaml.wrong(key, "a SPARQL property path with the prefixes of this file", "'" + text + "'");
        }
    }
}
