package org.pinakes.mappings;

import org.pinakes.mappings.rows.Row;

/** A term map made ready for one run: references are numbers, constants are nodes. */
interface TermMaker {

    /** Adds the terms that the row gives; none where a value is missing or cannot become a term. */
    void make(Row row, TermBuffer out);
}
