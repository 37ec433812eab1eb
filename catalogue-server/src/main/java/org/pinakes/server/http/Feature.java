package org.pinakes.server.http;

import io.javalin.config.JavalinConfig;

/** Adds its routes to the server. */
@FunctionalInterface
public interface Feature {
    void register(JavalinConfig config);
}
