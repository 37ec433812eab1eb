package org.pinakes.ontology;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The small tables that curators edit: a line of names, then rows; a line that begins with {@code #} is a comment. */
public final class CsvFile {
    private CsvFile() {}

    /** @param place file and line, for messages */
    public record Row(String place, Map<String, String> cells) {
        /** Without blanks around it; empty if the row ends earlier. */
        public String cell(String name) {
            return cells.getOrDefault(name, "");
        }
    }

    /** The rows; none if there is no such file. Each column that is needed must stand in the first line. */
    public static List<Row> read(Path file, char separator, List<String> needed) {
        List<Row> rows = new ArrayList<>();
        if (!Files.exists(file)) {
            return rows;
        }
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            List<String> names = List.of();
            for (CsvRecord record : records) {
                String place = file + ", line " + record.getStartingLineNumber();
                if (names.isEmpty()) {
                    names = names(record, needed, place);
                } else {
                    rows.add(row(names, record, place));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvParseException e) {
            throw new InputProblem(file + ": this is not a table: " + e.getMessage() + ".", e);
        }
        return rows;
    }

    private static List<String> names(CsvRecord record, List<String> needed, String place) {
        List<String> names = record.getFields().stream().map(String::strip).toList();
        if (!names.containsAll(needed)) {
            throw new InputProblem(place + ": expected the columns " + String.join(", ", needed) + "; found "
                    + String.join(", ", names) + ".");
        }
        return names;
    }

    private static Row row(List<String> names, CsvRecord record, String place) {
        if (record.getFieldCount() > names.size()) {
            throw new InputProblem(place + ": there are " + record.getFieldCount() + " cells and only " + names.size()
                    + " columns; put a cell that holds the separator into quotes.");
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            cells.put(names.get(i), record.getField(i).strip());
        }
        return new Row(place, cells);
    }
}
