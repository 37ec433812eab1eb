package org.pinakes.mappings.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The part of JSONPath (RFC 9535) that mappings use: {@code $}, {@code .name}, {@code ['name']}, {@code [0]},
 * {@code [-1]}, {@code [*]}, {@code .*}, {@code ..name}, {@code ..*} and filters ({@code [?@.a]},
 * {@code [?!@.a]}, {@code [?@.a == 'x']}, {@code [?@.a != 'x']}, {@code [?search(@.a, 'regex')]} and several of these
 * joined by {@code &&}). Beyond
 * the standard, {@code []} takes the members of an array and anything else as it is, because many sources write one value
 * without its array. A path without {@code $} begins with a name.
 */
public record JsonPath(String text, List<Step> steps) {

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /**
     * Whether a path leads from a member to a value.
     *
     * @param value matches what is looked for; empty: anything, so that it only has to be there
     * @param negated passes the members that it otherwise would not
     */
    public record Test(JsonPath path, Optional<Pattern> value, boolean negated) {
        boolean passes(JsonNode member) {
            List<JsonNode> found = new ArrayList<>(1);
            path.select(member, found);
            boolean there = found.stream().anyMatch(this::isWanted);
            return there != negated;
        }

        private boolean isWanted(JsonNode node) {
            return value.isEmpty()
                    || (node.isValueNode()
                            && value.get().matcher(node.asString()).find());
        }
    }

    /** One step down. */
    public sealed interface Step {

        /** Whether it goes to the member of an object. */
        default boolean takes(String key) {
            return true;
        }

        /** Whether it goes to the member of an array of that size. */
        default boolean takes(int index, int size) {
            return true;
        }

        record Name(String name) implements Step {
            @Override
            public boolean takes(String key) {
                return key.equals(name);
            }

            @Override
            public boolean takes(int index, int size) {
                return false;
            }
        }

        /** Negative indexes count from the end. */
        record Index(int index) implements Step {
            @Override
            public boolean takes(String key) {
                return false;
            }

            @Override
            public boolean takes(int other, int size) {
                return other == (index < 0 ? size + index : index);
            }
        }

        record Any() implements Step {}

        /** The members of an array; what is none is taken as it is. */
        record Each() implements Step {
            @Override
            public boolean takes(String key) {
                return false;
            }
        }

        /** The members that pass all tests. */
        record Filter(List<Test> tests) implements Step {
            public Filter {
                tests = List.copyOf(tests);
            }

            boolean takes(JsonNode member) {
                return tests.stream().allMatch(test -> test.passes(member));
            }
        }

        /** {@code ..}: the node and all below it. */
        record Below() implements Step {}
    }

    /** Throws {@link IllegalArgumentException} with a sentence for the curator. */
    public static JsonPath parse(String text) {
        return new JsonPath(text, new JsonPathText(text).steps());
    }

    /** Adds what the path leads to; nothing when there is nothing. */
    void select(JsonNode node, List<JsonNode> out) {
        select(node, 0, out);
    }

    private void select(JsonNode node, int at, List<JsonNode> out) {
        if (at == steps.size()) {
            out.add(node);
            return;
        }
        Step step = steps.get(at);
        if (step instanceof Step.Below) {
            select(node, at + 1, out);
            for (JsonNode next : node) {
                select(next, at, out);
            }
            return;
        }
        if (step instanceof Step.Each && !node.isArray()) {
            select(node, at + 1, out);
            return;
        }
        if (step instanceof Step.Any || step instanceof Step.Each) {
            for (JsonNode next : node) {
                select(next, at + 1, out);
            }
            return;
        }
        if (step instanceof Step.Filter filter) {
            for (JsonNode next : node) {
                if (filter.takes(next)) {
                    select(next, at + 1, out);
                }
            }
            return;
        }
        JsonNode next = step instanceof Step.Name name ? node.get(name.name()) : member(node, (Step.Index) step);
        if (next != null) {
            select(next, at + 1, out);
        }
    }

    private static @Nullable JsonNode member(JsonNode node, Step.Index step) {
        return node.isArray() ? node.get(step.index() < 0 ? node.size() + step.index() : step.index()) : null;
    }

    /** Adds what the path leads to with the JSON pointer of each, for iterators that cannot be followed while reading. */
    void selectWithPointers(JsonNode node, Map<String, JsonNode> out) {
        walk(node, 0, "", out);
    }

    private void walk(JsonNode node, int at, String pointer, Map<String, JsonNode> out) {
        if (at == steps.size()) {
            out.put(pointer, node);
            return;
        }
        Step step = steps.get(at);
        if (step instanceof Step.Below) {
            walk(node, at + 1, pointer, out);
        }
        if (isWhole(node, at, pointer)) {
            walk(node, at + 2, pointer, out);
        }
        if (step instanceof Step.Each && !node.isArray()) {
            walk(node, at + 1, pointer, out);
            return;
        }
        int next = step instanceof Step.Below ? at : at + 1;
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> e : node.properties()) {
                if (step.takes(e.getKey()) && passes(step, e.getValue())) {
                    walk(e.getValue(), next, pointer + "/" + escape(e.getKey()), out);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (step.takes(i, node.size()) && passes(step, node.get(i))) {
                    walk(node.get(i), next, pointer + "/" + i, out);
                }
            }
        }
    }

    /** Beyond the standard, {@code $..[?@.a]} takes the document itself too: many APIs wrap what others give bare. */
    private boolean isWhole(JsonNode node, int at, String pointer) {
        return at == 0
                && pointer.isEmpty()
                && steps.size() > 1
                && steps.get(0) instanceof Step.Below
                && steps.get(1) instanceof Step.Filter filter
                && node.isObject()
                && filter.takes(node);
    }

    private static boolean passes(Step step, JsonNode member) {
        return !(step instanceof Step.Filter filter) || filter.takes(member);
    }

    /** Whether rows can be cut out while the document is read. */
    boolean streams() {
        return steps.stream()
                .noneMatch(s -> s instanceof Step.Below
                        || s instanceof Step.Filter
                        || s instanceof Step.Each
                        || (s instanceof Step.Index i && i.index() < 0));
    }

    /** The rest of the path below another; empty when it does not lead through the other. */
    Optional<JsonPath> below(JsonPath outer) {
        int depth = outer.steps.size();
        boolean below = steps.size() > depth && steps.subList(0, depth).equals(outer.steps);
        return below ? Optional.of(new JsonPath(text, steps.subList(depth, steps.size()))) : Optional.empty();
    }

    /** A path to the same places and, where it filters, to those beside them; {@code []} as {@code [*]}. */
    JsonPath unfiltered() {
        StringBuilder unfiltered = new StringBuilder("$");
        for (Step step : steps) {
            unfiltered.append(
                    switch (step) {
                        case Step.Name name ->
                            "['" + name.name().replace("\\", "\\\\").replace("'", "\\'") + "']";
                        case Step.Index index -> "[" + index.index() + "]";
                        case Step.Below below -> "..";
                        default -> "[*]";
                    });
        }
        return parse(unfiltered.toString());
    }

    /** What a filter at its end tests of the places it leads to. */
    List<JsonPath> tested() {
        return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Filter filter
                ? filter.tests().stream().map(Test::path).toList()
                : List.of();
    }

    /** The key that the first {@code *} of the path took on the way to a place; empty when it has none. */
    String keyTaken(String pointerBelowRow) {
        String[] segments = pointerBelowRow.split("/", -1);
        for (int i = 0; i < steps.size() && i + 1 < segments.length; i++) {
            if (steps.get(i) instanceof Step.Any) {
                return segments[i + 1].replace("~1", "/").replace("~0", "~");
            }
        }
        return "";
    }

    /** Whether it ends with {@code []} and so is meant for sources that write now a value, now something else. */
    boolean takesEach() {
        return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Each;
    }

    /** The names that lead from the row to the value, as far as they are names: the value's place below the row. */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Step.Name name) {
                pointer.append('/').append(escape(name.name()));
            } else if (step instanceof Step.Index index && index.index() >= 0) {
                pointer.append('/').append(index.index());
            } else {
                break;
            }
        }
        return pointer.toString();
    }

    /** Whether it leads to one place at most. */
    boolean isPlain() {
        return steps.stream().allMatch(s -> s instanceof Step.Name || (s instanceof Step.Index i && i.index() >= 0));
    }

    /** The key for people: the path without its {@code $.}. */
    String field() {
        List<String> names = new ArrayList<>();
        for (Step step : steps) {
            if (!(step instanceof Step.Name name)) {
                return text.startsWith("$.") && !text.startsWith("$..") ? text.substring(2) : text;
            }
            names.add(name.name());
        }
        return String.join(".", names);
    }

    /** RFC 6901 section 3. */
    static String escape(String key) {
        return key.indexOf('~') < 0 && key.indexOf('/') < 0
                ? key
                : key.replace("~", "~0").replace("/", "~1");
    }
}
