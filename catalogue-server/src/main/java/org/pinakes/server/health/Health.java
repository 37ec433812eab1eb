package org.pinakes.server.health;

import io.javalin.config.JavalinConfig;
import org.pinakes.server.http.Feature;
import org.pinakes.server.http.Routes;
import org.pinakes.server.site.Site;

/** {@code /health/live} and {@code /health/ready}; {@code /robots.txt}. */
public final class Health implements Feature {
    private final Site site;

    public Health(Site site) {
        this.site = site;
    }

    @Override
    public void register(JavalinConfig config) {
        Routes.get(config, "/health/live", ctx -> {
            ctx.result("{\"status\":\"live\"}");
            ctx.contentType("application/json");
        });
        Routes.get(config, "/health/ready", ctx -> {
            ctx.contentType("application/json");
            if (!site.isOpen()) {
                ctx.status(503);
                ctx.result("{\"status\":\"starting\"}");
                return;
            }
            long log = site.store().changeNumber();
            long index = site.index().changeNumber();
            ctx.status(log == index ? 200 : 503);
            ctx.result("{\"status\":\"" + (log == index ? "ready" : "catching up") + "\",\"store\":" + log
                    + ",\"index\":" + index + "}");
        });
        Routes.get(config, "/robots.txt", ctx -> {
            ctx.result("User-agent: *\nDisallow: /sparql\n");
            ctx.contentType("text/plain");
        });
    }
}
