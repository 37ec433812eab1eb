package org.pinakes.server.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Terms;
import org.pinakes.server.store.KnowledgeGraph;

/** Makes the index's document of a dataset, from the records that describe it. */
final class Documents {
    private static final int LONGEST_FACET = 2_000;
    private final IndexDefinition definition;
    private final CodeLists codes;

    Documents(IndexDefinition definition, CodeLists codes) {
        this.definition = definition;
        this.codes = codes;
    }

    /**
     * A record as a part of a document.
     *
     * @param graph what it says, and its provenance
     */
    record Member(String iri, Graph graph) {
        static Member of(String iri, KnowledgeGraph.State.Published record) {
            return new Member(iri, new Union(record.graph(), record.provenance()));
        }
    }

    /** @param members the records of one dataset, the one that is shown first; most datasets have one */
    Document of(List<Member> members) {
        Document document = new Document();
        Member first = members.getFirst();
        document.add(new StringField(Fields.IRI, first.iri(), Field.Store.YES));
        for (Member m : members) {
            document.add(new StoredField(Fields.MEMBER, m.iri()));
            document.add(new StoredField(Fields.MEMBER_PROVIDER, provider(m)));
        }
        if (members.size() > 1) {
            document.add(new StringField(Fields.SHARED, Fields.YES, Field.Store.NO));
        }
        for (IndexDefinition.Text text : definition.texts()) {
            members.forEach(m -> text.values().of(m.graph(), m.iri()).forEach(v -> text(document, text.name(), v)));
        }
        String title = definition
                .texts()
                .getFirst()
                .values()
                .first(first.graph(), first.iri())
                .orElse(first.iri());
        String key = title.toLowerCase(Locale.ROOT);
        document.add(new SortedDocValuesField(
                Fields.TITLE_SORT, new BytesRef(key.length() > 200 ? key.substring(0, 200) : key)));
        long subjects = members.stream()
                .mapToLong(m ->
                        number(definition.subjects().first(m.graph(), m.iri()).orElse("")))
                .max()
                .orElse(0);
        document.add(new NumericDocValuesField(Fields.SUBJECTS, subjects));
        document.add(new StoredField(Fields.SUBJECTS, subjects));
        String modified = members.stream()
                .flatMap(m -> definition.modified().first(m.graph(), m.iri()).stream())
                .max(Comparator.naturalOrder())
                .orElse("");
        document.add(new SortedDocValuesField(
                Fields.MODIFIED, new BytesRef(modified.length() > 40 ? modified.substring(0, 40) : modified)));
        for (IndexDefinition.Facet facet : definition.facets()) {
            Set<String> own = new LinkedHashSet<>();
            members.forEach(m -> own.addAll(facet.values().texts(m.graph(), m.iri())));
            facet(document, facet, own);
        }
        return document;
    }

    private static String provider(Member m) {
        return m.graph().find(Terms.iri(m.iri()), Terms.PROVIDER, Node.ANY).toList().stream()
                .map(t -> t.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse("");
    }

    private static void text(Document document, String name, Node value) {
        String language = value.isLiteral() ? value.getLiteralLanguage() : "";
        document.add(new TextField(Fields.field(name, language), IndexDefinition.Values.text(value), Field.Store.YES));
    }

    private void facet(Document document, IndexDefinition.Facet facet, Set<String> own) {
        Set<String> counted = new LinkedHashSet<>();
        for (String value : own) {
            if (value.isBlank() || value.length() > LONGEST_FACET) {
                continue;
            }
            document.add(new StoredField(Fields.OWN + facet.name(), value));
            counted.add(value);
            if (facet.concept()) {
                List<String> family = new ArrayList<>(codes.ancestors(value));
                counted.addAll(family);
                family.add(value);
                family.forEach(iri -> labels(document, iri));
            }
        }
        counted.forEach(v -> document.add(new SortedSetDocValuesFacetField(facet.name(), v)));
    }

    private void labels(Document document, String iri) {
        codes.concept(iri).ifPresent(c -> {
            c.labels()
                    .forEach((language, label) -> document.add(
                            new TextField(Fields.field(Fields.CONCEPTS, language), label, Field.Store.NO)));
            c.synonyms()
                    .forEach(s -> document.add(new TextField(Fields.field(Fields.CONCEPTS, ""), s, Field.Store.NO)));
            c.synonyms()
                    .forEach(s -> document.add(new TextField(Fields.field(Fields.CONCEPTS, "en"), s, Field.Store.NO)));
        });
    }

    /** Unknown counts as none. */
    private static long number(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
