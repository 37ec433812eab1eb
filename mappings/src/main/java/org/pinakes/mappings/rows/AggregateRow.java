package org.pinakes.mappings.rows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Finding.Severity;
import org.pinakes.ontology.Place;

/**
 * All rows of a source as one. A row is one person or one examination, so no row and no value of few rows leaves this class:
 * counts and values that fewer than {@value #THRESHOLD} rows have are left out, and findings quote nothing.
 */
final class AggregateRow implements Row {
    /** Counts below this many are not kept (DESIGN section 7). */
    private static final int THRESHOLD = 10;

    private static final BigDecimal OLDEST = BigDecimal.valueOf(90);
    private static final Pattern DATE = Pattern.compile("(\\d{4})-\\d{2}.*");
    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d{1,15}(?:\\.\\d{1,15})?)\\+?");

    private final Input input;
    private final RowRequest request;
    private final Consumer<Finding> findings;
    private final List<String> columns;
    private final List<Column> read = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>();
    private int count;

    /** What is known of one column so far. */
    private static final class Column {
        private final Map<String, Integer> rowsOf = new TreeMap<>();
        private BigDecimal sum = BigDecimal.ZERO;
        private @Nullable BigDecimal least;
        private @Nullable BigDecimal most;
        private int numbers;
        private int others;

        void row(Set<String> values) {
            for (String value : values) {
                rowsOf.merge(value, 1, Integer::sum);
                Optional<BigDecimal> number = number(value);
                number.ifPresentOrElse(this::number, () -> others++);
            }
        }

        private void number(BigDecimal number) {
            numbers++;
            sum = sum.add(number);
            least = least == null ? number : number.min(least);
            most = most == null ? number : number.max(most);
        }

        /** A date counts as its year, because the day of an examination says too much. */
        private static Optional<BigDecimal> number(String value) {
            var date = DATE.matcher(value);
            String text = date.matches() ? date.group(1) : value;
            var number = NUMBER.matcher(text);
            return number.matches() ? Optional.of(new BigDecimal(number.group(1))) : Optional.empty();
        }
    }

    AggregateRow(Input input, RowRequest request, Consumer<Finding> findings) {
        this.input = input;
        this.request = request;
        this.findings = findings;
        this.columns = aggregates().stream()
                .map(Aggregate::reference)
                .filter(r -> !r.isEmpty())
                .distinct()
                .toList();
        columns.forEach(c -> read.add(new Column()));
    }

    private List<Aggregate> aggregates() {
        return request.references().stream().map(Aggregate::parse).toList();
    }

    void read(Consumer<Row> rows) {
        LogicalSource s = request.source();
        LogicalSource each = new LogicalSource(
                s.file(), s.formulation(), s.iterator(), s.nulls(), s.dialect(), s.namespaces(), false);
        Rows.read(input, new RowRequest(each, columns, Set.of()), f -> findings.accept(discreet(f)), this::add);
        if (count == 0) {
            return;
        }
        aggregates().forEach(a -> values.add(value(a)));
        rows.accept(this);
    }

    private void add(Row row) {
        count++;
        for (int i = 0; i < columns.size(); i++) {
            Set<String> found = new HashSet<>();
            for (int v = 0; v < row.count(i); v++) {
                found.add(row.value(i, v).strip());
            }
            read.get(i).row(found);
        }
    }

    private List<String> value(Aggregate aggregate) {
        if (aggregate.reference().isEmpty()) {
            return enough(aggregate, count, String.valueOf(count));
        }
        Column column = read.get(columns.indexOf(aggregate.reference()));
        return switch (aggregate.function()) {
            case COUNT -> {
                int different = column.rowsOf.size();
                yield enough(aggregate, different, String.valueOf(different));
            }
            case SUM -> number(aggregate, column, column.sum);
            case MIN -> number(aggregate, column, column.least);
            case MAX -> number(aggregate, column, column.most);
            case MIN_AGE -> number(aggregate, column, tens(column.least, RoundingMode.FLOOR));
            case MAX_AGE -> number(aggregate, column, tens(column.most, RoundingMode.CEILING));
            case DISTINCT -> distinct(aggregate, column);
        };
    }

    private List<String> distinct(Aggregate aggregate, Column column) {
        List<String> often = column.rowsOf.entrySet().stream()
                .filter(e -> e.getValue() >= THRESHOLD)
                .map(Map.Entry::getKey)
                .toList();
        if (often.size() < column.rowsOf.size()) {
            few(aggregate, "Values that fewer than " + THRESHOLD + " rows have were left out of it.");
        }
        return often;
    }

    private static @Nullable BigDecimal tens(@Nullable BigDecimal age, RoundingMode mode) {
        return age == null
                ? null
                : age.divide(BigDecimal.TEN, 0, mode).multiply(BigDecimal.TEN).min(OLDEST);
    }

    /** Whole numbers, because all that is read here is counted. */
    private List<String> number(Aggregate aggregate, Column column, @Nullable BigDecimal number) {
        if (column.others > 0) {
            String message = "Values that are not numbers were left out of it.";
            finding(aggregate, Severity.WARNING, "lift/not-a-number", message);
        }
        return number == null
                ? List.of()
                : enough(
                        aggregate,
                        column.numbers,
                        number.setScale(0, RoundingMode.FLOOR).toPlainString());
    }

    private List<String> enough(Aggregate aggregate, int rows, String value) {
        if (rows >= THRESHOLD) {
            return List.of(value);
        }
        few(aggregate, "It is not kept, because it stands for fewer than " + THRESHOLD + ".");
        return List.of();
    }

    private void few(Aggregate aggregate, String message) {
        finding(aggregate, Severity.INFO, "lift/small-number", message);
    }

    private void finding(Aggregate aggregate, Severity severity, String rule, String message) {
        Place place = new Place(input.address(), "", aggregate.reference());
        findings.accept(Finding.at(place, severity, rule, aggregate + ": " + message, ""));
    }

    /** Without anything that the rows say: no values, no pieces of text, no small numbers. */
    private static Finding discreet(Finding f) {
        String field = f.place().map(Place::field).orElse("");
        String message =
                switch (f.rule()) {
                    case "lift/unmapped-column" -> "No rule reads the column \"" + field + "\".";
                    case "lift/unmapped-key" -> "No rule reads the key \"" + field + "\".";
                    case "lift/missing-column", "lift/duplicate-column", "lift/cell-count" -> f.message();
                    default -> "The rows cannot all be read as the mapping says; what is wrong is not quoted here.";
                };
        return new Finding(f.severity(), f.rule(), message, f.focus(), f.path(), Optional.empty(), f.place());
    }

    @Override
    public long number() {
        return 1;
    }

    @Override
    public int count(int reference) {
        return values.get(reference).size();
    }

    @Override
    public String value(int reference, int index) {
        return values.get(reference).get(index);
    }

    @Override
    public @Nullable RDFDatatype datatype(int reference, int index) {
        return Aggregate.parse(request.references().get(reference)).function() == Aggregate.Function.DISTINCT
                ? null
                : XSDDatatype.XSDinteger;
    }

    @Override
    public Place place(int reference, int index) {
        String field = reference < 0 ? "" : request.references().get(reference);
        return new Place(input.address(), "all rows", field);
    }
}
