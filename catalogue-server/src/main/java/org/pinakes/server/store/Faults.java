package org.pinakes.server.store;

/** Is told each step of a write, so that the crash test can end the process between any two of them. */
@FunctionalInterface
interface Faults {
    Faults NONE = step -> {};

    void at(String step);
}
