package org.pinakes.mappings.rows;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which keys of JSON objects are read, at any depth. Not changed any more when the first row is compared. */
final class ReadKeys {
    private final Map<String, ReadKeys> keys = new LinkedHashMap<>();
    private @Nullable ReadKeys members;
    private boolean whole;

    /** What the paths lead to is read, and what their filters test. */
    static ReadKeys of(List<JsonPath> paths) {
        ReadKeys read = new ReadKeys();
        paths.forEach(p -> read.add(p.steps()));
        return read;
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
                    at.add(test.path().steps());
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

    /** Counts, for one document, in how many rows a key that is not read says something. */
    static final class Unread {
        private final ReadKeys read;
        private final IdentityHashMap<ReadKeys, Map<String, int[]>> unread = new IdentityHashMap<>();

        Unread(ReadKeys read) {
            this.read = read;
        }

        /** Compares one row, the number of which is above zero and grows. */
        void row(JsonNode node, int number) {
            row(read, node, number);
        }

        private void row(ReadKeys at, JsonNode node, int number) {
            if (at.whole) {
                return;
            }
            if (node.isArray()) {
                ReadKeys below = at.members == null ? at : at.members;
                for (JsonNode member : node) {
                    row(below, member, number);
                }
            } else if (node.isObject()) {
                for (Map.Entry<String, JsonNode> e : node.properties()) {
                    member(at, e.getKey(), e.getValue(), number);
                }
            }
        }

        private void member(ReadKeys at, String key, JsonNode value, int number) {
            ReadKeys known = at.keys.getOrDefault(key, at.members);
            if (known != null) {
                row(known, value, number);
            } else if (!value.isNull() && !(value.isContainer() && value.isEmpty())) {
                int[] seen =
                        unread.computeIfAbsent(at, k -> new LinkedHashMap<>()).computeIfAbsent(key, k -> new int[2]);
                if (seen[1] != number) {
                    seen[0]++;
                    seen[1] = number;
                }
            }
        }

        /** Tells each key that no path reads, as names with dots between, and in how many rows it says something. */
        void tell(ObjIntConsumer<String> out) {
            if (!unread.isEmpty()) {
                tell(read, "", out);
            }
        }

        private void tell(ReadKeys at, String before, ObjIntConsumer<String> out) {
            unread.getOrDefault(at, Map.of()).forEach((key, seen) -> out.accept(before + key, seen[0]));
            at.keys.forEach((key, below) -> tell(below, before + key + ".", out));
            if (at.members != null) {
                tell(at.members, before, out);
            }
        }
    }
}
