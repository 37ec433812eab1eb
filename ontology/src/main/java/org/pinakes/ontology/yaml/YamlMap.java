package org.pinakes.ontology.yaml;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pinakes.ontology.InputProblem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The keys of one YAML mapping, with their places. Every getter throws {@link InputProblem} when the value does not fit. */
public final class YamlMap {
    private final Path file;
    private final String where;
    private final int line;
    private final Map<String, Node> values;
    private final Map<String, Integer> lines;

    private YamlMap(Path file, String where, MappingNode node) {
        this.file = file;
        this.where = where;
        this.line = line(node);
        this.values = new LinkedHashMap<>();
        this.lines = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                throw problem(line(tuple.getKeyNode()), "the key '" + key + "' stands twice; keep one.");
            }
            lines.put(key, line(tuple.getKeyNode()));
        }
    }

    /** Reads a file whose whole is a mapping. */
    public static YamlMap read(Path file) {
        try {
            LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
            Optional<Node> root = new Compose(settings).composeString(Files.readString(file, StandardCharsets.UTF_8));
            if (root.isPresent() && root.get() instanceof MappingNode map) {
                return new YamlMap(file, "", map);
            }
            throw new InputProblem(file + ": expected keys and values ('key: value'), found "
                    + (root.isEmpty() ? "nothing." : "something else."));
        } catch (NoSuchFileException e) {
            throw new InputProblem(file + ": there is no such file.", e);
        } catch (MalformedInputException e) {
            throw new InputProblem(file + ": the file is not UTF-8 text; save it as UTF-8.", e);
        } catch (IOException e) {
            throw new InputProblem(file + ": cannot be read (" + e.getMessage() + ").", e);
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(m -> ", line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
                    .orElse("");
            throw new InputProblem(file + place + ": this is not valid YAML: " + e.getProblem() + ".", e);
        } catch (YamlEngineException e) {
            throw new InputProblem(file + ": this is not valid YAML: " + e.getMessage(), e);
        }
    }

    /** Refuses keys that nobody reads, naming those that are allowed. */
    public YamlMap allow(String... keys) {
        Set<String> allowed = Set.of(keys);
        for (Map.Entry<String, Integer> e : lines.entrySet()) {
            if (!allowed.contains(e.getKey())) {
                throw problem(
                        e.getValue(),
                        "unknown key '" + where + e.getKey() + "'; allowed are "
                                + String.join(", ", new TreeSet<>(allowed)) + ".");
            }
        }
        return this;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public String text(String key) {
        return optionalText(key)
                .orElseThrow(() -> problem(line, "the key '" + where + key + "' is missing; it needs a text."));
    }

    public String text(String key, String otherwise) {
        return optionalText(key).orElse(otherwise);
    }

    public Optional<String> optionalText(String key) {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            String value = scalar.getValue().strip();
            return value.isEmpty() || value.equals("~") ? Optional.empty() : Optional.of(value);
        }
        throw wrong(key, "a text", "a list or nested keys");
    }

    /** The text if it fits the regular expression, else a problem that says what is allowed. */
    public String text(String key, String pattern, String allowed) {
        String value = text(key);
        if (!value.matches(pattern)) {
            throw wrong(key, allowed, "'" + value + "'");
        }
        return value;
    }

    public int integer(String key, int otherwise, int least, int most) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        String allowed = "a whole number from " + least + " to " + most;
        if (!text.get().matches("-?\\d{1,9}")) {
            throw wrong(key, allowed, "'" + text.get() + "'");
        }
        int value = Integer.parseInt(text.get());
        if (value < least || value > most) {
            throw wrong(key, allowed, "'" + value + "'");
        }
        return value;
    }

    public double number(String key, double otherwise, double least, double most) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        String allowed = "a number from " + least + " to " + most;
        if (!text.get().matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            throw wrong(key, allowed, "'" + text.get() + "'");
        }
        double value = Double.parseDouble(text.get());
        if (value < least || value > most) {
            throw wrong(key, allowed, "'" + text.get() + "'");
        }
        return value;
    }

    /** A list of texts; a single text counts as a list of one. */
    public List<String> texts(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank()
                    ? List.of()
                    : List.of(scalar.getValue().strip());
        }
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (!(item instanceof ScalarNode scalar)) {
                throw problem(line(item), "'" + where + key + "' must be a list of texts.");
            }
            texts.add(scalar.getValue().strip());
        }
        return texts;
    }

    /** Nested keys; empty if there are none. */
    public Optional<YamlMap> map(String key) {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode map) {
            return Optional.of(new YamlMap(file, where + key + ".", map));
        }
        throw wrong(key, "nested keys", "something else");
    }

    /** A list whose items have keys. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : items(key)) {
            if (!(item instanceof MappingNode map)) {
                throw problem(line(item), "each item of '" + where + key + "' needs keys ('- key: value').");
            }
            maps.add(new YamlMap(file, where + key + ".", map));
        }
        return maps;
    }

    /** A problem with the value of a key, told with its place. */
    public InputProblem wrong(String key, String allowed, String found) {
        return problem(
                lines.getOrDefault(key, line), "'" + where + key + "' must be " + allowed + ", found " + found + ".");
    }

    /** Where it begins. */
    public int line() {
        return line;
    }

    public Path file() {
        return file;
    }

    private List<Node> items(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw wrong(key, "a list ('- …')", "something else");
    }

    private InputProblem problem(int at, String text) {
        return new InputProblem(file + ", line " + at + ": " + text);
    }

    private static int line(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }
}
