package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ContractTests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// In which language a page comes.
class WordsApiTests extends ContractTests {

    private static final Pattern PATH = Pattern.compile("data-words=\"(/words/[^\"]+)\"");

    @ParameterizedTest
    @CsvSource({"en,en", "de,de", "'de-AT,de;q=0.9,en;q=0.8',de", "fr,en", "'fr,de;q=0.5',de"})
    void aPageIsInALanguageThatTheBrowserAsksFor(String asked, String language) {
        assertThat(html(page(asked, ""))).contains("<html lang=\"" + language + "\"");
    }

    @Test
    void aPageIsInTheLanguageThatWasChosen() {
        assertThat(html(page("en", "socket-console.language=de")))
                .contains("<html lang=\"de\"", "Zum Inhalt springen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "../../x", "x y", "de_DE_POSIX_x"})
    void aChoiceThatIsNoneDoesNoHarm(String choice) {
        assertThat(page("en", "socket-console.language=" + choice)).isOk();
    }

    @ParameterizedTest
    @CsvSource({"en,Language", "de,Sprache"})
    void theScriptFindsTheWordsOfItsLanguageAndKeepsThem(String language, String text) {
        assertThat(api.outside("GET", path(language)).send())
                .isOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .has("settings.language", text);
    }

    @Test
    void aBrowserThatTakesThemPackedGetsTheSameWords() throws IOException {
        Answer packed = api.outside("GET", path("de")).header("Accept-Encoding", "gzip, br").send();
        assertThat(packed).isOk().hasHeader("Content-Encoding", "gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(api.outside("GET", path("de")).send().body());
    }

    @Test
    void wordsOfAnotherBuildAreNotThere() {
        assertThat(api.outside("GET", "/words/de-00000000.json").send().status()).isEqualTo(404);
    }

    private String path(String language) {
        Matcher matcher = PATH.matcher(html(page(language, "")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Answer page(String asked, String cookie) {
        return api.outside("GET", "/settings")
                .accept("text/html")
                .header("Accept-Language", asked)
                .header("Cookie", cookie)
                .send();
    }

    private static String html(Answer page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }
}
