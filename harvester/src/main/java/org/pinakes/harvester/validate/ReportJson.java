package org.pinakes.harvester.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinakes.ontology.Finding;
import org.pinakes.ontology.Place;
import org.pinakes.ontology.Profile;
import org.pinakes.ontology.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** A report as JSON: the profiles with what to mend first, then the records with their findings. */
public final class ReportJson {
    private ReportJson() {}

    public static String of(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("judgedAt", report.at().toString());
        report.change().ifPresent(n -> json.put("change", n));
        json.put("language", report.language());
        json.put("conforms", report.conforms());
        json.put(
                "profiles",
                report.profiles().stream().map(p -> profile(report, p)).toList());
        json.put(
                "records",
                report.profiles().stream()
                        .flatMap(p -> {
                            Map<String, Integer> sharing = report.sharing(p);
                            return report.of(p).stream().map(j -> judgement(j, sharing));
                        })
                        .toList());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> profile(Report report, Profile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile", profile.name());
        json.put("title", profile.title());
        json.put("release", profile.release());
        json.put("conforms", report.conforms(profile));
        json.put("outcomes", report.outcomes(profile));
        json.put("fixThisFirst", report.repairs(profile));
        return json;
    }

    private static Map<String, Object> judgement(Judgement j, Map<String, Integer> sharing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("document", j.document());
        json.put("record", j.record());
        json.put("title", j.title());
        json.put("profile", j.profile().name());
        json.put("outcome", j.verdict().outcome());
        json.put("passes", j.verdict().passes());
        if (j.verdict() instanceof Verdict.Waived waived) {
            json.put("reason", waived.reason());
        }
        List<Map<String, Object>> findings = j.verdict().findings().stream()
                .map(f -> finding(f, sharing.getOrDefault(f.rule(), 1)))
                .toList();
        json.put("findings", findings);
        return json;
    }

    private static Map<String, Object> finding(Finding f, int sharing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", ReportText.severity(f));
        json.put("rule", f.rule());
        f.detail().field().ifPresent(v -> json.put("field", v));
        json.put("message", f.message());
        f.focus().ifPresent(v -> json.put("focus", v));
        f.path().ifPresent(v -> json.put("path", v));
        f.value().ifPresent(v -> json.put("value", v));
        if (f.detail().allowed() > 0) {
            json.put("nearestAllowed", f.detail().nearest());
            json.put("allowedValues", f.detail().allowed());
        }
        f.place().map(Place::toString).ifPresent(v -> json.put("place", v));
        f.detail().source().ifPresent(v -> json.put("wantedBy", v));
        json.put("recordsThatShareIt", sharing);
        f.detail().waiver().ifPresent(w -> {
            Map<String, Object> waiver = new LinkedHashMap<>();
            waiver.put("reason", w.reason());
            waiver.put("given", w.given().toString());
            waiver.put("until", w.until().toString());
            json.put("waived", waiver);
        });
        return json;
    }
}
