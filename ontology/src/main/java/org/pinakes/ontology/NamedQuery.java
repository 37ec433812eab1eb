package org.pinakes.ontology;

import java.util.List;

/**
 * A SPARQL query in a file of its own; its head comment is its documentation.
 *
 * @param name the file's name without {@code .rq}
 * @param text the SPARQL
 */
public record NamedQuery(String name, String title, String description, List<Parameter> parameters, String text) {

    public NamedQuery {
        parameters = List.copyOf(parameters);
    }

    /** A variable that the caller binds: {@code # param: modality iri "Imaging modality"}. */
    public record Parameter(String name, String type, String label) {}
}
