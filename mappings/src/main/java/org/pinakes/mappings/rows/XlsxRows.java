package org.pinakes.mappings.rows;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Finding.Severity;
import org.pinakes.ontology.Place;

/** The rows of one sheet of a workbook; its first row that holds something names the columns. */
final class XlsxRows implements Row {
    /** What spreadsheet programs show in place of a value that they cannot compute. */
    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

    /** More digits than any spreadsheet shows; protects from numbers such as 1E999999999. */
    private static final int DIGITS = 40;

    /** A cell's text and, unless it is text for the spreadsheet too, its datatype. */
    record Value(String text, @Nullable RDFDatatype datatype) {}

    private final Input input;
    private final RowRequest request;
    private final Consumer<Finding> findings;
    private final @Nullable Value[] values;
    private final int[] cells;
    private final int[] formulas;
    private final String[] firstFormulas;
    private String sheet;
    private Columns columns;
    private boolean headed;
    private int count;
    private int number;
    private int surplus;
    private String firstSurplus = "";

    XlsxRows(Input input, RowRequest request, Consumer<Finding> findings) {
        this.input = input;
        this.request = request;
        this.findings = findings;
        int references = request.references().size();
        this.values = new @Nullable Value[references];
        this.cells = new int[references];
        this.formulas = new int[references];
        this.firstFormulas = new String[references];
        this.sheet = request.source().iterator();
        this.columns = columns();
    }

    private Columns columns() {
        return new Columns(input.address(), "sheet " + sheet, request, findings);
    }

    void read(InputStream in, Consumer<Row> rows) throws IOException {
        try (ReadableWorkbook book = Workbooks.open(in)) {
            Optional<Sheet> found = sheet.isEmpty() ? book.getSheet(0) : book.findSheet(sheet);
            if (found.isEmpty()) {
                String names = book.getSheets().map(Sheet::getName).collect(Collectors.joining(", "));
                report(
                        "",
                        Severity.VIOLATION,
                        "lift/missing-sheet",
                        "The mapping reads the sheet \"" + sheet
                                + "\", which the workbook does not have. Its sheets are " + names + ".");
                return;
            }
            sheet = found.get().getName();
            columns = columns();
            try (Stream<org.dhatim.fastexcel.reader.Row> stream = found.get().openStream()) {
                rows(stream.iterator(), rows);
            }
            end();
        } catch (ZipException e) {
            report("", Severity.VIOLATION, "lift/xlsx-syntax", "The workbook cannot be read: " + e.getMessage() + ".");
        }
    }

    private void rows(Iterator<org.dhatim.fastexcel.reader.Row> all, Consumer<Row> rows) {
        for (Optional<org.dhatim.fastexcel.reader.Row> next = next(all); next.isPresent(); next = next(all)) {
            if (number > request.source().dialect().skipRows()) {
                row(next.get(), rows);
            }
        }
    }

    /** The library throws whatever it meets; the rows before are good. */
    private Optional<org.dhatim.fastexcel.reader.Row> next(Iterator<org.dhatim.fastexcel.reader.Row> all) {
        try {
            if (all.hasNext()) {
                org.dhatim.fastexcel.reader.Row next = all.next();
                number = Math.max(number + 1, next.getRowNum());
                return Optional.of(next);
            }
        } catch (RuntimeException e) {
            report(
                    "sheet " + sheet + ", row " + (number + 1),
                    Severity.VIOLATION,
                    "lift/xlsx-syntax",
                    "The sheet cannot be read from here on: " + e.getMessage() + ".");
        }
        return Optional.empty();
    }

    private void row(org.dhatim.fastexcel.reader.Row row, Consumer<Row> rows) {
        if (row.stream().allMatch(XlsxRows::isEmpty)) {
            return;
        }
        if (!headed) {
            headed = true;
            head(row);
            if (request.source().dialect().header()) {
                return;
            }
        }
        Arrays.fill(values, null);
        for (Cell cell : row) {
            if (!isEmpty(cell)) {
                cell(cell);
            }
        }
        count++;
        rows.accept(this);
    }

    /** Also a cell that is there only because it has a colour or a border. */
    private static boolean isEmpty(@Nullable Cell cell) {
        return cell == null || (cell.getFormula() == null && cell.getText().isBlank());
    }

    private void head(org.dhatim.fastexcel.reader.Row row) {
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            boolean named = request.source().dialect().header();
            columns.add(named ? isEmpty(cell) ? "" : cell.getText().strip() : String.valueOf(i + 1));
        }
        columns.bind();
    }

    private void cell(Cell cell) {
        int at = cell.getColumnIndex();
        if (at >= columns.size()) {
            firstSurplus = surplus++ == 0 ? address(at) : firstSurplus;
            return;
        }
        int slot = columns.slot(at, true);
        if (slot >= 0) {
            cells[slot] = at;
            Value value = value(cell, slot);
            values[slot] = value == null || request.source().nulls().contains(value.text()) ? null : value;
        }
    }

    private @Nullable Value value(Cell cell, int slot) {
        Object value = cell.getValue();
        boolean formula = cell.getFormula() != null && !cell.getFormula().isEmpty();
        if (formula) {
            firstFormulas[slot] = formulas[slot]++ == 0 ? position(slot) : firstFormulas[slot];
        }
        if (cell.getType() == CellType.ERROR || (formula && ERRORS.contains(cell.getText()))) {
            report(
                    place(slot, 0),
                    Severity.VIOLATION,
                    "lift/not-a-value",
                    "The cell shows the error " + cell.getRawValue() + ", which is not a value.");
            return null;
        }
        if (value == null) {
            report(
                    place(slot, 0),
                    Severity.VIOLATION,
                    "lift/formula",
                    "The cell has a formula and no stored value. Open and save the workbook in a spreadsheet program.");
            return null;
        }
        if (value instanceof Boolean) {
            return new Value(value.toString(), XSDDatatype.XSDboolean);
        }
        return value instanceof BigDecimal n
                ? SheetDates.value(cell, n).orElseGet(() -> numeric(n))
                : new Value(request.source().dialect().trim() ? cell.getText().strip() : cell.getText(), null);
    }

    private static Value numeric(BigDecimal number) {
        BigDecimal n = number.stripTrailingZeros();
        boolean whole = n.scale() <= 0 && n.precision() - n.scale() <= DIGITS;
        return whole
                ? new Value(n.toBigInteger().toString(), XSDDatatype.XSDinteger)
                : new Value(number.toString(), XSDDatatype.XSDdouble);
    }

    private void end() {
        if (!headed) {
            report(
                    "sheet " + sheet,
                    Severity.VIOLATION,
                    "lift/xlsx-syntax",
                    "The sheet is empty; its first row must name the columns.");
        }
        columns.unmapped(count);
        for (int i = 0; i < formulas.length; i++) {
            if (formulas[i] > 0) {
                String column = request.references().get(i);
                report(
                        new Place(input.address(), firstFormulas[i], column),
                        Severity.INFO,
                        "lift/formula",
                        "The column \"" + column + "\" has formulas in " + formulas[i] + " of " + count
                                + " rows, here first; the values that were last computed are read.");
            }
        }
        if (surplus > 0) {
            report(
                    firstSurplus,
                    Severity.WARNING,
                    "lift/cell-count",
                    "Right of the last named column " + (surplus == 1 ? "one cell is" : surplus + " cells are")
                            + " filled, here first; they are not read.");
        }
    }

    private void report(String position, Severity severity, String rule, String message) {
        report(new Place(input.address(), position, ""), severity, rule, message);
    }

    private void report(Place place, Severity severity, String rule, String message) {
        findings.accept(Finding.at(place, severity, rule, message, ""));
    }

    @Override
    public long number() {
        return number;
    }

    /** Other sheets have rows of the same number. */
    @Override
    public String name() {
        return sheet + "!" + number;
    }

    @Override
    public int count(int reference) {
        return values[reference] == null ? 0 : 1;
    }

    private Value value(int reference) {
        Value value = values[reference];
        if (value == null) {
            throw new IllegalArgumentException("no value");
        }
        return value;
    }

    @Override
    public String value(int reference, int index) {
        return value(reference).text();
    }

    @Override
    public @Nullable RDFDatatype datatype(int reference, int index) {
        return value(reference).datatype();
    }

    @Override
    public Place place(int reference, int index) {
        return reference < 0
                ? new Place(input.address(), "sheet " + sheet + ", row " + number, "")
                : new Place(
                        input.address(),
                        position(reference),
                        request.references().get(reference));
    }

    private String position(int reference) {
        return address(cells[reference]);
    }

    private String address(int column) {
        String letters = "";
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters = (char) ('A' + c % 26) + letters;
        }
        return "sheet " + sheet + ", cell " + letters + number;
    }
}
