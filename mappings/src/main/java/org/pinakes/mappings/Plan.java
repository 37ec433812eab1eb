package org.pinakes.mappings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pinakes.mappings.rml.ObjectMap;
import org.pinakes.mappings.rml.PredicateObjectMap;
import org.pinakes.mappings.rml.TermMap;
import org.pinakes.mappings.rml.TriplesMap;
import org.pinakes.mappings.rows.LogicalSource;
import org.pinakes.mappings.rows.RowRequest;
import org.pinakes.mappings.rows.Rows;
import org.pinakes.mappings.rows.RowsWithin;

/**
 * What is read for a set of triples maps, worked out once for any number of runs: triples maps with the same logical source
 * share one reading. Immutable.
 */
final class Plan {

    /** One reading of one source, and the rules that it serves. References are numbered by their position in the request. */
    record Reading(RowRequest request, Map<String, Integer> numbers, List<TriplesMap> members) {
        /** -1 for a reference that no rule of this reading has. */
        int number(String reference) {
            return numbers.getOrDefault(reference, -1);
        }
    }

    private final Map<String, TriplesMap> maps = new LinkedHashMap<>();
    private final UnaryOperator<LogicalSource> sources;
    private final List<Reading> readings = new ArrayList<>();

    /**
     * Works it out; triples maps that are not among these are known for joins without conditions only.
     *
     * @param sources makes sources equal that are one in these runs
     */
    Plan(List<TriplesMap> maps, UnaryOperator<LogicalSource> sources) {
        this.sources = sources;
        maps.forEach(m -> this.maps.put(m.id(), m));
        Map<LogicalSource, List<TriplesMap>> groups = new LinkedHashMap<>();
        Map<LogicalSource, Set<String>> references = new LinkedHashMap<>();
        for (TriplesMap map : maps) {
            LogicalSource source = source(map);
            groups.computeIfAbsent(source, s -> new ArrayList<>()).add(map);
            read(map, source, references);
        }
        groups.forEach((source, members) -> readings.add(reading(source, members, references)));
    }

    Map<String, TriplesMap> maps() {
        return maps;
    }

    List<Reading> readings() {
        return readings;
    }

    LogicalSource source(TriplesMap map) {
        return sources.apply(map.source());
    }

    private static Reading reading(
            LogicalSource source, List<TriplesMap> members, Map<LogicalSource, Set<String>> references) {
        List<String> names = List.copyOf(references.getOrDefault(source, Set.of()));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        names.forEach(n -> numbers.put(n, numbers.size()));
        Set<String> known = new HashSet<>();
        references.forEach((other, read) -> known.addAll(Rows.known(source, other, read)));
        return new Reading(new RowRequest(source, names, known), numbers, List.copyOf(members));
    }

    private void read(TriplesMap map, LogicalSource source, Map<LogicalSource, Set<String>> references) {
        Set<String> own = references.computeIfAbsent(source, s -> new LinkedHashSet<>());
        add(own, Stream.concat(Stream.of(map.subject()), map.graphs().stream()));
        for (PredicateObjectMap pair : map.pairs()) {
            add(own, Stream.concat(pair.predicates().stream(), pair.graphs().stream()));
            for (ObjectMap object : pair.objects()) {
                if (object instanceof ObjectMap.Term term) {
                    add(own, Stream.of(term.map()));
                } else if (object instanceof ObjectMap.Join join) {
                    join(join, map, references);
                }
            }
        }
    }

    private void join(ObjectMap.Join join, TriplesMap child, Map<LogicalSource, Set<String>> references) {
        TriplesMap parent = maps.get(join.parent());
        if (parent == null) {
            return;
        }
        Set<String> own = references.computeIfAbsent(source(child), s -> new LinkedHashSet<>());
        if (join.conditions().isEmpty()
                && RowsWithin.of(child.source(), parent.source(), List.of()).isEmpty()) {
            add(own, Stream.of(parent.subject()));
        }
        Set<String> parents = references.computeIfAbsent(source(parent), s -> new LinkedHashSet<>());
        for (ObjectMap.Condition condition : join.conditions()) {
            add(own, Stream.of(condition.child()));
            add(parents, Stream.of(condition.parent()));
        }
    }

    private static void add(Set<String> references, Stream<TermMap> maps) {
        maps.flatMap(TermMap::references).forEach(references::add);
    }
}
