package org.pinakes.mappings.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes trees of JSON values and notices a key that an object has twice, which Jackson's own reader passes over or refuses. */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private record Repeated(TokenStreamLocation first, int times) {}

    private final String document;
    private final Consumer<Finding> findings;
    private final Map<String, Repeated> repeated = new LinkedHashMap<>();

    JsonTree(String document, Consumer<Finding> findings) {
        this.document = document;
        this.findings = findings;
    }

    /** The parser stands at the first token of a value and, afterwards, at its last. Decimals keep their digits. */
    JsonNode read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return NODES.missingNode();
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private ObjectNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (object.replace(name, read(parser)) != null) {
                TokenStreamLocation place = parser.currentTokenLocation();
                Repeated before = repeated.getOrDefault(name, new Repeated(place, 0));
                repeated.put(name, new Repeated(before.first(), before.times() + 1));
            }
        }
        return object;
    }

    private ArrayNode array(JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(parser));
        }
        return array;
    }

    private static JsonNode integer(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /** Tells what was repeated, each key once. */
    void end() {
        repeated.forEach((key, times) -> {
            String position = "line " + times.first().getLineNr() + ", column "
                    + times.first().getColumnNr();
            String more = times.times() == 1 ? "" : " This happens " + times.times() + " times, here first.";
            String message = "The key \"" + key + "\" stands twice in one object; the last is read." + more;
            Place place = new Place(document, position, key);
            findings.accept(Finding.at(place, Finding.Severity.WARNING, "lift/duplicate-key", message, ""));
        });
    }
}
