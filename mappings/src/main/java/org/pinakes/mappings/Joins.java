package org.pinakes.mappings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.pinakes.mappings.rml.ObjectMap;
import org.pinakes.mappings.rml.TermMap;
import org.pinakes.mappings.rml.TriplesMap;
import org.pinakes.mappings.rows.LogicalSource;
import org.pinakes.mappings.rows.Row;
import org.pinakes.mappings.rows.RowsWithin;

/** Objects that are the subjects of another triples map. The other's source is read once and its subjects are kept by value. */
final class Joins {

    /** Reads the parent's rows with the references numbered in the order given. */
    interface ParentRows {
        void read(TriplesMap parent, List<String> references, Consumer<Row> rows);
    }

    private record Side(String parent, List<TermMap> maps) {}

    private final Map<String, TriplesMap> maps;
    private final Function<TriplesMap, String> bases;
    private final Run quiet;
    private final ParentRows rows;
    private final Map<Side, Map<List<String>, List<Node>>> indexes = new HashMap<>();

    /** {@code quiet} shares the run's blank nodes and says nothing: the parent's own rule reports its mistakes. */
    Joins(Map<String, TriplesMap> maps, Function<TriplesMap, String> bases, Run quiet, ParentRows rows) {
        this.maps = maps;
        this.bases = bases;
        this.quiet = quiet;
        this.rows = rows;
    }

    TermMaker maker(ObjectMap.Join join, LogicalSource source, TermMakers child) {
        TriplesMap parent = maps.get(join.parent());
        if (parent == null) {
            // its source is of another formulation and is not read in this run
            return (row, out) -> {};
        }
        if (join.conditions().isEmpty()) {
            return within(parent, source).orElseGet(() -> child.with(parent.id(), bases.apply(parent))
                    .maker(parent.subject()));
        }
        List<TermMaker> sides =
                join.conditions().stream().map(c -> child.maker(c.child())).toList();
        List<TermMap> parents =
                join.conditions().stream().map(ObjectMap.Condition::parent).toList();
        Map<List<String>, List<Node>> index =
                indexes.computeIfAbsent(new Side(parent.id(), parents), s -> index(parent, s));
        int first = join.conditions()
                .get(0)
                .child()
                .references()
                .mapToInt(child::number)
                .findFirst()
                .orElse(-1);
        return joined(sides, index, first);
    }

    /** The subjects that the parent makes of the rows within the child's row, where it iterates below it. */
    private Optional<TermMaker> within(TriplesMap parent, LogicalSource source) {
        List<String> references = parent.subject().references().distinct().toList();
        return RowsWithin.of(source, parent.source(), references).map(rowsWithin -> {
            TermMaker subject = new TermMakers(references::indexOf, parent.id(), bases.apply(parent), quiet)
                    .maker(parent.subject());
            TermBuffer subjects = new TermBuffer();
            return (row, out) -> {
                subjects.clear();
                rowsWithin.each(row, inner -> subject.make(inner, subjects));
                for (int i = 0; i < subjects.size(); i++) {
                    out.add(subjects.node(i));
                }
            };
        });
    }

    /** {@code first}: the reference whose cell counts as the source of the link. */
    private static TermMaker joined(List<TermMaker> sides, Map<List<String>, List<Node>> index, int first) {
        TermBuffer buffer = new TermBuffer();
        return (row, out) -> {
            String raw = first < 0 || row.count(first) == 0 ? "" : row.value(first, 0);
            for (List<String> key : keys(sides, row, buffer)) {
                for (Node node : index.getOrDefault(key, List.of())) {
                    out.add(node, raw, first, 0);
                }
            }
        };
    }

    private Map<List<String>, List<Node>> index(TriplesMap parent, Side side) {
        List<String> references = new ArrayList<>(parent.subject().references().toList());
        side.maps().forEach(m -> references.addAll(m.references().toList()));
        List<String> distinct = references.stream().distinct().toList();
        TermMakers makers = new TermMakers(distinct::indexOf, parent.id(), bases.apply(parent), quiet);
        TermMaker subject = makers.maker(parent.subject());
        List<TermMaker> sides = side.maps().stream().map(makers::maker).toList();
        Map<List<String>, List<Node>> index = new HashMap<>();
        TermBuffer subjects = new TermBuffer();
        TermBuffer buffer = new TermBuffer();
        rows.read(parent, distinct, row -> {
            subjects.clear();
            subject.make(row, subjects);
            for (List<String> key : keys(sides, row, buffer)) {
                List<Node> found = index.computeIfAbsent(key, k -> new ArrayList<>(1));
                for (int i = 0; i < subjects.size(); i++) {
                    if (!found.contains(subjects.node(i))) {
                        found.add(subjects.node(i));
                    }
                }
            }
        });
        return index;
    }

    /** Every combination of the values of all conditions. */
    private static List<List<String>> keys(List<TermMaker> sides, Row row, TermBuffer buffer) {
        List<List<String>> keys = List.of(List.of());
        for (TermMaker side : sides) {
            buffer.clear();
            side.make(row, buffer);
            List<List<String>> longer = new ArrayList<>();
            for (List<String> key : keys) {
                for (int i = 0; i < buffer.size(); i++) {
                    List<String> next = new ArrayList<>(key);
                    next.add(buffer.node(i).getLiteralLexicalForm());
                    longer.add(next);
                }
            }
            keys = longer;
        }
        return keys;
    }
}
