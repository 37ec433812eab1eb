package org.pinakes.mappings.rml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.pinakes.mappings.rml.TermMapReader.Position;
import org.pinakes.mappings.rows.LogicalSource;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Terms;

/** Reads a mapping file whole and, where it has mistakes, throws one {@link InputProblem} that names the first of each rule. */
public final class MappingReader {
    private static final String LOGICAL_SOURCE = Rml.NS + "logicalSource";
    private static final String LOGICAL_TABLE = Rml.NS + "logicalTable";
    private static final String SUBJECT_MAP = Rml.NS + "subjectMap";
    private static final String SUBJECT = Rml.NS + "subject";
    private static final String PAIR = Rml.NS + "predicateObjectMap";
    private static final String BASE_IRI = Rml.NS + "baseIRI";
    private static final String CLASS = Rml.NS + "class";
    private static final String GRAPH = Rml.NS + "graph";
    private static final String GRAPH_MAP = Rml.NS + "graphMap";
    private static final String PREDICATE = Rml.NS + "predicate";
    private static final String PREDICATE_MAP = Rml.NS + "predicateMap";
    private static final String OBJECT = Rml.NS + "object";
    private static final String OBJECT_MAP = Rml.NS + "objectMap";
    private static final String PARENT_MAP = Rml.NS + "parentTriplesMap";
    private static final String CONDITION = Rml.NS + "joinCondition";

    private final String file;
    private final Map<Node, List<Triple>> said;
    private final Map<Node, String> nodes = new LinkedHashMap<>();

    private MappingReader(String file, Map<Node, List<Triple>> said) {
        this.file = file;
        this.said = said;
    }

    public static List<TriplesMap> read(Path file) {
        String name = String.valueOf(file.getFileName());
        return new MappingReader(name, OlderVocabulary.translate(parse(file, name))).triplesMaps();
    }

    /** Keeps the order of the file, so that the same file always gives the same statements in the same order. */
    private static Map<Node, List<Triple>> parse(Path file, String name) {
        Map<Node, List<Triple>> said = new LinkedHashMap<>();
        StreamRDF sink = new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                List<Triple> known = said.computeIfAbsent(triple.getSubject(), n -> new ArrayList<>());
                if (!known.contains(triple)) {
                    known.add(triple);
                }
            }
        };
        try {
            RDFParser.fromString(Files.readString(file, StandardCharsets.UTF_8), Lang.TURTLE)
                    .base(Rml.FILE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(sink);
            return said;
        } catch (NoSuchFileException e) {
            throw new InputProblem("There is no mapping file " + file + ".", e);
        } catch (IOException e) {
            throw new InputProblem("The mapping file " + file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
        } catch (RiotException e) {
            throw new InputProblem(name + " is not Turtle: " + e.getMessage(), e);
        }
    }

    private static boolean isTriplesMap(Triple triple) {
        String predicate = triple.getPredicate().getURI();
        return Set.of(LOGICAL_SOURCE, SUBJECT_MAP, SUBJECT, PAIR).contains(predicate)
                || (triple.getPredicate().equals(Terms.TYPE)
                        && triple.getObject().hasURI(Rml.NS + "TriplesMap"));
    }

    private List<TriplesMap> triplesMaps() {
        said.forEach((node, triples) -> {
            if (triples.stream().anyMatch(MappingReader::isTriplesMap)) {
                nodes.put(node, String.valueOf(nodes.size()));
            }
        });
        if (nodes.isEmpty()) {
            throw new InputProblem(file + " has no triples map; one has rml:logicalSource, rml:subjectMap and"
                    + " rml:predicateObjectMap of the vocabulary " + Rml.NS + " (or of the older one, "
                    + OlderVocabulary.RML + ").");
        }
        List<TriplesMap> maps = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        nodes.forEach((node, id) -> {
            try {
                maps.add(triplesMap(id, node));
            } catch (InputProblem e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        });
        if (!problems.isEmpty()) {
            throw new InputProblem(String.join("\n", problems));
        }
        return maps;
    }

    private TriplesMap triplesMap(String id, Node node) {
        String name = node.isURI() ? node.getURI().replaceFirst("^.*[/#](?=.)", "") : "without a name";
        Description map = new Description(said, node, file + ", triples map " + name);
        if (map.has(LOGICAL_TABLE)) {
            throw map.problem("has rr:logicalTable, a table of a database, and databases are not read; export the table"
                    + " as CSV and name the file in an rml:logicalSource");
        }
        map.allow(LOGICAL_SOURCE, SUBJECT_MAP, SUBJECT, PAIR, BASE_IRI);
        Description logical = map.of(map.needed(LOGICAL_SOURCE), LOGICAL_SOURCE);
        LogicalSource source = SourceReader.read(logical);
        TermMapReader terms = new TermMapReader(source);
        Optional<TermMap> subject = terms.one(map, SUBJECT_MAP, SUBJECT, Position.SUBJECT);
        if (subject.isEmpty()) {
            throw map.problem("lacks rml:subjectMap (or rml:subject), which it must have");
        }
        Optional<Description> described = map.one(SUBJECT_MAP).map(n -> map.of(n, SUBJECT_MAP));
        List<PredicateObjectMap> pairs =
                map.all(PAIR).stream().map(n -> pair(map.of(n, PAIR), terms)).toList();
        return new TriplesMap(
                id,
                name,
                source,
                base(map),
                subject.get(),
                described.map(MappingReader::classes).orElse(List.of()),
                described
                        .map(d -> terms.all(d, GRAPH_MAP, GRAPH, Position.GRAPH))
                        .orElse(List.of()),
                pairs);
    }

    private static Optional<String> base(Description map) {
        return map.one(BASE_IRI).map(n -> {
            String iri = n.isURI() ? n.getURI() : n.isLiteral() ? n.getLiteralLexicalForm() : "";
            if (!IriText.isAbsolute(iri) || !IriText.isClean(iri, false)) {
                throw map.problem("has the rml:baseIRI " + Description.show(n) + ", and a whole IRI is allowed");
            }
            return iri;
        });
    }

    private static List<Node> classes(Description subject) {
        List<Node> classes = subject.all(CLASS);
        for (Node node : classes) {
            if (!node.isURI()) {
                throw subject.problem("has the rml:class " + Description.show(node) + ", and an IRI is allowed");
            }
        }
        return classes;
    }

    private PredicateObjectMap pair(Description pair, TermMapReader terms) {
        pair.allow(PREDICATE, PREDICATE_MAP, OBJECT, OBJECT_MAP, GRAPH, GRAPH_MAP);
        List<TermMap> predicates = terms.all(pair, PREDICATE_MAP, PREDICATE, Position.PREDICATE);
        if (predicates.isEmpty()) {
            throw pair.problem("lacks rml:predicate (or rml:predicateMap), which it must have");
        }
        String about = predicates.get(0) instanceof TermMap.Constant c ? " for " + Description.show(c.term()) : "";
        Description known = new Description(said, pair.node(), pair.where() + about);
        List<ObjectMap> objects = new ArrayList<>();
        for (Node node : known.all(OBJECT_MAP)) {
            objects.add(object(known.of(node, OBJECT_MAP), terms));
        }
        terms.constants(known, OBJECT, Position.OBJECT).forEach(t -> objects.add(new ObjectMap.Term(t)));
        if (objects.isEmpty()) {
            throw known.problem("lacks rml:objectMap (or rml:object), which it must have");
        }
        return new PredicateObjectMap(predicates, objects, terms.all(known, GRAPH_MAP, GRAPH, Position.GRAPH));
    }

    private ObjectMap object(Description map, TermMapReader terms) {
        if (!map.has(PARENT_MAP)) {
            return new ObjectMap.Term(terms.read(map, Position.OBJECT));
        }
        map.allow(PARENT_MAP, CONDITION);
        Node parent = map.needed(PARENT_MAP);
        String id = nodes.get(parent);
        if (id == null) {
            String names = nodes.keySet().stream().map(Description::show).collect(Collectors.joining(", "));
            throw map.problem("has the rml:parentTriplesMap " + Description.show(parent)
                    + ", which is not in this file; its triples maps are " + names);
        }
        TermMapReader parents = new TermMapReader(source(map, parent));
        List<ObjectMap.Condition> conditions = map.all(CONDITION).stream()
                .map(n -> condition(map.of(n, CONDITION), terms, parents))
                .toList();
        return new ObjectMap.Join(id, conditions);
    }

    private LogicalSource source(Description map, Node parent) {
        Description described = new Description(said, parent, map.where() + ", rml:parentTriplesMap");
        return SourceReader.read(described.of(described.needed(LOGICAL_SOURCE), LOGICAL_SOURCE));
    }

    private static ObjectMap.Condition condition(Description condition, TermMapReader child, TermMapReader parent) {
        String[] names = {Rml.NS + "child", Rml.NS + "childMap", Rml.NS + "parent", Rml.NS + "parentMap"};
        condition.allow(names);
        return new ObjectMap.Condition(
                side(condition, names[0], names[1], child), side(condition, names[2], names[3], parent));
    }

    /** RML-Core: {@code rml:child} is a reference, not a constant, unlike the other shortcuts. */
    private static TermMap side(Description condition, String shortcut, String property, TermMapReader terms) {
        if (condition.has(shortcut) == condition.has(property)) {
            throw condition.problem("must have one of " + Rml.shorten(shortcut) + " and " + Rml.shorten(property));
        }
        return condition.has(property)
                ? terms.read(condition.of(condition.needed(property), property), Position.JOIN)
                : terms.reference(condition, condition.text(shortcut).orElse(""));
    }
}
