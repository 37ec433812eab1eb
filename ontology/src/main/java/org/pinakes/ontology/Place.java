package org.pinakes.ontology;

/**
 * Where in a source something stands, so that a curator can go there and mend it.
 *
 * @param document the document's address
 * @param position {@code row 12}, a JSON pointer such as {@code /3/doi}, {@code line 4, column 7}, or empty for the whole
 * @param field column or key, or empty
 */
public record Place(String document, String position, String field) {

    /** The whole document. */
    public static Place of(String document) {
        return new Place(document, "", "");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(document);
        if (!position.isEmpty()) {
            text.append(", ").append(position);
        }
        if (!field.isEmpty()) {
            text.append(", ").append(field);
        }
        return text.toString();
    }
}
