package org.pinakes.mappings.rows;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.datatypes.RDFDatatype;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Finding.Severity;
import org.pinakes.ontology.Place;

/** The rows of a table. It is its own row and its own parser callback, so that only cells that a rule reads become strings. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRows> implements Row {
    private final Input input;
    private final RowRequest request;
    private final Dialect dialect;
    private final Set<String> nulls;
    private final Consumer<Finding> findings;
    private final @Nullable String[] cells;
    private final Columns columns;
    private boolean headed;
    private boolean empty;
    private boolean surplus;
    private boolean tooLong;
    private int width;
    private final int after;
    private int number;
    private int count;

    CsvRows(Input input, RowRequest request, Consumer<Finding> findings) {
        this(input, request, findings, 0);
    }

    /** {@code after}: up to this row all was handed over and told by an earlier reading. */
    private CsvRows(Input input, RowRequest request, Consumer<Finding> findings, int after) {
        this.after = after;
        this.input = input;
        this.request = request;
        this.dialect = request.source().dialect();
        this.nulls = request.source().nulls();
        this.findings = f -> {
            if (after == 0 || number > after) {
                findings.accept(f);
            }
        };
        this.columns = new Columns(input.address(), "", request, this.findings);
        this.cells = new @Nullable String[request.references().size()];
    }

    void read(Reader text, Consumer<Row> rows) {
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(separator())
                .maxBufferSize(2 * SourceText.CELL)
                .quoteCharacter(dialect.quote())
                .skipEmptyLines(false)
                .trimWhitespacesAroundQuotes(dialect.trim())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
        dialect.comment()
                .ifPresent(c -> builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(c));
        CsvReader<CsvRows> reader = builder.build(this, text);
        try {
            if (dialect.skipRows() > 0) {
                reader.skipLines(dialect.skipRows());
                number = dialect.skipRows();
            }
            reader.forEach(r -> row(rows));
            if (!headed) {
                report(
                        Place.of(input.address()),
                        "lift/csv-syntax",
                        "The table is empty; its first row must name the columns.");
            }
            columns.unmapped(count);
        } catch (CsvParseException e) {
            boolean large = (e.getMessage() + " " + e.getCause()).contains("maximum buffer size");
            if (large && !(text instanceof ShortCells)) {
                again(rows);
            } else {
                stopped(e);
            }
        }
    }

    private char separator() {
        return dialect.delimiter().orElse(input.isTabSeparated() ? '\t' : ',');
    }

    /** Reads anew, with cells cut, and goes on after the last row that was handed over. */
    private void again(Consumer<Row> rows) {
        try (SourceText text = new SourceText(input.content().open(), input.encoding())) {
            new CsvRows(input, request, findings, number)
                    .read(new ShortCells(text, separator(), dialect.quote(), SourceText.CELL), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(Consumer<Row> rows) {
        number++;
        if (empty) {
            return;
        }
        if (!headed) {
            headed = true;
            columns.bind();
            if (dialect.header()) {
                return;
            }
        }
        if (tooLong) {
            report(
                    place(-1, 0),
                    "lift/too-long",
                    "The row has a cell of more than " + SourceText.CELL + " characters; the row was left out.");
            return;
        }
        if (width < columns.size() || surplus) {
            report(
                    place(-1, 0),
                    "lift/cell-count",
                    "The row has " + width + (width == 1 ? " cell" : " cells") + " and the table has " + columns.size()
                            + " columns; the row was left out. A cell that holds a separator or a quote stands in"
                            + " quotes.");
            return;
        }
        count++;
        if (number > after) {
            rows.accept(this);
        }
    }

    @Override
    protected void handleBegin(long line) {
        Arrays.fill(cells, null);
        width = 0;
        empty = false;
        surplus = false;
        tooLong = false;
    }

    @Override
    protected void handleEmpty() {
        empty = true;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        width = index + 1;
        if (length > SourceText.CELL) {
            tooLong = true;
            return;
        }
        int from = offset;
        int to = offset + length;
        if (dialect.trim() || !headed) {
            while (from < to && buffer[from] <= ' ') {
                from++;
            }
            while (from < to && buffer[to - 1] <= ' ') {
                to--;
            }
        }
        if (!headed) {
            header(index, new String(buffer, from, to - from));
        } else if (index >= columns.size()) {
            surplus |= to > from;
        } else {
            cell(columns.slot(index, to > from), buffer, from, to);
        }
    }

    private void header(int index, String text) {
        if (dialect.header()) {
            columns.add(text);
            return;
        }
        String name = String.valueOf(index + 1);
        columns.add(name);
        int slot = request.references().indexOf(name);
        if (slot >= 0 && !nulls.contains(text)) {
            cells[slot] = text;
        }
    }

    private void cell(int slot, char[] buffer, int from, int to) {
        if (slot < 0) {
            return;
        }
        String text = from == to ? "" : new String(buffer, from, to - from);
        if (nulls.isEmpty() || !nulls.contains(text)) {
            cells[slot] = text;
        }
    }

    @Override
    protected CsvRows buildRecord() {
        return this;
    }

    private void stopped(CsvParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        Place place = new Place(input.address(), "row " + (number + 1), "");
        report(
                place,
                "lift/csv-syntax",
                "The table cannot be read from here on: " + cause.getMessage()
                        + ". A quote inside a quoted cell is written twice, and each quoted cell is closed.");
    }

    private void report(Place place, String rule, String message) {
        findings.accept(Finding.at(place, Severity.VIOLATION, rule, message, ""));
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public int count(int reference) {
        return cells[reference] == null ? 0 : 1;
    }

    @Override
    public String value(int reference, int index) {
        String cell = cells[reference];
        if (cell == null) {
            throw new IllegalArgumentException("no value");
        }
        return cell;
    }

    @Override
    public @Nullable RDFDatatype datatype(int reference, int index) {
        return null;
    }

    @Override
    public Place place(int reference, int index) {
        return new Place(
                input.address(),
                "row " + number,
                reference < 0 ? "" : request.references().get(reference));
    }
}
