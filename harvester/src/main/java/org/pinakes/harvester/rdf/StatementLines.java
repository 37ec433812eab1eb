package org.pinakes.harvester.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.ParserProfileWrapper;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.pinakes.ontology.Document;

/** On which line of a Turtle, N-Triples, TriG or N-Quads document a statement stands. Other syntaxes have no lines that say anything. */
public final class StatementLines {
    private static final long MOST = 200_000;

    private final Map<String, Long> lines = new HashMap<>();
    private long count;

    private StatementLines() {}

    /** Reads the document once more. None of its lines is known when it has very many statements. */
    public static StatementLines of(Document document, String base) throws IOException {
        StatementLines lines = new StatementLines();
        Lang lang = RDFLanguages.contentTypeToLang(document.mediaType());
        if (lang != null && (lang.equals(Lang.TURTLE) || lang.equals(Lang.NTRIPLES) || RDFLanguages.isQuads(lang))) {
            lines.read(document, lang, base);
        }
        return lines;
    }

    private void read(Document document, Lang lang, String base) throws IOException {
        var profile =
                new ParserProfileWrapper(RiotLib.profile(lang, base, ErrorHandlerFactory.errorHandlerStrictNoLogging)) {
                    @Override
                    public Triple createTriple(Node s, Node p, Node o, long line, long column) {
                        note(s, p, o, line);
                        return super.createTriple(s, p, o, line, column);
                    }

                    @Override
                    public Quad createQuad(Node g, Node s, Node p, Node o, long line, long column) {
                        note(s, p, o, line);
                        return super.createQuad(g, s, p, o, line, column);
                    }
                };
        try (InputStream in = document.content().open()) {
            RDFParserRegistry.getFactory(lang)
                    .create(lang, profile)
                    .read(in, base, lang.getContentType(), StreamRDFLib.sinkNull(), new Context());
        } catch (RiotException e) {
            // It was read before, so this can only be that there is too much of it.
            lines.clear();
        }
    }

    private void note(Node s, Node p, Node o, long line) {
        if (++count > MOST) {
            throw new RiotException("too many statements");
        }
        if (s.isURI()) {
            lines.putIfAbsent(key(s.getURI(), "", ""), line);
            lines.putIfAbsent(key(s.getURI(), p.getURI(), ""), line);
            lines.putIfAbsent(key(s.getURI(), p.getURI(), NodeFmtLib.strNT(o)), line);
        }
    }

    private static String key(String subject, String property, String object) {
        return subject + " " + property + " " + object;
    }

    /**
     * Where the statement stands, else the first with that property, else the first about that subject.
     *
     * @param object in N-Triples
     */
    public OptionalLong line(String subject, Optional<String> property, Optional<String> object) {
        Long found = lines.get(key(subject, property.orElse(""), object.orElse("")));
        if (found == null) {
            found = lines.get(key(subject, property.orElse(""), ""));
        }
        if (found == null) {
            found = lines.get(key(subject, "", ""));
        }
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }
}
