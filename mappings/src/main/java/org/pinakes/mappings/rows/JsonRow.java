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
    /**
     * A path from the row, and what is asked of it for each value.
     *
     * @param pointer where the value lies below the row, as far as the path says it
     * @param field the key for people
     * @param plain whether it leads to one place at most
     */
    record Reference(JsonPath path, String pointer, String field, boolean plain) {
        static List<Reference> of(List<String> texts) {
            return texts.stream()
                    .map(JsonPath::parse)
                    .map(p -> new Reference(p, p.pointer(), p.field(), p.isPlain()))
                    .toList();
        }
    }

    private final String document;
    private final List<Reference> references;
    private final Set<String> nulls;
    private final Consumer<Finding> findings;
    private final List<List<JsonNode>> values = new ArrayList<>();
    private final boolean[] known;
    private long number;
    private JsonNode node = MissingNode.getInstance();
    private Supplier<String> pointer = () -> "";
    private @Nullable String place;

    JsonRow(String document, List<Reference> references, Set<String> nulls, Consumer<Finding> findings) {
        this.document = document;
        this.references = references;
        this.nulls = nulls;
        this.findings = findings;
        this.known = new boolean[references.size()];
        references.forEach(r -> values.add(new ArrayList<>(1)));
    }

    /** What lies below the row. */
    JsonNode node() {
        return node;
    }

    /** The JSON pointer of the row. */
    String pointer() {
        String known = place;
        if (known == null) {
            known = pointer.get();
            place = known;
        }
        return known;
    }

    /** Stands for the next object; the pointer is asked for only when a place is. */
    JsonRow at(JsonNode next, Supplier<String> where) {
        node = next;
        number++;
        pointer = where;
        place = null;
        Arrays.fill(known, false);
        return this;
    }

    private List<JsonNode> values(int reference) {
        List<JsonNode> found = values.get(reference);
        if (!known[reference]) {
            known[reference] = true;
            found.clear();
            references.get(reference).path().select(node, found);
            if (!found.isEmpty()) {
                found.removeIf(v -> !isValue(v, reference));
            }
        }
        return found;
    }

    private boolean isValue(JsonNode value, int reference) {
        if (value.isContainer()) {
            if (!references.get(reference).path().takesEach()) {
                notAValue(value, references.get(reference));
            }
            return false;
        }
        return isGiven(value);
    }

    private boolean isGiven(JsonNode value) {
        return !value.isNull() && (nulls.isEmpty() || !nulls.contains(value.asString()));
    }

    private void notAValue(JsonNode value, Reference reference) {
        String kind = value.isArray() ? "an array" : "an object";
        String mend = value.isArray()
                ? "Write \"" + reference.path().text() + "[*]\" for its members."
                : "Name one of its keys.";
        findings.accept(Finding.at(
                new Place(document, pointer() + reference.pointer(), reference.field()),
                Finding.Severity.VIOLATION,
                "lift/not-a-value",
                "The reference \"" + reference.path().text() + "\" leads to " + kind + ", which is not a value. "
                        + mend,
                ""));
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String name() {
        return pointer();
    }

    @Override
    public String key(int reference, int index) {
        Reference asked = references.get(reference);
        return asked.path().keyTaken(found(asked, index));
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
            return new Place(document, pointer(), "");
        }
        Reference asked = references.get(reference);
        return new Place(document, pointer() + (asked.plain() ? asked.pointer() : found(asked, index)), asked.field());
    }

    /** Follows the path again, which is done for pointers only. */
    private String found(Reference reference, int index) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        reference.path().selectWithPointers(node, found);
        found.values().removeIf(v -> v.isContainer() || !isGiven(v));
        return found.keySet().stream().skip(index).findFirst().orElse(reference.pointer());
    }
}
