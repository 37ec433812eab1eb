package org.pinakes.mappings.rows;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** Tells by its number format (ECMA-376 part 1, section 18.8.30) whether a spreadsheet's number is a date, and writes it as one. */
final class SheetDates {
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_465); // 9999-12-31

    private SheetDates() {}

    /** Empty when the number is just a number. */
    static Optional<XlsxRows.Value> value(Cell cell, BigDecimal number) {
        String letters = letters(cell.getDataFormatId(), cell.getDataFormatString());
        boolean hours = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        boolean days = letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0 || (!hours && letters.indexOf('m') >= 0);
        if ((!days && !hours) || number.signum() < 0 || number.compareTo(LAST) > 0) {
            return Optional.empty();
        }
        LocalDateTime time = cell.asDate().plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
        boolean midnight = time.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (!days && number.compareTo(BigDecimal.ONE) < 0) {
            String text = DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            return Optional.of(new XlsxRows.Value(text, XSDDatatype.XSDtime));
        }
        if (days && !hours && midnight) {
            return Optional.of(new XlsxRows.Value(time.toLocalDate().toString(), XSDDatatype.XSDdate));
        }
        String text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        return Optional.of(new XlsxRows.Value(text, XSDDatatype.XSDdateTime));
    }

    /** The letters of the format's first section that are not quoted, escaped or in brackets; elapsed times have none. */
    private static String letters(@Nullable Integer id, @Nullable String format) {
        if (format == null) {
            // formats of the East Asian editions are known by number only
            boolean date = id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
            return date ? "ymd" : "";
        }
        String first = format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
                .split(";", 2)[0]
                .toLowerCase(Locale.ROOT);
        if (first.matches(".*\\[(h+|m+|s+)\\].*") || first.equals("general")) {
            return "";
        }
        return first.replaceAll("\\[[^\\]]*\\]", "").replace("am/pm", "").replaceAll("[^ymdhs]", "");
    }
}
