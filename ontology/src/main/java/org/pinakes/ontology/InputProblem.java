package org.pinakes.ontology;

/**
 * A file, option or directory that a person gave and that cannot be used. The message is one sentence (or two) for that
 * person: where, what was found, what is allowed. Shown without a stack trace; the command ends with exit code 2.
 */
public final class InputProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InputProblem(String message) {
        super(message);
    }

    public InputProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
