package org.pinakes.harvester.fetch;

import java.io.IOException;
import org.pinakes.harvester.raw.RawStore.Incoming;
import org.pinakes.ontology.Provider;

/**
 * Gets the documents of a source. Either all of them reach the sink or an {@link IOException} is thrown, whose message
 * says in a sentence what could not be had; a source that gives less than it has would look like withdrawn datasets.
 */
public interface Fetcher {

    /** Takes one document; closes its bytes. */
    @FunctionalInterface
    interface Sink {
        void accept(Incoming incoming) throws IOException;
    }

    void fetch(Provider.Source source, Sink sink) throws IOException;
}
