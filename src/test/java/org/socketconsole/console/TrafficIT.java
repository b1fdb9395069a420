package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;

/// What all sockets send and receive.
class TrafficIT extends ConsoleTests {

    private Api.Pair pair;

    @BeforeEach
    void connectTwoSockets() {
        pair = api.pair();
    }

    @Test
    void aChunkEachWayHasItsDirectionLengthAndBytes() {
        openTraffic();
        pair.first().send("hello");
        pair.second().recv(100);
        List.of(pair.first(), pair.second()).forEach(this::assertShownAsTheServerHasIt);
        assertThat(chunk(pair.first())).containsText("→ Sent");
        assertThat(chunk(pair.second())).containsText("← Received");
        chunk(pair.second()).click();
        assertThat(page.locator(".hex-row")).containsText("68 65 6c 6c 6f");
        assertThat(page.locator(".chunk-facts")).containsText("5 bytes");
    }

    private void assertShownAsTheServerHasIt(ApiSocket socket) {
        var chunk = socket.get("traffic").at("items/0");
        Locator row = chunk(socket);
        assertThat(row.locator(".number")).hasText(chunk.get("seq").asString());
        assertThat(row.locator(".call")).hasText(chunk.get("call").asString());
        assertThat(row.locator(".length")).hasText(chunk.get("size").asString());
        assertThat(row.locator(".preview")).hasText("hello");
    }

    @Test
    void aDirectionShowsItsChunksAlone() {
        openTraffic();
        pair.first().send("hello");
        pair.second().recv(100);
        role(AriaRole.RADIO, "← Received").check();
        assertThat(chunk(pair.second())).isVisible();
        assertThat(chunk(pair.first())).hasCount(0);
        assertThat(page).hasURL(url("/traffic?direction=received"));
    }

    @Test
    void aFilterShowsWhatMatchesOfWhatIsThereAndOfWhatComes() {
        send(0, 5);
        openTraffic();
        assertThat(grid()).hasAttribute("aria-rowcount", count(5));
        field("Filter traffic").fill("socket:%s text:\"number 3\"".formatted(pair.first().id()));
        assertThat(grid()).hasAttribute("aria-rowcount", "2");
        assertThat(listed("chunk number 3 ")).isVisible();
        send(30, 33);
        assertThat(listed("chunk number 32 ")).isVisible();
        assertThat(grid()).hasAttribute("aria-rowcount", "5");
        page.reload();
        assertThat(grid()).hasAttribute("aria-rowcount", "5");
        field("Filter traffic").fill("len>1MB");
        assertThat(page.getByText("No chunk matches len>1MB")).isVisible();
        button("Clear filter").click();
        assertThat(grid()).hasAttribute("aria-rowcount", count(8));
    }

    @Test
    void ofAMistypedFilterThePlaceIsShownAndTheLastOneStays() {
        send(0, 3);
        open("/traffic?filter=socket:%s".formatted(pair.first().id()));
        assertThat(grid()).hasAttribute("aria-rowcount", "4");
        field("Filter traffic").fill("len>ten");
        assertThat(page.locator(".verdict")).containsText("ten");
        assertThat(field("Filter traffic")).hasAttribute("aria-invalid", "true");
        assertThat(grid()).hasAttribute("aria-rowcount", "4");
    }

    @Test
    void theListFollowsUntilOneScrollsUpAndEndFollowsAgain() {
        send(0, 100);
        openTraffic();
        assertThat(listed("chunk number 99 ")).isInViewport();
        send(100, 101);
        assertThat(listed("chunk number 100 ")).isInViewport();
        grid().hover();
        page.mouse().wheel(0, -400);
        assertThat(button("Follow")).hasAttribute("aria-pressed", "false");
        settle();
        int top = top();
        for (int come = 5; come <= 20; come += 5) {
            send(96 + come, 101 + come);
            assertThat(button(come + " new")).isVisible();
        }
        assertThat(top()).isEqualTo(top);
        grid().press("End");
        assertThat(listed("chunk number 120 ")).isInViewport();
        send(121, 122);
        assertThat(listed("chunk number 121 ")).isInViewport();
        assertThat(page.getByText("20 new")).hasCount(0);
    }

    @Test
    void pauseFreezesTheListWhileTheNumberOfNewOnesRises() {
        send(0, 3);
        openTraffic();
        assertThat(grid()).hasAttribute("aria-rowcount", count(3));
        main().getByText("Pause").click();
        send(3, 8);
        assertThat(button("5 new")).isVisible();
        assertThat(listed("chunk number 3 ")).hasCount(0);
        main().getByText("Resume").click();
        assertThat(grid()).hasAttribute("aria-rowcount", count(8));
        String[] inOrder =
                IntStream.range(0, 8)
                        .mapToObj("chunk number %d "::formatted)
                        .toArray(String[]::new);
        assertThat(grid().locator(".chunk .preview")).containsText(inOrder);
    }

    @Test
    void aHostilePayloadIsTextInTheListAndInItsBytes() {
        labelled(HOSTILE);
        pair.first().send(HOSTILE);
        pair.second().send("\u001b[2J\u001b]0;owned\u0007");
        openTraffic();
        assertThat(chunk(pair.first()).locator(".preview")).hasText(HOSTILE);
        assertThat(chunk(pair.second()).locator(".preview")).hasText("\\x1b[2J\\x1b]0;owned\\x07");
        chunk(pair.first()).click();
        assertThat(page.locator(".hex-row .characters").first()).containsText("<img src=x onerr");
        chunk(pair.second()).click();
        assertThat(page.locator(".hex-row .characters").first()).containsText(".[2J.]0;owned.");
        assertThat(page.locator("img")).hasCount(0);
        assertThat(page.title()).startsWith("Traffic – ");
    }

    @Test
    void theCaptureHasTheBytesThatTheFilterLetsThroughAndOpensInAnyReader() throws IOException {
        pair.first().send("bytes to find");
        pair.second().send("others");
        open("/traffic?filter=socket:" + pair.first().id());
        assertThat(chunk(pair.first())).isVisible();
        assertThat(chunk(pair.second())).hasCount(0);
        Download download = page.waitForDownload(button("Download pcapng")::click);
        assertThat(download.suggestedFilename()).isEqualTo("traffic.pcapng");
        try (InputStream capture = download.createReadStream()) {
            assertThat(Bytes.latin1(capture.readAllBytes()))
                    .startsWith("\n\r\r\n")
                    .contains("bytes to find")
                    .doesNotContain("others");
        }
    }

    @Test
    void anAddressLeadsToAChunkThatIsFarAway() {
        send(0, 200);
        String seq = pair.first().get("traffic?limit=10000").at("items/20/seq").asString();
        open("/traffic?chunk=" + seq);
        assertThat(role(AriaRole.HEADING, "Chunk " + seq)).isVisible();
        assertThat(page.locator(".chunk[aria-selected=true]")).isInViewport();
        assertThat(page.locator("[role=row]")).not().hasCount(0);
        assertThat(number("document.querySelectorAll('[role=row]').length")).isLessThan(70);
    }

    private void openTraffic() {
        open("/traffic");
        assertThat(main()).not().containsText("Loading");
    }

    /// Nobody reads them: more than the buffer of the socket holds would wait.
    private void send(int from, int to) {
        for (int i = from; i < to; i++) {
            pair.first().send("chunk number %d of many".formatted(i));
        }
    }

    /// Of all rows, that of a socket that has one chunk.
    private Locator chunk(ApiSocket socket) {
        Locator link = page.getByText(socket.id(), new Page.GetByTextOptions().setExact(true));
        return grid().locator(".chunk").filter(new Locator.FilterOptions().setHas(link));
    }

    /// In the list: the bytes beside it have rows too.
    private Locator listed(String text) {
        return row(text).and(page.locator(".chunk"));
    }

    private Locator grid() {
        return role(AriaRole.GRID, "Traffic of all sockets");
    }

    /// The server keeps the chunks of the tests before.
    private String count(int ours) {
        long others =
                api.get("/traffic?limit=1").at("total").asLong()
                        - pair.first().get("traffic?limit=1").at("total").asLong();
        return String.valueOf(others + ours + 1);
    }

    private int top() {
        return ((Number) grid().evaluate("(grid) => grid.scrollTop")).intValue();
    }
}
