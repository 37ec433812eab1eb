package org.pinakes.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.facet.taxonomy.TaxonomyReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;

/** One search over one snapshot. */
final class Searching {
    private static final int MOST_VALUES = 200;
    private static final int MOST_HITS = 1_000;
    private final IndexDefinition definition;
    private final CodeLists codes;
    private final UnaryOperator<String> providerTitles;
    private final FacetsConfig config;
    private final Words words;

    Searching(
            IndexDefinition definition,
            CodeLists codes,
            UnaryOperator<String> providerTitles,
            FacetsConfig config,
            Analyzer analyzer) {
        this.definition = definition;
        this.codes = codes;
        this.providerTitles = providerTitles;
        this.config = config;
        this.words = new Words(definition, analyzer);
    }

    SearchIndex.Answer search(Snapshot snapshot, SearchIndex.Request request) throws IOException {
        if (snapshot.facets().isEmpty()) {
            return new SearchIndex.Answer(0, List.of(), List.of(), Math.max(0, snapshot.change()));
        }
        List<String> typed = Words.of(request.text());
        DrillDownQuery query = filtered(words.query(typed, Occur.MUST), request);
        if (snapshot.searcher().count(query) == 0 && typed.size() > 1) {
            query = filtered(words.query(typed, Occur.SHOULD), request);
        }
        int limit = Math.clamp(request.limit(), 0, MOST_HITS);
        int wanted = Math.max(1, Math.min(request.offset(), 1_000_000) + limit);
        DrillSideways sideways =
                new Counting(snapshot, config, snapshot.facets().get());
        DrillSideways.DrillSidewaysResult result =
                sideways.search(query, null, null, wanted, sort(request.sort(), typed), false);
        List<SearchIndex.Hit> hits = new ArrayList<>();
        ScoreDoc[] found = result.hits.scoreDocs;
        Because because = new Because(codes, request.language(), typed);
        for (int i = request.offset(); i < found.length && hits.size() < limit; i++) {
            hits.add(hit(snapshot.searcher().storedFields().document(found[i].doc), request.language(), because));
        }
        return new SearchIndex.Answer(
                snapshot.searcher().count(query), hits, facets(result.facets, request), Math.max(0, snapshot.change()));
    }

    private static final class Counting extends DrillSideways {
        Counting(Snapshot snapshot, FacetsConfig config, SortedSetDocValuesReaderState state) {
            super(snapshot.searcher(), config, (@Nullable TaxonomyReader) null, state);
        }
    }

    private DrillDownQuery filtered(Query query, SearchIndex.Request request) {
        DrillDownQuery filtered = new DrillDownQuery(config, query);
        for (IndexDefinition.Facet facet : definition.facets()) {
            request.filters().getOrDefault(facet.name(), List.of()).stream()
                    .filter(v -> !v.isEmpty())
                    .forEach(v -> filtered.add(facet.name(), v));
        }
        return filtered;
    }

    private static Sort sort(String by, List<String> typed) {
        SortField title = new SortField(Fields.TITLE_SORT, SortField.Type.STRING);
        return switch (by) {
            case "title" -> new Sort(title);
            case "subjects" -> new Sort(new SortField(Fields.SUBJECTS, SortField.Type.LONG, true), title);
            case "modified" -> new Sort(new SortField(Fields.MODIFIED, SortField.Type.STRING, true), title);
            default -> typed.isEmpty() ? new Sort(title) : new Sort(SortField.FIELD_SCORE, title);
        };
    }

    private SearchIndex.Hit hit(Document document, String language, Because because) {
        String iri = String.valueOf(document.get(Fields.IRI));
        String title = text(document, "title", language, iri);
        String description = text(document, "description", language, "");
        Map<String, List<String>> own = new LinkedHashMap<>();
        List<String> concepts = new ArrayList<>();
        for (IndexDefinition.Facet facet : definition.facets()) {
            List<String> values = List.of(document.getValues(Fields.OWN + facet.name()));
            own.put(
                    facet.name(),
                    values.stream().map(v -> label(facet, v, language)).toList());
            if (facet.concept()) {
                concepts.addAll(values);
            }
        }
        IndexableField subjects = document.getField(Fields.SUBJECTS);
        long number = subjects == null || subjects.numericValue() == null
                ? 0
                : subjects.numericValue().longValue();
        return new SearchIndex.Hit(
                iri, title, description, origins(document), number, own, because.of(title, description, concepts));
    }

    private static List<SearchIndex.Origin> origins(Document document) {
        String[] iris = document.getValues(Fields.MEMBER);
        String[] providers = document.getValues(Fields.MEMBER_PROVIDER);
        List<SearchIndex.Origin> origins = new ArrayList<>();
        for (int i = 0; i < iris.length; i++) {
            origins.add(new SearchIndex.Origin(iris[i], providers[i]));
        }
        return origins;
    }

    private static String text(Document document, String name, String language, String otherwise) {
        List<String> fields = new ArrayList<>(List.of(Fields.field(name, language), name + ".en", name + ".x"));
        fields.addAll(Fields.all(name));
        return fields.stream()
                .map(document::get)
                .filter(v -> v != null)
                .findFirst()
                .orElse(otherwise);
    }

    private List<SearchIndex.Facet> facets(Facets counted, SearchIndex.Request request) throws IOException {
        List<SearchIndex.Facet> all = new ArrayList<>();
        for (IndexDefinition.Facet facet : definition.facets()) {
            List<String> selected = request.filters().getOrDefault(facet.name(), List.of());
            List<SearchIndex.Count> counts = new ArrayList<>();
            FacetResult result = counted.getTopChildren(MOST_VALUES, facet.name());
            for (LabelAndValue v : result == null ? new LabelAndValue[0] : result.labelValues) {
                counts.add(new SearchIndex.Count(
                        v.label,
                        label(facet, v.label, request.language()),
                        v.value.longValue(),
                        selected.contains(v.label)));
            }
            counts.sort(Comparator.comparingLong(SearchIndex.Count::count)
                    .reversed()
                    .thenComparing(SearchIndex.Count::label));
            all.add(new SearchIndex.Facet(facet.name(), facet.label(), counts));
        }
        return all;
    }

    private String label(IndexDefinition.Facet facet, String value, String language) {
        if (facet.name().equals("provider")) {
            return providerTitles.apply(value);
        }
        return codes.concept(value)
                .map((Concept c) -> c.label(language))
                .orElseGet(() -> value.startsWith("http") ? value.replaceFirst("^.*[/#](?=[^/#]+[/#]?$)", "") : value);
    }
}
