package org.pinakes.mappings.rml;

/** RML-Core term types. The unsafe ones take values as they are and are not checked. */
public enum TermType {
    IRI("IRI"),
    URI("URI"),
    UNSAFE_IRI("UnsafeIRI"),
    UNSAFE_URI("UnsafeURI"),
    BLANK_NODE("BlankNode"),
    LITERAL("Literal");

    private final String term;

    TermType(String term) {
        this.term = term;
    }

    /** The last part of its IRI in the vocabulary. */
    String term() {
        return term;
    }

    public boolean isIri() {
        return this != BLANK_NODE && this != LITERAL;
    }

    public boolean isSafe() {
        return this != UNSAFE_IRI && this != UNSAFE_URI;
    }
}
