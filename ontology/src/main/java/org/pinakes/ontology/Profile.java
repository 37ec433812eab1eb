package org.pinakes.ontology;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A named set of SHACL shapes and the view on which they judge.
 *
 * @param name as used on the command line, for example {@code dcat-ap-3}
 * @param release of the specification, for example {@code 3.0.1}
 * @param shapes the files that make it, in order
 * @param view CONSTRUCT query under {@code queries/views}; empty when the canonical record is judged
 */
public record Profile(String name, String title, String release, List<Path> shapes, Optional<String> view) {

    public Profile {
        shapes = List.copyOf(shapes);
    }
}
