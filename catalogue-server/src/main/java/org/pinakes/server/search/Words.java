package org.pinakes.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns what a person typed into a query. No query syntax: every character that is no word separates words. */
final class Words {
    private static final int MOST_WORDS = 32;
    private static final int LONGEST_WORD = 100;
    private final IndexDefinition definition;
    private final Analyzer analyzer;

    Words(IndexDefinition definition, Analyzer analyzer) {
        this.definition = definition;
        this.analyzer = analyzer;
    }

    /** The words of a text, at most so many. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word);
            }
        }
        return words;
    }

    /** Every word ({@code MUST}) or at least one ({@code SHOULD}) in any field; everything when there is no word. */
    Query query(List<String> words, Occur occur) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int clauses = 0;
        for (int i = 0; i < words.size(); i++) {
            List<Query> anywhere = anywhere(words.get(i), i == words.size() - 1);
            // A stop word stands in no field of its language; it must not empty the result.
            if (!anywhere.isEmpty() && !isStopWord(words.get(i))) {
                all.add(new DisjunctionMaxQuery(anywhere, 0.1f), occur);
                clauses++;
            }
        }
        return clauses == 0 ? MatchAllDocsQuery.INSTANCE : all.build();
    }

    private boolean isStopWord(String word) {
        return token(Fields.field(Fields.CONCEPTS, "en"), word).isEmpty();
    }

    private List<Query> anywhere(String word, boolean last) {
        List<Query> queries = new ArrayList<>();
        for (IndexDefinition.Text text : definition.texts()) {
            Fields.all(text.name()).forEach(f -> add(queries, f, word, text.boost(), last));
        }
        Fields.all(Fields.CONCEPTS).forEach(f -> add(queries, f, word, 2, last));
        return queries;
    }

    private void add(List<Query> queries, String field, String word, float boost, boolean last) {
        for (String token : token(field, word)) {
            queries.add(new BoostQuery(new TermQuery(new Term(field, token)), boost));
        }
        // The last word may still be being typed.
        if (last && word.length() >= 3 && field.endsWith(".x")) {
            token(field, word)
                    .forEach(t -> queries.add(new BoostQuery(new PrefixQuery(new Term(field, t)), boost / 4)));
        }
    }

    private List<String> token(String field, String word) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, word)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}
