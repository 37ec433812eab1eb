package org.pinakes.mappings.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Finding.Severity;
import org.pinakes.ontology.Place;

/** The head of a table: which column serves which reference, and which serves none. */
final class Columns {
    private final String document;
    private final String position;
    private final RowRequest request;
    private final Consumer<Finding> findings;
    private final List<String> names = new ArrayList<>();
    private int[] slots = {};
    private int[] filled = {};

    /** {@code position}: where in the document the table stands; empty if it is the whole document. */
    Columns(String document, String position, RowRequest request, Consumer<Finding> findings) {
        this.document = document;
        this.position = position;
        this.request = request;
        this.findings = findings;
    }

    void add(String name) {
        names.add(name);
    }

    int size() {
        return names.size();
    }

    /** After the last {@link #add}. */
    void bind() {
        List<String> references = request.references();
        slots = new int[names.size()];
        filled = new int[names.size()];
        Arrays.fill(slots, -1);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < slots.length; i++) {
            String name = names.get(i);
            if (seen.add(name)) {
                slots[i] = references.indexOf(name);
            } else if (references.contains(name)) {
                String message = "Two columns are named \"" + name + "\"; the first is read.";
                report(name, Severity.WARNING, "lift/duplicate-column", message);
            }
        }
        references.stream().filter(r -> !seen.contains(r)).forEach(this::missing);
    }

    private void missing(String column) {
        boolean joined = names.size() == 1 && names.get(0).matches("(?s).*[;\\t|,].*");
        String hint = joined ? " It looks as if another separator were used; a csvw:dialect describes it." : "";
        String message = "The mapping reads the column \"" + column
                + "\", which the table does not have. Its columns are " + String.join(", ", names) + "." + hint;
        report(column, Severity.VIOLATION, "lift/missing-column", message);
    }

    /** The number of the reference that the column serves, or -1; notes whether the cell holds something. */
    int slot(int column, boolean isFilled) {
        if (isFilled) {
            filled[column]++;
        }
        return slots[column];
    }

    /** Tells of the columns that say something and that no rule reads. */
    void unmapped(int rows) {
        for (int i = 0; i < filled.length; i++) {
            String column = names.get(i);
            boolean read =
                    request.references().contains(column) || request.known().contains(column);
            if (filled[i] > 0 && !read && !column.isEmpty()) {
                String message = "No rule reads the column \"" + column + "\", which is filled in " + filled[i] + " of "
                        + rows + " rows.";
                report(column, Severity.INFO, "lift/unmapped-column", message);
            }
        }
    }

    private void report(String column, Severity severity, String rule, String message) {
        findings.accept(Finding.at(new Place(document, position, column), severity, rule, message, ""));
    }
}
