package org.pinakes.server.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Names of the index's fields and how their text is cut into words: one field for each text and language. */
final class Fields {
    static final String IRI = "iri";
    static final String CONCEPTS = "concepts";
    static final String SUBJECTS = "subjects";
    static final String MODIFIED = "modified";
    static final String TITLE_SORT = "title-sort";
    static final String OWN = "own.";
    static final String MEMBER = "member";
    static final String MEMBER_PROVIDER = "member-provider";
    static final String SHARED = "shared";
    static final String YES = "yes";
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es", "it");

    private Fields() {}

    /** {@code title.de}; texts in other or unknown languages share {@code title.x}. */
    static String field(String text, String language) {
        String plain = language.length() > 2 ? language.substring(0, 2) : language;
        return text + "." + (LANGUAGES.contains(plain) ? plain : "x");
    }

    /** All fields of a text. */
    static List<String> all(String text) {
        List<String> fields = new ArrayList<>();
        LANGUAGES.forEach(l -> fields.add(text + "." + l));
        fields.add(text + ".x");
        return fields;
    }

    static Analyzer analyzer(List<String> texts) {
        Map<String, Analyzer> byField = new HashMap<>();
        Map<String, Analyzer> byLanguage = Map.of(
                "en", new EnglishAnalyzer(),
                "de", new GermanAnalyzer(),
                "fr", new FrenchAnalyzer(),
                "es", new SpanishAnalyzer(),
                "it", new ItalianAnalyzer());
        texts.forEach(t -> byLanguage.forEach((l, a) -> byField.put(t + "." + l, a)));
        return new PerFieldAnalyzerWrapper(new Folding(), byField);
    }

    /** Words without case and accents. */
    private static final class Folding extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
            return new TokenStreamComponents(words, folded);
        }
    }
}
