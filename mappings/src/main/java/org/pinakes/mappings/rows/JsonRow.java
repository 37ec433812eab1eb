package org.pinakes.mappings.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One object of a JSON document; each reference is followed once, when it is first asked for. */
final class JsonRow implements Row {
    private final String document;
    private final List<JsonPath> paths;
    private final Set<String> nulls;
    private final Consumer<Finding> findings;
    private final List<List<JsonNode>> values = new ArrayList<>();
    private final boolean[] known;
    private long number;
    private JsonNode node = MissingNode.getInstance();
    private Supplier<String> pointer = () -> "";

    JsonRow(String document, List<JsonPath> paths, Set<String> nulls, Consumer<Finding> findings) {
        this.document = document;
        this.paths = paths;
        this.nulls = nulls;
        this.findings = findings;
        this.known = new boolean[paths.size()];
        paths.forEach(p -> values.add(new ArrayList<>(1)));
    }

    /** What lies below the row. */
    JsonNode node() {
        return node;
    }

    /** The JSON pointer of the row. */
    String pointer() {
        return pointer.get();
    }

    /** Stands for the next object; the pointer is asked for only when a place is. */
    JsonRow at(JsonNode next, Supplier<String> where) {
        node = next;
        number++;
        pointer = where;
        Arrays.fill(known, false);
        return this;
    }

    private List<JsonNode> values(int reference) {
        List<JsonNode> found = values.get(reference);
        if (!known[reference]) {
            known[reference] = true;
            found.clear();
            paths.get(reference).select(node, found);
            if (!found.isEmpty()) {
                found.removeIf(v -> !isValue(v, reference));
            }
        }
        return found;
    }

    private boolean isValue(JsonNode value, int reference) {
        if (value.isContainer()) {
            if (!paths.get(reference).takesEach()) {
                notAValue(value, paths.get(reference));
            }
            return false;
        }
        return isGiven(value);
    }

    private boolean isGiven(JsonNode value) {
        return !value.isNull() && (nulls.isEmpty() || !nulls.contains(value.asString()));
    }

    private void notAValue(JsonNode value, JsonPath path) {
        String kind = value.isArray() ? "an array" : "an object";
        String mend = value.isArray() ? "Write \"" + path.text() + "[*]\" for its members." : "Name one of its keys.";
        findings.accept(Finding.at(
                new Place(document, pointer.get() + path.pointer(), path.field()),
                Finding.Severity.VIOLATION,
                "lift/not-a-value",
                "The reference \"" + path.text() + "\" leads to " + kind + ", which is not a value. " + mend,
                ""));
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String name() {
        return pointer.get();
    }

    @Override
    public String key(int reference, int index) {
        JsonPath path = paths.get(reference);
        return path.keyTaken(found(path, index));
    }

    @Override
    public int count(int reference) {
        return values(reference).size();
    }

    @Override
    public String value(int reference, int index) {
        return values(reference).get(index).asString();
    }

    @Override
    public @Nullable RDFDatatype datatype(int reference, int index) {
        JsonNode value = values(reference).get(index);
        if (value.isString()) {
            return null;
        }
        if (value.isBoolean()) {
            return XSDDatatype.XSDboolean;
        }
        return value.isIntegralNumber() ? XSDDatatype.XSDinteger : XSDDatatype.XSDdouble;
    }

    @Override
    public Place place(int reference, int index) {
        if (reference < 0) {
            return new Place(document, pointer.get(), "");
        }
        JsonPath path = paths.get(reference);
        return new Place(
                document, pointer.get() + (path.isPlain() ? path.pointer() : found(path, index)), path.field());
    }

    /** Follows the path again, which is done for pointers only. */
    private String found(JsonPath path, int index) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        path.selectWithPointers(node, found);
        found.values().removeIf(v -> v.isContainer() || !isGiven(v));
        return found.keySet().stream().skip(index).findFirst().orElse(path.pointer());
    }
}
