package org.pinakes.harvester.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.Provider;

final class HttpFetcherTest {
    private final List<String> got = new ArrayList<>();
    private HttpServer server;
    private String address;

    HttpFetcherTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @BeforeEach
    void start() {
        server.createContext("/ok", x -> answer(x, 200, "text/turtle; charset=utf-8", "<a> <b> <c> ."));
        server.createContext("/gone", x -> answer(x, 404, "text/plain", ""));
        server.createContext("/here", x -> redirect(x, "/ok"));
        server.createContext("/round", x -> redirect(x, "/round"));
        server.createContext("/inside", x -> redirect(x, "http://localhost:1/secret"));
        server.createContext("/file", x -> redirect(x, "file:///etc/passwd"));
        server.createContext("/x.nt", x -> answer(x, 200, "text/plain", "<urn:a> <urn:b> <urn:c> ."));
        server.createContext("/zip", HttpFetcherTest::gzip);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange x, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        x.getResponseHeaders().add("Content-Type", type);
        x.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        x.getResponseBody().write(bytes);
        x.close();
    }

    private static void redirect(HttpExchange x, String to) throws IOException {
        x.getResponseHeaders().add("Location", to);
        x.sendResponseHeaders(302, -1);
        x.close();
    }

    private static void gzip(HttpExchange x) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("zipped".getBytes(StandardCharsets.UTF_8));
        }
        x.getResponseHeaders().add("Content-Encoding", "gzip");
        x.sendResponseHeaders(200, bytes.size());
        x.getResponseBody().write(bytes.toByteArray());
        x.close();
    }

    private void fetch(String path, Set<String> privateHosts) throws IOException {
        HttpFetcher fetcher = new HttpFetcher(new OutboundGuard(privateHosts), () -> Instant.EPOCH, 1000);
        Provider.Source source =
                new Provider.Source("http", address + path, Optional.empty(), Optional.empty(), Optional.empty());
        fetcher.fetch(
                source,
                in -> got.add(in.mediaType() + " " + new String(in.bytes().readAllBytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void a_document_is_fetched_with_its_media_type() throws IOException {
        fetch("/ok", Set.of("127.0.0.1"));
        fetch("/here", Set.of("127.0.0.1"));
        fetch("/x.nt", Set.of("127.0.0.1"));
        assertThat(got)
                .containsExactly(
                        "text/turtle <a> <b> <c> .",
                        "text/turtle <a> <b> <c> .",
                        "application/n-triples <urn:a> <urn:b> <urn:c> .");
    }

    @Test
    void a_gzip_body_is_inflated() throws IOException {
        fetch("/zip", Set.of("127.0.0.1"));
        assertThat(got.getFirst()).endsWith("zipped");
    }

    @Test
    void an_error_status_fails_the_fetch() {
        assertThatThrownBy(() -> fetch("/gone", Set.of("127.0.0.1"))).hasMessageContaining("answered 404");
    }

    @Test
    void a_private_address_is_refused_unless_named() {
        assertThatThrownBy(() -> fetch("/ok", Set.of())).hasMessageContaining("is a private address");
    }

    @Test
    void a_redirect_to_a_private_address_or_a_file_is_refused() {
        assertThatThrownBy(() -> fetch("/inside", Set.of("127.0.0.1"))).hasMessageContaining("is a private address");
        assertThatThrownBy(() -> fetch("/file", Set.of("127.0.0.1"))).hasMessageContaining("only plain http");
    }

    @Test
    void redirects_in_a_circle_end() {
        assertThatThrownBy(() -> fetch("/round", Set.of("127.0.0.1"))).hasMessageContaining("more than 3 times");
    }
}
