package org.pinakes.harvester.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.pinakes.harvester.rdf.RdfReader;
import org.pinakes.harvester.rdf.StatementLines;
import org.pinakes.ontology.Document;
import org.pinakes.ontology.InputProblem;

/**
 * RDF that somebody brings to have it judged.
 *
 * @param name as the person knows it
 * @param mediaType empty when it has to be told from the first characters
 */
public record Incoming(String name, Optional<String> mediaType, Document.Content content) {
    /** Relative IRIs become IRIs of a host that does not exist. */
    private static final String BASE = "https://pinakes.invalid/judged/";

    private static final int START = 512;

    /** The syntaxes, by the media type that is wanted for each. */
    public static final List<String> MEDIA_TYPES = List.of(
            "text/turtle",
            "application/ld+json",
            "application/rdf+xml",
            "application/n-triples",
            "application/n-quads",
            "application/trig");

    /**
     * Reads it.
     *
     * @param most statements that are read
     * @throws InputProblem that says line, column, what is wrong and what was expected
     */
    public Graph read(long most) throws IOException {
        String type = type();
        if (!RdfReader.reads(type)) {
            throw new InputProblem(
                    name + ": '" + type + "' is not read here; allowed are " + String.join(", ", MEDIA_TYPES) + ".");
        }
        RdfReader.Read read = new RdfReader(most).read(document(type), BASE);
        if (read.fault().isPresent()) {
            throw new InputProblem(told(read.fault().get(), type));
        }
        return read.graph();
    }

    /** Where its statements stand. */
    StatementLines lines() throws IOException {
        return StatementLines.of(document(type()), BASE);
    }

    private Document document(String type) {
        return new Document(name, type, Instant.EPOCH, "", 0, content);
    }

    private String type() throws IOException {
        return mediaType.isPresent() ? mediaType.get() : guess();
    }

    private String told(RdfReader.Fault fault, String type) throws IOException {
        String where = fault.position().isEmpty() ? "" : ", " + fault.position();
        return name + where + ": " + Expected.sentence(fault.reason(), syntax(type)) + excerpt(fault.position());
    }

    private static String syntax(String type) {
        return switch (type) {
            case "text/turtle" -> "Turtle";
            case "application/ld+json" -> "JSON-LD";
            case "application/rdf+xml" -> "RDF/XML";
            case "application/n-triples" -> "N-Triples";
            default -> type;
        };
    }

    /** The line that the position names. */
    private String excerpt(String position) throws IOException {
        if (!position.matches("line \\d{1,9}, column -?\\d+")) {
            return "";
        }
        int line = Integer.parseInt(position.replaceAll("line (\\d+),.*", "$1"));
        try (InputStream in = content.open()) {
            String text = new String(in.readNBytes(10_000_000), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(line - 1L)
                    .findFirst()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .map(l -> " The line is: " + (l.length() > 120 ? l.substring(0, 120) + "…" : l))
                    .orElse("");
        }
    }

    /** JSON-LD begins with a brace or with a list of objects, XML with a tag; everything else is tried as Turtle. */
    private String guess() throws IOException {
        try (InputStream in = content.open()) {
            String start = new String(in.readNBytes(START), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .strip();
            if (start.startsWith("{") || start.matches("(?s)\\[\\s*\\{.*")) {
                return "application/ld+json";
            }
            return start.matches("(?s)<(\\?xml|!--|!DOCTYPE|rdf:RDF|\\w+:RDF).*")
                    ? "application/rdf+xml"
                    : "text/turtle";
        }
    }
}
