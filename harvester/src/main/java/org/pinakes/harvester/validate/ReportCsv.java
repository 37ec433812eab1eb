package org.pinakes.harvester.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pinakes.ontology.Detail;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Waiver;

/** A report as a table for spreadsheets: a line for each finding, and one for each record without any. */
public final class ReportCsv {
    private static final String HEAD = "document,record,title,profile,release,outcome,severity,waived,rule,field,path,"
            + "value,message,nearest,place,wanted_by,records_that_share_it";

    private ReportCsv() {}

    public static String of(Report report) {
        StringBuilder csv = new StringBuilder(HEAD).append("\r\n");
        report.profiles().forEach(profile -> {
            Map<String, Integer> sharing = report.sharing(profile);
            for (Judgement j : report.of(profile)) {
                j.verdict().findings().forEach(f -> line(csv, j, f, sharing.getOrDefault(f.rule(), 1)));
                if (j.verdict().findings().isEmpty()) {
                    line(csv, about(j));
                }
            }
        });
        return csv.toString();
    }

    private static List<String> about(Judgement j) {
        return List.of(
                j.document(),
                j.record(),
                j.title(),
                j.profile().name(),
                j.profile().release(),
                j.verdict().outcome());
    }

    private static void line(StringBuilder csv, Judgement j, Finding f, int sharing) {
        List<String> cells = new ArrayList<>(about(j));
        cells.add(ReportText.severity(f));
        cells.add(f.detail().waiver().map(Waiver::reason).orElse(""));
        cells.add(f.rule());
        cells.add(f.detail().field().orElse(""));
        cells.add(f.path().orElse(""));
        cells.add(f.value().orElse(""));
        cells.add(f.message());
        cells.add(f.detail().nearest().stream().map(Detail.Allowed::toString).collect(Collectors.joining("; ")));
        cells.add(f.place().map(Place::toString).orElse(""));
        cells.add(f.detail().source().orElse(""));
        cells.add(Integer.toString(sharing));
        line(csv, cells);
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(ReportCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** RFC 4180; what a spreadsheet would take for a formula gets an apostrophe. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
