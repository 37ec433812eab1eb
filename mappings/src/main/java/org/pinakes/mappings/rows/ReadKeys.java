package org.pinakes.mappings.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which keys of JSON objects are read, at any depth; counts in how many rows another key says something. */
final class ReadKeys {
    private final Map<String, ReadKeys> keys = new LinkedHashMap<>();
    private final Map<String, int[]> unread = new LinkedHashMap<>();
    private @Nullable ReadKeys members;
    private boolean whole;

    /** What a path leads to is read, and what its filters test. */
    void add(JsonPath path) {
        add(path.steps());
    }

    private void add(List<JsonPath.Step> steps) {
        ReadKeys at = this;
        for (JsonPath.Step step : steps) {
            if (step instanceof JsonPath.Step.Below) {
                at.whole = true;
                return;
            }
            if (step instanceof JsonPath.Step.Each) {
                continue;
            }
            at = step instanceof JsonPath.Step.Name name ? at.key(name.name()) : at.members();
            if (step instanceof JsonPath.Step.Filter filter) {
                for (JsonPath.Test test : filter.tests()) {
                    at.add(test.path());
                }
            }
        }
        at.whole = true;
    }

    private ReadKeys key(String name) {
        return keys.computeIfAbsent(name, k -> new ReadKeys());
    }

    private ReadKeys members() {
        ReadKeys known = members;
        if (known == null) {
            known = new ReadKeys();
            members = known;
        }
        return known;
    }

    /** Compares one row, the number of which is above zero and grows. */
    void row(JsonNode node, int number) {
        if (whole) {
            return;
        }
        if (node.isArray()) {
            for (JsonNode member : node) {
                (members == null ? this : members).row(member, number);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> e : node.properties()) {
                member(e.getKey(), e.getValue(), number);
            }
        }
    }

    private void member(String key, JsonNode value, int number) {
        ReadKeys known = keys.getOrDefault(key, members);
        if (known != null) {
            known.row(value, number);
        } else if (!value.isNull() && !(value.isContainer() && value.isEmpty())) {
            int[] seen = unread.computeIfAbsent(key, k -> new int[2]);
            if (seen[1] != number) {
                seen[0]++;
                seen[1] = number;
            }
        }
    }

    /** Tells each key that no path reads, as names with dots between, and in how many rows it says something. */
    void unread(ObjIntConsumer<String> out) {
        unread("", out);
    }

    private void unread(String before, ObjIntConsumer<String> out) {
        unread.forEach((key, seen) -> out.accept(before + key, seen[0]));
        keys.forEach((key, below) -> below.unread(before + key + ".", out));
        if (members != null) {
            members.unread(before, out);
        }
    }
}
