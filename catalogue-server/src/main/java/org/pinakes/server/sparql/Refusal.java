package org.pinakes.server.sparql;

import org.apache.jena.query.QueryExecException;

/** A query asked for something that the guard does not allow. */
final class Refusal extends QueryExecException {
    private static final long serialVersionUID = 1;

    /** Found again in the text that the protocol layer makes of an exception. */
    static final String MARK = "refused: ";

    Refusal(String message) {
        super(MARK + message);
    }
}
