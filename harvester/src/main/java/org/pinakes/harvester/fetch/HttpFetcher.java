package org.pinakes.harvester.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.pinakes.harvester.raw.RawStore.Incoming;
import org.pinakes.ontology.Provider;

/**
 * Gets one address by HTTP. Redirects are followed by hand, at most three, each checked by the guard; a gzip body is
 * inflated here and counted by the raw store, which refuses what is too large after inflation.
 */
public final class HttpFetcher implements Fetcher {
    private static final String ACCEPT =
            "text/turtle, application/rdf+xml;q=0.9, application/ld+json;q=0.8, application/n-triples;q=0.8, "
                    + "application/json;q=0.6, text/csv;q=0.6, */*;q=0.1";
    private static final int REDIRECTS = 3;
    private final OutboundGuard guard;
    private final InstantSource clock;
    private final long maxBytes;

    /** @param maxBytes of one body, before inflation */
    public HttpFetcher(OutboundGuard guard, InstantSource clock, long maxBytes) {
        this.guard = guard;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    @Override
    public void fetch(Provider.Source source, Sink sink) throws IOException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(20))
                .build()) {
            URI uri = uri(source.location());
            for (int hop = 0; hop <= REDIRECTS; hop++) {
                HttpResponse<InputStream> response = get(client, uri);
                if (response.statusCode() / 100 == 3) {
                    uri = redirected(uri, response);
                    continue;
                }
                accept(source, response, sink);
                return;
            }
            throw new IOException(source.location() + " redirects more than " + REDIRECTS + " times");
        }
    }

    private void accept(Provider.Source source, HttpResponse<InputStream> response, Sink sink) throws IOException {
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException(source.location() + " answered " + response.statusCode());
            }
            String mediaType = source.mediaType()
                    .or(() -> response.headers().firstValue("content-type").map(MediaTypes::plain))
                    .filter(type -> !type.equals("text/plain") && !type.equals("application/octet-stream"))
                    .or(() -> MediaTypes.ofName(response.uri().getPath()))
                    .orElse("application/octet-stream");
            boolean gzip = response.headers()
                    .firstValue("content-encoding")
                    .filter(e -> e.equalsIgnoreCase("gzip"))
                    .isPresent();
            InputStream counted = new Counted(body, source.location(), maxBytes);
            InputStream bytes = gzip ? new GZIPInputStream(counted) : counted;
            sink.accept(
                    new Incoming(source.location(), mediaType, clock.instant().truncatedTo(ChronoUnit.SECONDS), bytes));
        }
    }

    private HttpResponse<InputStream> get(HttpClient client, URI uri) throws IOException {
        guard.check(uri);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header("Accept", ACCEPT)
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Pinakes (dataset catalogue harvester)")
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new IOException(uri + " did not answer in time", e);
        } catch (ConnectException e) {
            throw new IOException(uri + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + uri, e);
        }
    }

    private static URI redirected(URI uri, HttpResponse<InputStream> response) throws IOException {
        response.body().close();
        Optional<String> location = response.headers().firstValue("location");
        if (location.isEmpty()) {
            throw new IOException(uri + " answered " + response.statusCode() + " without saying where to go");
        }
        return uri.resolve(uri(location.get()));
    }

    private static URI uri(String text) throws IOException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("'" + text + "' is not a valid address", e);
        }
    }

    /** Stops a body that never ends, before inflation. */
    private static final class Counted extends FilterInputStream {
        private final String address;
        private long left;

        Counted(InputStream in, String address, long most) {
            super(in);
            this.address = address;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) throws IOException {
            left -= n;
            if (left < 0) {
                throw new IOException(address + " sends more than is accepted of one document");
            }
        }
    }
}
