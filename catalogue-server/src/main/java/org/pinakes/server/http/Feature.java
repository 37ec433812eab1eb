package org.pinakes.server.http;

import io.javalin.config.JavalinConfig;

/** Adds its routes to the server. */
@FunctionalInterface
public interface Feature {
    void register(JavalinConfig config);

    /**
     * Reads what its first answer would wait for; called once, when the server listens. A fault in a file is an
     * {@link org.pinakes.ontology.InputProblem} and ends the start.
     */
    default void prepare() {}
}
