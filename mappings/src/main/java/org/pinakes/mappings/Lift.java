package org.pinakes.mappings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.pinakes.mappings.rml.TriplesMap;
import org.pinakes.mappings.rows.Input;
import org.pinakes.mappings.rows.LogicalSource;
import org.pinakes.mappings.rows.RowRequest;
import org.pinakes.mappings.rows.Rows;

/** One run of a mapping. */
final class Lift {
    private final Plan plan;
    private final Function<LogicalSource, Input> inputs;
    private final Function<TriplesMap, String> bases;
    private final Statements out;

    Lift(Plan plan, Function<LogicalSource, Input> inputs, String base, Statements out) {
        this.plan = plan;
        this.inputs = inputs;
        this.bases = m -> m.base().orElse(base);
        this.out = out;
    }

    /** {@code scope} keeps blank nodes of different documents apart. */
    void run(String scope) {
        Run run = new Run(scope, out::finding);
        Joins joins = new Joins(plan.maps(), bases, new Run(scope, f -> {}), (parent, names, rows) -> {
            LogicalSource source = plan.source(parent);
            Rows.read(inputs.apply(source), new RowRequest(source, names, Set.of()), f -> {}, rows);
        });
        for (Plan.Reading reading : plan.readings()) {
            List<Rule> rules = new ArrayList<>();
            for (TriplesMap map : reading.members()) {
                TermMakers makers = new TermMakers(reading::number, map.id(), bases.apply(map), run);
                rules.add(new Rule(map, makers, joins, out));
            }
            RowRequest request = reading.request();
            Rows.read(inputs.apply(request.source()), request, out::finding, row -> {
                for (int i = 0; i < rules.size(); i++) {
                    rules.get(i).row(row);
                }
            });
        }
    }
}
