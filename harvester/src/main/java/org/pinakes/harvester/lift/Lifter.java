package org.pinakes.harvester.lift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pinakes.harvester.rdf.RdfReader;
import org.pinakes.mappings.Mapping;
import org.pinakes.mappings.Statements;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Provider;
import org.pinakes.ontology.SourcePointer;
import org.pinakes.ontology.Terms;

/** Lifts documents: tables and JSON by the source's RML mapping, RDF as it is. Mappings are loaded once. */
public final class Lifter {
    /** What keeps a table or JSON from being read to its end. */
    private static final Set<String> BREAKING = Set.of(
            "lift/csv-syntax",
            "lift/json-syntax",
            "lift/xml-syntax",
            "lift/xlsx-syntax",
            "lift/packing",
            "lift/encoding",
            "lift/media-type",
            "lift/archive");

    private final Path mappings;
    private final RdfReader rdf = new RdfReader();
    private final Map<String, Mapping> loaded = new ConcurrentHashMap<>();

    public Lifter(DataFiles files) {
        this.mappings = files.home().resolve("mappings");
    }

    /** Loads the mappings that a provider names, so that a mistake in one is told before anything is fetched. */
    public void prepare(Provider provider) {
        for (Provider.Source source : provider.sources()) {
            source.mapping().ifPresent(name -> mapping(provider, name));
        }
    }

    /** @param base for relative IRIs; hierarchical, ending in a slash */
    public Lifted lift(Document document, Provider provider, Provider.Source source, String base) throws IOException {
        if (source.mapping().isPresent()) {
            return map(document, mapping(provider, source.mapping().get()), base, source.dataset());
        }
        if (RdfReader.reads(document.mediaType())) {
            RdfReader.Read read = rdf.read(document, base + document.address());
            return new Lifted(read.graph(), List.of(), read.findings(), false, read.broken());
        }
        Finding finding = Finding.at(
                Place.of(document.address()),
                Finding.Severity.VIOLATION,
                "lift/unknown-format",
                "The document is of type '" + document.mediaType()
                        + "'. RDF (Turtle, RDF/XML, JSON-LD, N-Triples) is read as it is; a table or JSON needs a"
                        + " 'mapping' in the provider's file; a wrong type is corrected with 'media-type'.",
                document.mediaType());
        return new Lifted(GraphMemFactory.createDefaultGraph(), List.of(), List.of(finding), false, true);
    }

    private static Lifted map(Document document, Mapping mapping, String base, Optional<String> dataset) {
        Collected collected = new Collected(base);
        mapping.run(document, base, collected);
        dataset.ifPresent(id -> name(collected, id, document));
        boolean broken = collected.findings.stream().anyMatch(f -> BREAKING.contains(f.rule()));
        return new Lifted(collected.graph, collected.pointers, collected.findings, true, broken);
    }

    /** The provider's file says which dataset the document is about; what the document calls it is one more identifier. */
    private static void name(Collected lifted, String localId, Document document) {
        Graph graph = lifted.graph;
        List<Node> datasets = graph.find(Node.ANY, Terms.TYPE, Terms.DATASET)
                .mapWith(Triple::getSubject)
                .toList();
        if (datasets.size() > 1) {
            String message = "The provider's file says that this document is about the dataset '" + localId
                    + "', and it describes " + datasets.size() + ". Leave 'dataset' out there.";
            lifted.findings.add(Finding.at(
                    Place.of(document.address()), Finding.Severity.VIOLATION, "lift/several-datasets", message, ""));
            return;
        }
        for (Node dataset : datasets) {
            for (Triple t : graph.find(dataset, Terms.IDENTIFIER, Node.ANY).toList()) {
                graph.delete(t);
                Node identifier = NodeFactory.createBlankNode();
                graph.add(dataset, Terms.OTHER_IDENTIFIER, identifier);
                graph.add(identifier, Terms.TYPE, Terms.iri(Terms.ADMS + "Identifier"));
                graph.add(identifier, Terms.NOTATION, t.getObject());
            }
            graph.add(dataset, Terms.IDENTIFIER, NodeFactory.createLiteralString(localId));
        }
    }

    /**
     * Whether the rows of a source are people or examinations, so that its bytes must not be kept. Asked at each harvest, so
     * a mapping is only loaded whose text speaks of it.
     */
    public boolean isAggregate(Provider.Source source) {
        return source.mapping()
                        .map(mappings::resolve)
                        .filter(Lifter::mayAggregate)
                        .isPresent()
                && loaded.computeIfAbsent(source.mapping().orElseThrow(), n -> Mapping.load(mappings.resolve(n)))
                        .isAggregate();
    }

    private static boolean mayAggregate(Path mapping) {
        try {
            return Files.isRegularFile(mapping) && Files.readString(mapping).contains("aggregate");
        } catch (IOException e) {
            throw new InputProblem("The mapping file " + mapping + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Mapping mapping(Provider provider, String name) {
        return loaded.computeIfAbsent(name, n -> {
            Path file = mappings.resolve(n).normalize();
            if (!file.startsWith(mappings) || !Files.isRegularFile(file)) {
                throw new InputProblem("The provider '" + provider.id() + "' names the mapping '" + n
                        + "', and there is no such file under " + mappings + ".");
            }
            return Mapping.load(file);
        });
    }

    private static final class Collected implements Statements {
        private final String networkPath;
        private final Graph graph = GraphMemFactory.createDefaultGraph();
        private final List<SourcePointer> pointers = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Collected(String base) {
            this.networkPath = base + "//";
        }

        @Override
        public void statement(Quad quad, @Nullable SourcePointer pointer) {
            Triple triple = resolved(quad.asTriple());
            graph.add(triple);
            if (pointer != null) {
                pointers.add(
                        triple.equals(pointer.triple())
                                ? pointer
                                : new SourcePointer(triple, pointer.place(), pointer.raw(), pointer.triplesMap()));
            }
        }

        /** "//host/path" is a network-path reference (RFC 3986 section 4.2); RML only puts the base before it. */
        private Triple resolved(Triple t) {
            Node o = t.getObject();
            return o.isURI() && o.getURI().startsWith(networkPath)
                    ? Triple.create(
                            t.getSubject(),
                            t.getPredicate(),
                            NodeFactory.createURI("https://" + o.getURI().substring(networkPath.length())))
                    : t;
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }
    }
}
