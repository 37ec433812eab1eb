package org.pinakes.server.shapes;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pinakes.ontology.DataFiles;

/** For a rule, a record that breaks it: the first case of the profile that expects a finding of the rule. */
final class Examples {
    private static final Pattern RULE = Pattern.compile("sh:sourceShape\\s+(?:<[^>]*[#/]|[\\w-]*:)([\\w-]+)");
    private static final int LONGEST = 1_500;

    private Examples() {}

    /** Turtle without prefixes, by the name of the rule; only of cases short enough to be read. */
    static Map<String, String> of(DataFiles files, String profile) {
        Map<String, String> examples = new HashMap<>();
        for (Path file : files.below("shapes/tests/" + profile, ".test.ttl")) {
            String text = files.text(file);
            String record = text.split("\\[\\]\\s+a\\s+sh:ValidationReport", 2)[0]
                    .lines()
                    .filter(l -> !l.matches("(?i)\\s*@?prefix\\b.*"))
                    .collect(Collectors.joining("\n"))
                    .strip();
            if (record.length() <= LONGEST) {
                Matcher rule = RULE.matcher(text);
                while (rule.find()) {
                    examples.putIfAbsent(rule.group(1), record);
                }
            }
        }
        return examples;
    }
}
