package org.pinakes.harvester.pass;

/** Is told how far a run has come. */
@FunctionalInterface
public interface Progress {

    /**
     * @param what step and provider, in a few words
     * @param total 0 when it is not known yet
     */
    void at(String what, long done, long total);

    Progress NONE = (what, done, total) -> {};
}
