package org.pinakes.mappings.rows;

import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Finding.Severity;
import org.pinakes.ontology.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The objects that an iterator finds in a JSON document, cut out while it is read; a line of NDJSON is a member of one array. */
final class JsonRows {
    // decimal numbers keep their digits as the source wrote them
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(SourceText.CELL)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Input input;
    private final JsonPath iterator;
    private final Consumer<Finding> findings;
    private final JsonRow row;
    private final JsonTree tree;
    private final ReadKeys.Unread unread;
    private final StringBuilder pointer = new StringBuilder();
    private int count;

    JsonRows(Input input, RowRequest request, Consumer<Finding> findings) {
        this.input = input;
        this.findings = findings;
        RowRequest.Paths paths = request.json();
        this.iterator = paths.iterator();
        this.row = new JsonRow(
                input.address(), paths.references(), request.source().nulls(), findings);
        this.tree = new JsonTree(input.address(), findings);
        this.unread = new ReadKeys.Unread(paths.read());
    }

    void read(Reader text, Consumer<Row> rows) {
        if (input.isLines()) {
            lines(text, rows);
        } else {
            try (JsonParser parser = JSON.createParser(text)) {
                document(parser, rows);
            } catch (JacksonIOException e) {
                throw new UncheckedIOException(e.getCause());
            } catch (JacksonException e) {
                var at = e.getLocation();
                problem(at == null ? "" : position(at), unreadable("The JSON cannot be read from here on: ", e));
            }
        }
        tree.end();
        unmapped();
    }

    private void document(JsonParser parser, Consumer<Row> rows) {
        if (parser.nextToken() == null) {
            problem("line 1, column 1", "The document is empty.");
            return;
        }
        if (iterator.streams()) {
            walk(parser, 0, rows);
        } else {
            Map<String, JsonNode> found = new LinkedHashMap<>();
            iterator.selectWithPointers(tree.read(parser), found);
            found.forEach((where, node) -> hand(node, where, rows));
        }
        if (parser.nextToken() != null) {
            String mend = "A document with one JSON text on each line is named .ndjson or .jsonl.";
            problem(position(parser.currentTokenLocation()), "Something follows the end of the JSON. " + mend);
        }
    }

    private static String position(TokenStreamLocation at) {
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private void lines(Reader text, Consumer<Row> rows) {
        boolean member = !iterator.steps().isEmpty() && iterator.steps().get(0) instanceof JsonPath.Step.Any;
        JsonPath rest = member
                ? new JsonPath(
                        iterator.text(),
                        iterator.steps().subList(1, iterator.steps().size()))
                : iterator;
        Lines lines = new Lines(text, SourceText.CELL);
        for (int number = 0; lines.next(); number++) {
            if (lines.isTooLong()) {
                String message = "The line has more than " + SourceText.CELL + " characters and was left out.";
                Place place = new Place(input.address(), "line " + (number + 1), "");
                findings.accept(Finding.at(place, Severity.VIOLATION, "lift/too-long", message, ""));
            } else if (!lines.line().isBlank()) {
                line(lines.line(), number, rest, rows);
            }
        }
    }

    private void line(String line, int number, JsonPath rest, Consumer<Row> rows) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            JsonNode node = tree.read(parser);
            if (parser.nextToken() != null) {
                problem("line " + (number + 1), "The line is not one JSON text and was left out.");
                return;
            }
            rest.selectWithPointers(node, found);
        } catch (JacksonException e) {
            problem("line " + (number + 1), unreadable("The line is not JSON and was left out: ", e));
        }
        found.forEach((where, node) -> hand(node, "/" + number + where, rows));
    }

    /** The parser stands at the first token of a value and, afterwards, at its last. */
    private void walk(JsonParser parser, int step, Consumer<Row> rows) {
        JsonToken token = parser.currentToken();
        if (step == iterator.steps().size()) {
            hand(tree.read(parser), null, rows);
        } else if (token == JsonToken.START_OBJECT) {
            object(parser, step, rows);
        } else if (token == JsonToken.START_ARRAY) {
            array(parser, step, rows);
        }
    }

    private void object(JsonParser parser, int step, Consumer<Row> rows) {
        JsonPath.Step wanted = iterator.steps().get(step);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            boolean chosen = wanted.takes(name);
            if (chosen) {
                int length = pointer.length();
                pointer.append('/').append(JsonPath.escape(name));
                walk(parser, step + 1, rows);
                pointer.setLength(length);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void array(JsonParser parser, int step, Consumer<Row> rows) {
        JsonPath.Step wanted = iterator.steps().get(step);
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            boolean chosen = wanted.takes(i, 0);
            if (chosen) {
                int length = pointer.length();
                pointer.append('/').append(i);
                walk(parser, step + 1, rows);
                pointer.setLength(length);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void hand(JsonNode node, @Nullable String where, Consumer<Row> rows) {
        count++;
        unread.row(node, count);
        rows.accept(row.at(node, where == null ? pointer::toString : () -> where));
    }

    private void unmapped() {
        unread.tell((key, times) -> {
            Place place = new Place(input.address(), "", key);
            String message = "No rule reads the key \"" + key + "\", which stands in " + times + " of " + count
                    + " objects at " + iterator.text() + ".";
            findings.accept(Finding.at(place, Severity.INFO, "lift/unmapped-key", message, ""));
        });
    }

    private static String unreadable(String what, JacksonException e) {
        return what + e.getOriginalMessage() + ".";
    }

    private void problem(String position, String message) {
        Place place = new Place(input.address(), position, "");
        findings.accept(Finding.at(place, Severity.VIOLATION, "lift/json-syntax", message, ""));
    }
}
