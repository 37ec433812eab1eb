package org.pinakes.ontology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;

/**
 * The SKOS code lists of {@code ontology/codes} (one file, one list, named like the file) with their mappings to other systems
 * and the hierarchy. Checked when they are read; immutable from then on.
 */
public final class CodeLists {
    private final Supplier<List<Triple>> statements;
    private final Map<String, List<Concept>> lists = new LinkedHashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Concept> concepts = new HashMap<>();
    private final Map<String, Concept> byLocalName = new HashMap<>();
    private final Map<String, List<CodeMapping>> mappings = new HashMap<>();
    private final Map<String, List<String>> broader = new HashMap<>();
    private final Map<String, List<String>> narrower = new HashMap<>();
    private final Supplier<CodeSystems> systems;
    private @Nullable CodeSystems knownSystems;
    private @Nullable Graph graph;

    private CodeLists(Supplier<CodeSystems> systems, Supplier<List<Triple>> statements) {
        this.systems = systems;
        this.statements = statements;
    }

    /** The lists with the hierarchy that they state; the first fault is an {@link InputProblem} with file and line. */
    public static CodeLists load(DataFiles files) {
        JenaSystem.init();
        CodeSystems systems = CodeSystems.load(files);
        List<Triple> statements = new ArrayList<>();
        CodeLists all = new CodeLists(() -> systems, () -> statements);
        read(files, systems).forEach(file -> {
            all.check(file);
            all.add(file.name(), file.title(), file.concepts());
            file.mappings().forEach(all::map);
            statements.addAll(file.statements());
        });
        CodeMapping.load(files, systems, all.concepts::containsKey).forEach(all::map);
        all.concepts.values().forEach(c -> all.place(c.iri(), c.broader()));
        return all;
    }

    private static List<CodeListFile> read(DataFiles files, CodeSystems systems) {
        return files.below("ontology/codes", ".ttl").parallelStream()
                .map(file -> CodeListFile.read(file, systems))
                .toList();
    }

    /** Empty lists to be filled with what was read from the files before. What is seldom asked for is read from them again. */
    static CodeLists ofKept(DataFiles files) {
        Supplier<CodeSystems> systems = () -> CodeSystems.load(files);
        return new CodeLists(systems, () -> read(files, systems.get()).stream()
                .flatMap(file -> file.statements().stream())
                .toList());
    }

    /**
     * The same lists with a hierarchy that was inferred. What it does not speak of stays as stated.
     *
     * @param inferred next broader concepts by concept
     */
    public CodeLists with(Map<String, List<String>> inferred) {
        CodeLists all = new CodeLists(systems, statements);
        all.lists.putAll(lists);
        all.titles.putAll(titles);
        all.concepts.putAll(concepts);
        all.byLocalName.putAll(byLocalName);
        all.mappings.putAll(mappings);
        concepts.values().forEach(c -> all.place(c.iri(), inferred.getOrDefault(c.iri(), c.broader())));
        return all;
    }

    private void check(CodeListFile file) {
        for (Concept concept : file.concepts()) {
            Concept other = concepts.get(concept.iri());
            if (other != null) {
                throw new InputProblem(file.place(concept.iri(), "") + ": <" + concept.iri()
                        + "> also stands in the list '" + other.list() + "'; a concept belongs to one list.");
            }
        }
    }

    void add(String name, String title, List<Concept> list) {
        for (Concept concept : list) {
            concepts.put(concept.iri(), concept);
            byLocalName.putIfAbsent(concept.localName(), concept);
        }
        lists.put(name, list);
        titles.put(name, title);
    }

    void map(CodeMapping mapping) {
        mappings.computeIfAbsent(mapping.concept(), k -> new ArrayList<>()).add(mapping);
    }

    void place(String iri, List<String> above) {
        broader.put(iri, List.copyOf(above));
        above.forEach(b -> narrower.computeIfAbsent(b, k -> new ArrayList<>()).add(iri));
    }

    public Set<String> names() {
        return new TreeSet<>(lists.keySet());
    }

    /** The concepts of a list in IRI order; empty for an unknown list. */
    public List<Concept> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /** The list's title in English. */
    public String title(String list) {
        return titles.getOrDefault(list, list);
    }

    public Optional<Concept> concept(String iri) {
        return Optional.ofNullable(concepts.get(iri));
    }

    /** By what stands last in its IRI; of two lists that use the same name, the first. */
    public Optional<Concept> conceptNamed(String localName) {
        return Optional.ofNullable(byLocalName.get(localName));
    }

    /** The next broader concepts. */
    public List<String> broader(String iri) {
        return broader.getOrDefault(iri, List.of());
    }

    /** The next narrower concepts, by IRI. */
    public List<String> narrower(String iri) {
        return narrower.getOrDefault(iri, List.of()).stream().sorted().toList();
    }

    /** Broader concepts of any height, nearest first, without itself. */
    public List<String> ancestors(String iri) {
        return walk(iri, broader);
    }

    /** Narrower concepts of any depth, nearest first, without itself. */
    public List<String> descendants(String iri) {
        return walk(iri, narrower);
    }

    private static List<String> walk(String iri, Map<String, List<String>> next) {
        Set<String> found = new LinkedHashSet<>();
        List<String> open = List.of(iri);
        while (!open.isEmpty()) {
            List<String> further = new ArrayList<>();
            for (String at : open) {
                for (String n : next.getOrDefault(at, List.of())) {
                    if (found.add(n)) {
                        further.add(n);
                    }
                }
            }
            open = further;
        }
        return List.copyOf(found);
    }

    /** What a concept is called in other systems. */
    public List<CodeMapping> mappings(String iri) {
        return mappings.getOrDefault(iri, List.of());
    }

    public synchronized CodeSystems systems() {
        CodeSystems known = knownSystems;
        if (known == null) {
            known = systems.get();
            knownSystems = known;
        }
        return known;
    }

    /** All statements of all lists and mappings, as they stand in the files; made when first asked for, not to be changed. */
    public synchronized Graph graph() {
        Graph made = graph;
        if (made == null) {
            Graph all = GraphMemFactory.createDefaultGraph();
            statements.get().forEach(all::add);
            mappings.values()
                    .forEach(list -> list.forEach(m -> all.add(
                            Terms.iri(m.concept()),
                            Terms.iri(Terms.SKOS + m.relation()),
                            Terms.iri(m.object().iri()))));
            graph = all;
            made = all;
        }
        return made;
    }

    /** Concepts by list, for those who walk through all. */
    public Map<String, List<Concept>> lists() {
        return new TreeMap<>(lists);
    }
}
