package org.pinakes.mappings;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.RDFDatatype;
import org.jspecify.annotations.Nullable;
import org.pinakes.mappings.rows.Row;
import org.pinakes.ontology.Place;

/** A row whose values are cut at a separator: each piece is a value of its own ({@code pin:split}). */
final class SplitRow implements Row {
    private final Row row;
    private final String separator;
    private final List<List<String>> pieces = new ArrayList<>();

    SplitRow(Row row, String separator) {
        this.row = row;
        this.separator = separator;
    }

    private List<String> pieces(int reference) {
        while (pieces.size() <= reference) {
            pieces.add(List.of());
        }
        List<String> found = pieces.get(reference);
        if (found.isEmpty()) {
            found = new ArrayList<>();
            for (int i = 0; i < row.count(reference); i++) {
                cut(row.value(reference, i), found);
            }
            pieces.set(reference, found);
        }
        return found;
    }

    private void cut(String value, List<String> out) {
        int from = 0;
        while (from <= value.length()) {
            int to = value.indexOf(separator, from);
            int end = to < 0 ? value.length() : to;
            String piece = value.substring(from, end).strip();
            if (!piece.isEmpty()) {
                out.add(piece);
            }
            from = end + separator.length();
        }
    }

    @Override
    public long number() {
        return row.number();
    }

    @Override
    public int count(int reference) {
        return pieces(reference).size();
    }

    @Override
    public String value(int reference, int index) {
        return pieces(reference).get(index);
    }

    @Override
    public @Nullable RDFDatatype datatype(int reference, int index) {
        return null;
    }

    @Override
    public Place place(int reference, int index) {
        return row.place(reference, 0);
    }

    /** The value as it stands in the source, uncut. */
    String whole(int reference) {
        return row.count(reference) == 1 ? row.value(reference, 0) : String.join(separator, pieces(reference));
    }
}
