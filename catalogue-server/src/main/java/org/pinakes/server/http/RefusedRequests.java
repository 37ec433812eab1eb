package org.pinakes.server.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that Jetty refuses before any route sees them, such as an address that RFC 3986 does not allow, as a problem. */
final class RefusedRequests extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Problem problem = new Problem(
                code,
                "bad-request",
                "The request cannot be answered",
                "The server refuses it as it was sent" + (message == null ? "." : ": " + message + ".")
                        + " Check the address; the start page is at /.");
        response.setStatus(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Content.Sink.write(response, true, JsonMapper.shared().writeValueAsString(problem.body()), callback);
    }
}
