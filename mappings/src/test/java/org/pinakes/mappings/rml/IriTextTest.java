package org.pinakes.mappings.rml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IriTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/a?b=c#d", "doi:10.1/x", "urn:x", "HTTP://X", "a+b-c.1:x", "mailto:a@b"})
    void these_begin_with_a_scheme(String text) {
        assertThat(IriText.isAbsolute(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":x", "1a:x", "10.1000/182", "a b:c", "/x:y", "x"})
    void these_do_not(String text) {
        assertThat(IriText.isAbsolute(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/ä/€/🙂", "https://[::1]/x", "https://x/?a=%C3%A4&b='()*", "https://x/#"})
    void these_letters_are_allowed(String text) {
        assertThat(IriText.isClean(text, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a\tb",
                "a\"b",
                "<a>",
                "{a}",
                "a|b",
                "a\\b",
                "a^b",
                "a`b",
                "%",
                "%2",
                "%G0",
                "a#b#c",
                "https://x/a[1]",
                "a[1]",
                "urn:a]",
                "\uD83D",
                "\uE000",
                "\u0085",
                "\uFFFE"
            })
    void these_are_not(String text) {
        assertThat(IriText.isClean(text, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a b,a%20b,a%20b",
        "ä,ä,%C3%A4",
        "a/b?c,a%2Fb%3Fc,a%2Fb%3Fc",
        "🙂,🙂,%F0%9F%99%82",
        "-._~,-._~,-._~",
        "100%,100%25,100%25"
    })
    void values_are_encoded(String value, String iri, String uri) {
        assertThat(safe(value, false)).isEqualTo(iri);
        assertThat(safe(value, true)).isEqualTo(uri);
    }

    private static String safe(String value, boolean ascii) {
        StringBuilder out = new StringBuilder();
        IriText.appendSafe(out, value, ascii, "");
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "EN",
                "pt-BR",
                "zh-Hant-TW",
                "es-419",
                "de-CH-1996",
                "sr-Latn",
                "en-x-own",
                "en-u-ca-gregory"
            })
    void these_are_language_tags(String tag) {
        assertThat(LanguageTag.isWellFormed(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "a-english", "english language", "en_US", "-en", "en-", "en-toolongsubtag"})
    void these_are_none(String tag) {
        assertThat(LanguageTag.isWellFormed(tag)).isFalse();
    }
}
