package org.pinakes.mappings.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The rows of one logical source that lie within a row of another: the files of a dataset, the authors of a record. */
public final class RowsWithin {
    private final JsonPath rest;
    private final JsonRow inner;

    private RowsWithin(JsonPath rest, JsonRow inner) {
        this.rest = rest;
        this.inner = inner;
    }

    /**
     * Empty unless the inner source is JSON too and its iterator goes on where the outer one ends.
     *
     * @param references of the inner rows, numbered by their position
     */
    public static Optional<RowsWithin> of(LogicalSource outer, LogicalSource inner, List<String> references) {
        boolean json = outer.formulation() == Formulation.JSON_PATH && inner.formulation() == Formulation.JSON_PATH;
        if (!json || outer.aggregate() || inner.aggregate()) {
            return Optional.empty();
        }
        return JsonPath.parse(inner.iterator())
                .below(JsonPath.parse(outer.iterator()))
                .map(rest -> new RowsWithin(
                        rest, new JsonRow("", JsonRow.Reference.of(references), inner.nulls(), f -> {})));
    }

    /** Hands over each row within, in order. */
    public void each(Row outer, Consumer<Row> rows) {
        if (!(outer instanceof JsonRow row)) {
            return;
        }
        Map<String, JsonNode> found = new LinkedHashMap<>();
        rest.selectWithPointers(row.node(), found);
        found.forEach((where, node) -> rows.accept(inner.at(node, () -> row.pointer() + where)));
    }
}
