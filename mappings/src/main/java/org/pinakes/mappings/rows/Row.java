package org.pinakes.mappings.rows;

import org.apache.jena.datatypes.RDFDatatype;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Place;

/**
 * One iteration of a logical source. References are numbered in the order in which the reader was given them. A reader uses
 * the same object for the next row, so a row is read before the call that hands it over returns.
 */
public interface Row {

    /** Tells the row from the other rows of the same reading, and is the same in every reading of the source. */
    long number();

    /** Tells the row from all other rows of the document, in whatever reading. */
    default String name() {
        return Long.toString(number());
    }

    /** The key under which a value stands where the reference takes any ({@code *}); empty where there are no keys. */
    default String key(int reference, int index) {
        return "";
    }

    /** How many values the reference has here: none for an empty key or a null, several for an array. */
    int count(int reference);

    /** The value as it stands in the source; {@code index} is below {@link #count}. */
    String value(int reference, int index);

    /** The datatype that the source's own syntax gives the value (RML-Core, natural datatype); null for plain text. */
    @Nullable
    RDFDatatype datatype(int reference, int index);

    /** Where a value of the reference stands; a negative reference asks for the place of the row. */
    Place place(int reference, int index);
}
