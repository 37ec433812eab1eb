package org.pinakes.server.datasets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The dataset as schema.org/Dataset, embedded in its page for search engines. */
final class SchemaOrg {
    private SchemaOrg() {}

    /** JSON that may stand inside a script element: no {@code <} is left in it. */
    static String json(String iri, DatasetView view) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", "https://schema.org/");
        json.put("@type", "Dataset");
        json.put("@id", iri);
        json.put("url", iri);
        json.put("name", view.title());
        if (!view.description().isEmpty()) {
            json.put("description", view.description());
        }
        List<String> words = view.facts().stream()
                .filter(r -> List.of("Cancer type", "Modality", "Body part", "Keywords")
                        .contains(r.label()))
                .flatMap(r -> r.values().stream())
                .map(DatasetView.Value::text)
                .toList();
        json.put("keywords", words);
        return JsonMapper.shared().writeValueAsString(json).replace("<", "\\u003c");
    }
}
