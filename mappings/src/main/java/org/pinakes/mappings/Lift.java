package org.pinakes.mappings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pinakes.mappings.rml.ObjectMap;
import org.pinakes.mappings.rml.PredicateObjectMap;
import org.pinakes.mappings.rml.TermMap;
import org.pinakes.mappings.rml.TriplesMap;
import org.pinakes.mappings.rows.Input;
import org.pinakes.mappings.rows.LogicalSource;
import org.pinakes.mappings.rows.Rows;
import org.pinakes.mappings.rows.RowsWithin;

/** One run of a mapping. Triples maps with the same logical source share one reading. */
final class Lift {
    private final Map<String, TriplesMap> maps = new LinkedHashMap<>();
    private final Map<LogicalSource, List<TriplesMap>> groups = new LinkedHashMap<>();
    private final Map<LogicalSource, Set<String>> references = new LinkedHashMap<>();
    private final Function<LogicalSource, LogicalSource> sources;
    private final Function<LogicalSource, Input> inputs;
    private final String base;
    private final Statements out;

    /**
     * Readies the triples maps; those whose source is not to be read are known for joins without conditions only.
     *
     * @param sources makes sources equal that are one in this run
     */
    Lift(
            List<TriplesMap> maps,
            Function<LogicalSource, LogicalSource> sources,
            Function<LogicalSource, Input> inputs,
            String base,
            Statements out) {
        this.sources = sources;
        this.inputs = inputs;
        this.base = base;
        this.out = out;
        maps.forEach(m -> this.maps.put(m.id(), m));
        for (TriplesMap map : maps) {
            LogicalSource source = sources.apply(map.source());
            groups.computeIfAbsent(source, s -> new ArrayList<>()).add(map);
            read(map, source);
        }
    }

    private void read(TriplesMap map, LogicalSource source) {
        Set<String> own = references.computeIfAbsent(source, s -> new LinkedHashSet<>());
        add(own, Stream.concat(Stream.of(map.subject()), map.graphs().stream()));
        for (PredicateObjectMap pair : map.pairs()) {
            add(own, Stream.concat(pair.predicates().stream(), pair.graphs().stream()));
            for (ObjectMap object : pair.objects()) {
                if (object instanceof ObjectMap.Term term) {
                    add(own, Stream.of(term.map()));
                } else if (object instanceof ObjectMap.Join join) {
                    join(join, map, own);
                }
            }
        }
    }

    private void join(ObjectMap.Join join, TriplesMap child, Set<String> own) {
        TriplesMap parent = maps.get(join.parent());
        if (parent == null) {
            return;
        }
        if (join.conditions().isEmpty()
                && RowsWithin.of(child.source(), parent.source(), List.of()).isEmpty()) {
            add(own, Stream.of(parent.subject()));
        }
        Set<String> parents = references.computeIfAbsent(sources.apply(parent.source()), s -> new LinkedHashSet<>());
        for (ObjectMap.Condition condition : join.conditions()) {
            add(own, Stream.of(condition.child()));
            add(parents, Stream.of(condition.parent()));
        }
    }

    private static void add(Set<String> references, Stream<TermMap> maps) {
        maps.flatMap(TermMap::references).forEach(references::add);
    }

    /** {@code scope} keeps blank nodes of different documents apart. */
    void run(String scope) {
        Run run = new Run(scope, out::finding);
        Function<TriplesMap, String> bases = m -> m.base().orElse(base);
        Joins joins = new Joins(maps, bases, new Run(scope, f -> {}), (parent, names, rows) -> {
            LogicalSource source = sources.apply(parent.source());
            Rows.read(inputs.apply(source), new Rows.Request(source, names, Set.of()), f -> {}, rows);
        });
        groups.forEach((source, members) -> {
            List<String> names = List.copyOf(references.getOrDefault(source, Set.of()));
            Map<String, Integer> numbers = new LinkedHashMap<>();
            names.forEach(n -> numbers.put(n, numbers.size()));
            List<Rule> rules = new ArrayList<>();
            for (TriplesMap map : members) {
                TermMakers makers = new TermMakers(n -> numbers.getOrDefault(n, -1), map.id(), bases.apply(map), run);
                rules.add(new Rule(map, makers, joins, out));
            }
            Rows.Request request = new Rows.Request(source, names, known(source));
            Rows.read(inputs.apply(source), request, out::finding, row -> {
                for (int i = 0; i < rules.size(); i++) {
                    rules.get(i).row(row);
                }
            });
        });
    }

    /** What other readings of the same file read of the rows of this one. */
    private Set<String> known(LogicalSource source) {
        Set<String> known = new HashSet<>();
        references.forEach((other, names) -> known.addAll(Rows.known(source, other, names)));
        return known;
    }
}
