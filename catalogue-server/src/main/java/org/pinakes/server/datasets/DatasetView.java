package org.pinakes.server.datasets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pinakes.ontology.Standing;
import org.pinakes.ontology.Terms;
import org.pinakes.server.search.IndexDefinition;
import org.pinakes.server.site.Site;

/** What the page of a dataset shows, read off its graph. */
public final class DatasetView {
    private static final String RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    private final Site site;
    private final Graph graph;
    private final Graph provenance;
    private final Node dataset;

    DatasetView(Site site, String iri, Graph graph, Graph provenance) {
        this.site = site;
        this.graph = graph;
        this.provenance = provenance;
        this.dataset = Terms.iri(iri);
    }

    /**
     * A value with where it leads to.
     *
     * @param href empty when it leads nowhere; only http, https and mailto addresses lead somewhere
     */
    public record Value(String text, String href) {}

    public record Row(String label, List<Value> values) {}

    public record Statement(String subject, String predicate, String object) {}

    /** In English if there is one. */
    public String text(String property) {
        List<Node> values = objects(dataset, property);
        return values.stream()
                .filter(n -> n.isLiteral() && n.getLiteralLanguage().startsWith("en"))
                .findFirst()
                .or(() -> values.stream().filter(Node::isLiteral).findFirst())
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    public String title() {
        String title = text(Terms.DCT + "title");
        return title.isEmpty() ? dataset.getURI() : title;
    }

    public String description() {
        return text(Terms.DCT + "description");
    }

    /** The facts, in reading order; properties without a value are left out. */
    public List<Row> facts() {
        List<Row> rows = new ArrayList<>();
        for (IndexDefinition.Facet facet : site.definition().facets()) {
            if (facet.concept()) {
                List<Value> values = facet.values().of(graph, dataset.getURI()).stream()
                        .map(n -> concept(facet, n))
                        .toList();
                add(rows, facet.label(), values);
            }
        }
        literal(rows, "Subjects", Terms.HEALTH + "numberOfUniqueIndividuals");
        literal(rows, "Imaging studies", Terms.HEALTH + "numberOfRecords");
        literal(rows, "Minimum age", Terms.HEALTH + "minTypicalAge");
        literal(rows, "Maximum age", Terms.HEALTH + "maxTypicalAge");
        literal(rows, "Keywords", Terms.DCAT + "keyword");
        literal(rows, "Version", Terms.DCAT + "version");
        literal(rows, "Modified", Terms.DCT + "modified");
        nested(rows, "Publisher", Terms.DCT + "publisher", Terms.FOAF + "name");
        nested(rows, "Contact", Terms.DCAT + "contactPoint", "http://www.w3.org/2006/vcard/ns#fn");
        nested(rows, "Provenance", Terms.DCT + "provenance", RDFS_LABEL);
        nested(rows, "Identifiers", Terms.ADMS + "identifier", Terms.SKOS + "notation");
        literal(rows, "Landing page", Terms.DCAT + "landingPage");
        return rows;
    }

    private Value concept(IndexDefinition.Facet facet, Node node) {
        String value = node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
        return new Value(site.label(value), "/datasets?" + facet.name() + "=" + SearchForm.encode(value));
    }

    private void literal(List<Row> rows, String label, String property) {
        add(
                rows,
                label,
                objects(dataset, property).stream()
                        .filter(n -> !n.isBlank())
                        .map(this::value)
                        .toList());
    }

    private void nested(List<Row> rows, String label, String property, String name) {
        List<Value> values = new ArrayList<>();
        for (Node node : objects(dataset, property)) {
            List<Node> names = node.isLiteral() ? List.of() : objects(node, name);
            names.forEach(n -> values.add(value(n)));
            if (names.isEmpty() && !node.isBlank()) {
                values.add(value(node));
            }
        }
        add(rows, label, values);
    }

    private static void add(List<Row> rows, String label, List<Value> values) {
        if (!values.isEmpty()) {
            rows.add(new Row(
                    label,
                    values.stream()
                            .distinct()
                            .sorted((a, b) -> a.text().compareTo(b.text()))
                            .toList()));
        }
    }

    private Value value(Node node) {
        String text = node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
        return new Value(node.isURI() && site.codes().concept(text).isPresent() ? site.label(text) : text, link(text));
    }

    /** The address if it is safe to be a link, else nothing. */
    static String link(String text) {
        return text.matches("(?i)(https?://|mailto:)[^\\s\"<>]+") ? text : "";
    }

    /** Distributions: what they are called and where they lead. */
    public List<Row> distributions() {
        List<Row> rows = new ArrayList<>();
        for (Node d : objects(dataset, Terms.DCAT + "distribution")) {
            List<Value> links = new ArrayList<>();
            objects(d, Terms.DCAT + "accessURL").forEach(n -> links.add(value(n)));
            objects(d, Terms.DCAT + "downloadURL").forEach(n -> links.add(value(n)));
            String name = objects(d, Terms.DCT + "title").stream()
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .findFirst()
                    .orElse("Distribution");
            rows.add(new Row(name, links));
        }
        return rows;
    }

    /** The provider's own words, as a curator wants to compare them. */
    public List<Row> asGiven() {
        Map<String, List<Value>> given = new LinkedHashMap<>();
        graph.find(dataset, Node.ANY, Node.ANY).toList().stream()
                .filter(t -> t.getPredicate().getURI().startsWith(Terms.PIN)
                        && t.getPredicate().getURI().endsWith("AsGiven"))
                .forEach(t -> given.computeIfAbsent(
                                t.getPredicate()
                                        .getURI()
                                        .substring(Terms.PIN.length())
                                        .replace("AsGiven", ""),
                                k -> new ArrayList<>())
                        .add(new Value(value(t.getObject()).text(), "")));
        return given.entrySet().stream()
                .map(e -> new Row(e.getKey(), e.getValue()))
                .toList();
    }

    /** Where the record comes from. */
    public List<Row> origin() {
        List<Row> rows = new ArrayList<>();
        String provider = one(provenance, dataset, Terms.PIN + "provider");
        rows.add(new Row("Provider", List.of(new Value(site.providerTitle(provider), "/providers/" + provider))));
        for (Node document : objects(provenance, dataset, Terms.PROV + "hadPrimarySource")) {
            add(rows, "Document", List.of(new Value(one(provenance, document, Terms.DCT + "identifier"), "")));
            add(rows, "Fetched", List.of(new Value(one(provenance, document, Terms.PROV + "generatedAtTime"), "")));
        }
        String mapping = one(provenance, dataset, Terms.PIN + "mapping");
        if (!mapping.isEmpty()) {
            rows.add(new Row("Mapping", List.of(new Value(mapping, ""))));
        }
        rows.add(new Row("Local id", List.of(new Value(one(provenance, dataset, Terms.PIN + "localId"), ""))));
        return rows;
    }

    /** How it stands to each profile by which it was judged. */
    public List<Standing> standings() {
        return Standing.of(provenance, dataset.getURI());
    }

    public List<Statement> statements() {
        return graph.find().toList().stream()
                .map(t -> new Statement(shown(t.getSubject()), shown(t.getPredicate()), shown(t.getObject())))
                .sorted((a, b) -> (a.subject + a.predicate + a.object).compareTo(b.subject + b.predicate + b.object))
                .toList();
    }

    private String shown(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return node.isBlank()
                ? "_:"
                        + node.getBlankNodeLabel()
                                .substring(
                                        0, Math.min(10, node.getBlankNodeLabel().length()))
                : node.getURI();
    }

    private List<Node> objects(Node s, String property) {
        return objects(graph, s, property);
    }

    private static List<Node> objects(Graph graph, Node s, String property) {
        return graph.find(s, Terms.iri(property), Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private static String one(Graph graph, Node s, String property) {
        return Optional.of(objects(graph, s, property))
                .filter(l -> !l.isEmpty())
                .map(l -> l.getFirst())
                .map(n -> n.isLiteral() ? n.getLiteralLexicalForm() : n.toString())
                .orElse("");
    }
}
