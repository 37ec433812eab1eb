package org.pinakes.server.store;

import org.apache.jena.sys.JenaSubsystemLifecycle;

/**
 * Makes TDB2 keep literals letter by letter. Left alone it keeps short numbers and dates as values and gives {@code
 * "1234"^^xsd:decimal} back as {@code "1234.0"}, so a provider's triple would be lost. Integers and doubles that are not
 * written in their canonical form ({@code "0012"^^xsd:integer}) still come back as the same value in that form. Jena finds this class by its service
 * file and starts it before TDB2, which reads the setting once.
 */
public final class LiteralsAsWritten implements JenaSubsystemLifecycle {
    private static final int BEFORE_TDB2 = 39;

    @Override
    public void start() {
        System.setProperty("tdb:store.enableInlineLiterals", "false");
    }

    @Override
    public void stop() {
        // The setting is read once; there is nothing to undo.
    }

    @Override
    public int level() {
        return BEFORE_TDB2;
    }
}
