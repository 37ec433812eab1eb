package org.pinakes.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pinakes.harvester.pass.Harvest;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.HarvestReport;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Provider;

/** Harvests providers and tells on stderr how it went. */
final class Harvesting {
    private Harvesting() {}

    /** The providers of these ids, or all. */
    static List<Provider> chosen(List<Provider> all, List<String> ids) {
        for (String id : ids) {
            if (all.stream().noneMatch(p -> p.id().equals(id))) {
                throw new InputProblem("There is no provider '" + id + "'; there are "
                        + all.stream().map(Provider::id).collect(Collectors.joining(", ")) + ".");
            }
        }
        return ids.isEmpty()
                ? all
                : all.stream().filter(p -> ids.contains(p.id())).toList();
    }

    static List<HarvestReport> run(
            Workspace workspace, List<Provider> providers, Harvest.Options options, PrintWriter err)
            throws IOException {
        Harvest harvest = workspace.harvest();
        List<HarvestReport> reports = new ArrayList<>();
        for (Provider provider : providers) {
            HarvestReport report;
            try (Bar bar = new Bar()) {
                report = harvest.run(provider, options, bar);
            }
            reports.add(report);
            err.println(line(report));
            err.flush();
        }
        return reports;
    }

    private static String line(HarvestReport r) {
        String changes = r.changes().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        long errors = r.findings().stream()
                .filter(f -> f.severity() == Finding.Severity.VIOLATION)
                .count();
        String documents = r.skipped() == r.documents() && r.documents() > 0
                ? r.documents() + " documents, none changed"
                : r.documents() + " documents" + (r.skipped() > 0 ? " (" + r.skipped() + " unchanged)" : "");
        String findings = r.findings().isEmpty()
                ? ""
                : "; " + (r.findings().size() + r.moreFindings()) + " findings, " + errors + " of them errors";
        return r.provider() + ": " + documents + (changes.isEmpty() ? "" : "; " + changes) + findings
                + r.stopped().map(s -> "\n  " + s).orElse("");
    }
}
