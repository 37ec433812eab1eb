package org.pinakes.mappings.rml;

/** RML-Core term types. The unsafe ones take values as they are and are not checked. */
public enum TermType {
    IRI,
    URI,
    UNSAFE_IRI,
    UNSAFE_URI,
    BLANK_NODE,
    LITERAL;

    public boolean isIri() {
        return this != BLANK_NODE && this != LITERAL;
    }

    public boolean isSafe() {
        return this != UNSAFE_IRI && this != UNSAFE_URI;
    }
}
