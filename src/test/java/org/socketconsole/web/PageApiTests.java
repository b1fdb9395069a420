package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawHttp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The HTML of the pages, before their script runs.
class PageApiTests extends ContractTests {

    private static final int MOST_BYTES = 20 * 1024;
    private static final Pattern ASSET = Pattern.compile("\"(/assets/[^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/sockets", "/reference/constants", "/traffic"})
    void aShellIsSmall(String path) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(page(path).body());
        }
        assertThat(compressed.size()).isLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sockets/s-1",
                "/traffic",
                "/names",
                "/reference",
                "/activity",
                "/swagger",
                "/settings"
            })
    void scriptsAndStylesAreThereAndKeptForAYear(String path) {
        List<String> assets = assets(path);
        assertThat(assets).filteredOn(name -> name.endsWith(".css")).hasSize(1);
        assertThat(assets).filteredOn(name -> name.endsWith(".js")).hasSizeGreaterThan(1);
        for (String asset : assets) {
            assertThat(api.outside("GET", asset).send())
                    .isOk()
                    .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
        }
    }

    @Test
    void theListBeginsWithOneScript() {
        assertThat(assets("/sockets")).filteredOn(name -> name.endsWith(".js")).hasSize(1);
    }

    @Test
    void whatIsPackedAlreadyIsGivenAsItIsToABrowserThatTakesIt() throws IOException {
        for (String asset : assets("/sockets")) {
            Answer packed = api.outside("GET", asset).header("Accept-Encoding", "gzip, br").send();
            assertThat(packed)
                    .isOk()
                    .hasHeader("Content-Encoding", "gzip")
                    .hasHeader("Content-Length", "" + packed.body().length)
                    .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
            assertThat(unpacked(packed)).isEqualTo(api.outside("GET", asset).send().body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sockets",
                "/traffic",
                "/names",
                "/reference",
                "/activity",
                "/swagger",
                "/settings"
            })
    void theShellOfAPageHoldsNoData(String path) {
        String id = api.socket(json("{'label': 'a label of a socket'}")).id();
        assertThat(text(page(path)))
                .contains("<sc-page>")
                .doesNotContain("a label of a socket", '"' + id + '"', Api.TOKEN);
    }

    @Test
    void aForeignHostNameGetsThePageThatExplains() throws IOException {
        Answer answer =
                RawHttp.send(api, "GET", "/sockets", "Host: rebound.example", "Accept: text/html");
        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.contentType()).isEqualTo("text/html");
        assertThat(text(answer))
                .contains("<h1>")
                .contains("not one of this console")
                .doesNotContain("<sc-page>");
    }

    private static byte[] unpacked(Answer answer) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    }

    private Answer page(String path) {
        Answer answer = api.outside("GET", path).accept("text/html").send();
        assertThat(answer).isOk();
        return answer;
    }

    private List<String> assets(String path) {
        return ASSET.matcher(text(page(path)))
                .results()
                .map((MatchResult asset) -> asset.group(1))
                .distinct()
                .toList();
    }

    private static String text(Answer answer) {
        return Bytes.latin1(answer.body());
    }
}
