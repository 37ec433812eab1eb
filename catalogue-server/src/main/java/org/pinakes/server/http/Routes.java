package org.pinakes.server.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;

/** Adds a route that is read: GET, and HEAD, with which some harvesters ask first. */
public final class Routes {
    private Routes() {}

    public static void get(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, handler);
        config.routes.head(path, handler);
    }
}
