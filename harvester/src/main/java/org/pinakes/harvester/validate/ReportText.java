package org.pinakes.harvester.validate;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pinakes.ontology.Detail;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Repair;

/** A report for the terminal: by profile, what to mend first, then each rule with the places where it is broken. */
public final class ReportText {
    private static final int PLACES = 10;
    private final Report report;
    private final PrintWriter out;

    public ReportText(Report report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    public void print() {
        for (Profile profile : report.profiles()) {
            out.println(profile.title() + " (" + profile.name() + ", release " + profile.release() + "): "
                    + (report.conforms(profile) ? "conforms" : "does not conform"));
            outcomes(profile);
            repairs(report.repairs(profile));
            report.groups(profile).forEach(this::group);
            out.println();
        }
        out.println("Judged at " + report.at()
                + report.change().map(n -> ", change " + n).orElse("") + ".");
        out.flush();
    }

    private void outcomes(Profile profile) {
        List<Judgement> judgements = report.of(profile);
        if (judgements.size() == 1) {
            Judgement only = judgements.getFirst();
            out.println("  " + only.name() + ": " + only.verdict().outcome());
            return;
        }
        out.println("  " + judgements.size() + " records: "
                + report.outcomes(profile).entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", ")));
    }

    private void repairs(List<Repair> repairs) {
        if (repairs.stream().mapToInt(Repair::records).max().orElse(0) < 2) {
            return;
        }
        out.println();
        out.println("  Fix this first");
        int number = 0;
        for (Repair repair : repairs) {
            out.println("  " + ++number + ". " + repair.field() + " [" + repair.rule() + "]: broken in "
                    + records(repair.records()) + "; with what stands above mended, " + records(repair.frees()) + " "
                    + (repair.frees() == 1 ? "conforms" : "conform") + " after this.");
        }
    }

    private static String records(int n) {
        return n + (n == 1 ? " record" : " records");
    }

    private void group(Report.Group group) {
        Finding first = group.first();
        out.println();
        out.println("  " + severity(group) + " " + first.detail().field().orElse(group.rule()) + " [" + group.rule()
                + "]" + (group.records() > 1 ? " in " + records(group.records()) : ""));
        if (group.oneMessage()) {
            out.println("    " + first.message());
        }
        group.items().stream().limit(PLACES).forEach(item -> item(item, group.oneMessage()));
        if (group.items().size() > PLACES) {
            out.println("    … and " + (group.items().size() - PLACES) + " more; --format csv or json has them all");
        }
        first.detail().source().ifPresent(s -> out.println("    wanted by " + s));
        first.detail()
                .waiver()
                .ifPresent(
                        w -> out.println("    waived from " + w.given() + " until " + w.until() + ": " + w.reason()));
    }

    private void item(Report.Item item, boolean told) {
        Finding f = item.finding();
        if (!told) {
            out.println("    " + f.message());
        }
        f.place().ifPresent(p -> out.println("    at " + p));
        f.value().ifPresent(v -> out.println("      found: " + v));
        if (!f.detail().nearest().isEmpty()) {
            out.println("      allowed: "
                    + f.detail().nearest().stream()
                            .map(Detail.Allowed::toString)
                            .collect(Collectors.joining("; "))
                    + (f.detail().allowed() > f.detail().nearest().size()
                            ? " (nearest of " + f.detail().allowed() + ")"
                            : ""));
        }
    }

    private static String severity(Report.Group group) {
        if (group.waived()) {
            return "WAIVED";
        }
        return switch (group.severity()) {
            case VIOLATION -> "ERROR";
            case WARNING -> "WARNING";
            case INFO -> "NOTE";
        };
    }

    /** As words in a sentence or a table. */
    public static String severity(Finding finding) {
        String word = finding.severity() == Finding.Severity.VIOLATION
                ? "error"
                : finding.severity().name();
        return word.toLowerCase(Locale.ROOT);
    }
}
