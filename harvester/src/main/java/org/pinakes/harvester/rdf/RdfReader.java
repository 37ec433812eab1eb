package org.pinakes.harvester.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;

/** RIOT in strict mode over bytes. Named graphs in a document are read as one. */
public final class RdfReader {

    private final long most;

    public RdfReader() {
        this(Long.MAX_VALUE);
    }

    /** @param most statements that are read; a document with more is broken */
    public RdfReader(long most) {
        this.most = most;
    }

    /**
     * What was read.
     *
     * @param graph empty when the document is broken
     * @param broken the syntax error that stopped the reading, told as a finding too
     * @param fault the same error in the parser's words, without its consequences
     */
    public record Read(Graph graph, List<Finding> findings, boolean broken, Optional<Fault> fault) {}

    /** @param position {@code line 4, column 7}, or empty when it is not known */
    public record Fault(String reason, String position) {}

    /** Whether RIOT has a parser for the media type. */
    public static boolean reads(String mediaType) {
        return language(mediaType).isPresent();
    }

    /** @param base for relative IRIs */
    public Read read(Document document, String base) throws IOException {
        Lang lang = language(document.mediaType()).orElseThrow();
        Faults faults = new Faults(document.address());
        Graph graph = GraphMemFactory.createDefaultGraph();
        try (InputStream in = document.content().open()) {
            RDFParser.source(in)
                    .lang(lang)
                    .base(base)
                    .errorHandler(faults)
                    .set(LangJSONLD11.JSONLD_OPTIONS, offline())
                    .parse(new Into(graph));
            return new Read(graph, faults.findings, false, Optional.empty());
        } catch (RiotException e) {
            if (!faults.stopped) {
                faults.stop(reason(e), "");
            }
        } catch (StackOverflowError e) {
            faults.stop("it is nested too deeply", "");
        }
        return new Read(GraphMemFactory.createDefaultGraph(), faults.findings, true, faults.fault);
    }

    private static Optional<Lang> language(String mediaType) {
        return Optional.ofNullable(RDFLanguages.contentTypeToLang(mediaType))
                .filter(lang -> RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang));
    }

    private static String reason(RiotException e) {
        String message = e.getMessage() == null ? "it cannot be read" : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }

    /** JSON-LD 1.1 API section 9.4: a loader that loads nothing. A remote context is a fault of the document. */
    private static JsonLdOptions offline() {
        return new JsonLdOptions((url, options) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "it needs the remote context " + url + ", and remote contexts are not fetched; put the context into"
                            + " the document");
        });
    }

    private final class Into extends StreamRDFBase {
        private final Graph graph;
        private long count;

        Into(Graph graph) {
            this.graph = graph;
        }

        @Override
        public void triple(Triple triple) {
            if (++count > most) {
                throw new RiotException("it has more than " + most + " statements, and more are not read");
            }
            graph.add(triple);
        }

        @Override
        public void quad(Quad quad) {
            triple(quad.asTriple());
        }
    }

    private static final class Faults implements ErrorHandler {
        private static final int KEPT = 50;
        private final String address;
        private final List<Finding> findings = new ArrayList<>();
        private boolean stopped;
        private Optional<Fault> fault = Optional.empty();

        Faults(String address) {
            this.address = address;
        }

        @Override
        public void warning(String message, long line, long column) {
            if (findings.size() < KEPT) {
                findings.add(Finding.at(
                        new Place(address, position(line, column), ""),
                        Finding.Severity.WARNING,
                        "lift/doubtful-rdf",
                        message,
                        ""));
            }
        }

        @Override
        public void error(String message, long line, long column) {
            fatal(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            stop(message, position(line, column));
            throw new RiotException(message);
        }

        void stop(String message, String position) {
            stopped = true;
            fault = Optional.of(new Fault(message, position));
            findings.add(Finding.at(
                    new Place(address, position, ""),
                    Finding.Severity.VIOLATION,
                    "lift/syntax",
                    "The document could not be read: " + message
                            + ". Nothing of it was taken; what was published from it before stays.",
                    ""));
        }

        private static String position(long line, long column) {
            return line < 0 ? "" : "line " + line + ", column " + column;
        }
    }
}
