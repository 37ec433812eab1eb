package org.pinakes.ontology.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.ontology.InputProblem;

final class YamlMapTest {
    @TempDir
    Path folder;

    private YamlMap yaml(String text) throws IOException {
        return YamlMap.read(Files.writeString(folder.resolve("x.yaml"), text));
    }

    @Test
    void values_are_read_by_type() throws IOException {
        YamlMap map = yaml("a: text\nn: 7\nlist: [x, y]\ninner:\n  b: 0.5\nitems:\n  - k: v\n");
        assertThat(map.text("a")).isEqualTo("text");
        assertThat(map.integer("n", 1, 0, 10)).isEqualTo(7);
        assertThat(map.texts("list")).containsExactly("x", "y");
        assertThat(map.map("inner").orElseThrow().number("b", 0, 0, 1)).isEqualTo(0.5);
        assertThat(map.maps("items").getFirst().text("k")).isEqualTo("v");
        assertThat(map.optionalText("none")).isEmpty();
    }

    @Test
    void an_unknown_key_is_told_with_file_line_and_what_is_allowed() throws IOException {
        YamlMap map = yaml("port: 80\nprot: 81\n");
        assertThatThrownBy(() -> map.allow("port", "host"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("x.yaml, line 2: unknown key 'prot'; allowed are host, port.");
    }

    @Test
    void a_wrong_type_is_told_with_what_was_found() throws IOException {
        YamlMap map = yaml("a: 1\nport: eighty\nnested:\n  deep: [1]\n");
        assertThatThrownBy(() -> map.integer("port", 1, 1, 65535))
                .hasMessageContaining("line 2: 'port' must be a whole number from 1 to 65535, found 'eighty'.");
        assertThatThrownBy(() -> map.map("nested").orElseThrow().text("deep"))
                .hasMessageContaining("line 4: 'nested.deep' must be a text");
    }

    @Test
    void broken_yaml_is_told_with_line_and_column() {
        assertThatThrownBy(() -> yaml("a: [1\nb: 2\n"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> yaml("just text")).hasMessageContaining("expected keys and values");
        assertThatThrownBy(() -> YamlMap.read(folder.resolve("no.yaml"))).hasMessageContaining("no such file");
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> yaml("a: 1\na: 2\n")).isInstanceOf(InputProblem.class);
    }
}
