package org.pinakes.ontology;

/** What publishing did with one record. Numbers rise by one for each change that is kept in the log. */
public sealed interface Change {

    String record();

    /** A change that the log keeps. */
    sealed interface Numbered extends Change {
        long number();
    }

    record Created(long number, String record) implements Numbered {}

    record Updated(long number, String record) implements Numbered {}

    /** The description is the same; it now comes from another document or provider. */
    record Moved(long number, String record) implements Numbered {}

    /** The provider no longer lists it. Its IRI stays and answers 410. */
    record Withdrawn(long number, String record) implements Numbered {}

    /** Isomorphic to what is published; nothing was written. */
    record Unchanged(String record) implements Change {}
}
