package org.pinakes.ontology;

/**
 * One thing to mend in many records, and what that gains.
 *
 * @param field what the field is called
 * @param message of one of the findings
 * @param records how many records break the rule
 * @param frees how many of them conform to the profile once this and the repairs before it are made
 */
public record Repair(String profile, String rule, String field, String message, int records, int frees) {}
