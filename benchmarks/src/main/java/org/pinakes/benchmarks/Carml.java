package org.pinakes.benchmarks;

import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.CsvResolver;
import io.carml.logicalsourceresolver.JsonPathResolver;
import io.carml.util.RmlMappingLoader;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import reactor.core.publisher.Flux;

/** The peer, its mapping loaded once. */
final class Carml {
    private static final String QL = "http://semweb.mmlab.be/ns/ql#";
    private final RdfRmlMapper mapper;

    Carml(String turtle) {
        var maps = RmlMappingLoader.build()
                .load(RDFFormat.TURTLE, new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)));
        this.mapper = RdfRmlMapper.builder()
                .setLogicalSourceResolver(Values.iri(QL + "CSV"), CsvResolver::getInstance)
                .setLogicalSourceResolver(Values.iri(QL + "JSONPath"), JsonPathResolver::getInstance)
                .triplesMaps(maps)
                .build();
    }

    private Flux<Statement> statements(byte[] document) {
        return mapper.map(Map.of("input", new ByteArrayInputStream(document)));
    }

    /** How many statements it makes. */
    long count(byte[] document) {
        Long count = statements(document).count().block();
        return count == null ? 0 : count;
    }

    String ntriples(byte[] document) {
        StringWriter text = new StringWriter();
        Rio.write(statements(document).toIterable(), text, RDFFormat.NTRIPLES);
        return text.toString();
    }
}
