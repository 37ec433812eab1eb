package org.pinakes.server.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** The jte templates, compiled with the program; they escape every value by its context. */
public final class Pages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.pinakes.server.pages.templates");

    /** Answers with a page. */
    public static void send(Context ctx, String html) {
        ctx.result(html);
        ctx.contentType("text/html;charset=utf-8");
    }

    public String render(String template, Map<String, Object> model) {
        StringOutput out = new StringOutput();
        engine.render(template, model, out);
        return out.toString();
    }
}
