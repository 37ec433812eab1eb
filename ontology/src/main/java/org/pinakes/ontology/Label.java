package org.pinakes.ontology;

/**
 * A name of a concept.
 *
 * @param language tag, empty if none was given
 * @param hidden whether it is only understood and never shown ({@code skos:hiddenLabel})
 */
public record Label(String text, String language, boolean hidden) {}
