package org.pinakes.mappings.rml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** Says how one RDF term (or several) is made from a row. */
public sealed interface TermMap {

    /** The references it reads, its language's and datatype's included. */
    Stream<String> references();

    /** The same term for every row. */
    record Constant(Node term) implements TermMap {
        @Override
        public Stream<String> references() {
            return Stream.empty();
        }
    }

    /** Each value of a column or path becomes a term. */
    record Reference(String reference, Form form) implements TermMap {
        @Override
        public Stream<String> references() {
            return Stream.concat(Stream.of(reference), form.references());
        }
    }

    /** Values put into a text; every combination of values where references have several. */
    record Template(List<Part> parts, Form form) implements TermMap {
        public Template {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<String> references() {
            Stream<String> own = parts.stream().mapMulti((part, out) -> {
                if (part instanceof Part.Value value) {
                    out.accept(value.reference());
                }
            });
            return Stream.concat(own, form.references());
        }
    }

    /** A new blank node for every row: a subject map that says nothing but its term type. */
    record Fresh() implements TermMap {
        @Override
        public Stream<String> references() {
            return Stream.empty();
        }
    }

    /** The second where the first gives nothing ({@code pin:otherwise}). */
    record Otherwise(TermMap first, TermMap second) implements TermMap {
        @Override
        public Stream<String> references() {
            return Stream.concat(first.references(), second.references());
        }
    }

    /** As a language: the key under which the value stands ({@code pin:Key}). */
    record Key() implements TermMap {
        @Override
        public Stream<String> references() {
            return Stream.empty();
        }
    }

    /** A piece of a template. */
    sealed interface Part {
        record Text(String text) implements Part {}

        record Value(String reference) implements Part {}
    }

    /**
     * What becomes of a value.
     *
     * @param separator {@code pin:split}: a value is cut there, pieces are trimmed and empty ones dropped
     * @param keep {@code pin:keep}: letters of values that a template does not encode
     */
    record Form(
            TermType type,
            Optional<TermMap> language,
            Optional<TermMap> datatype,
            Optional<String> separator,
            String keep) {
        Stream<String> references() {
            return Stream.concat(language.stream(), datatype.stream()).flatMap(TermMap::references);
        }
    }
}
