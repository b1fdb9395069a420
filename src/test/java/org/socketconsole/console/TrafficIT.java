package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What all sockets send and receive.
@Order(1)
class TrafficIT extends ConsoleTests {

    private static final String FIELD = "Filter or find";

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
        open("/traffic?only=1");
        assertThat(main()).not().containsText("Loading");
        assertThat(grid()).hasAttribute("aria-rowcount", count(5));
        field(FIELD).fill("socket:%s text:\"number 3\"".formatted(pair.first().id()));
        assertThat(grid()).hasAttribute("aria-rowcount", "2");
        assertThat(listed("chunk number 3 ")).isVisible();
        send(30, 33);
        assertThat(listed("chunk number 32 ")).isVisible();
        assertThat(grid()).hasAttribute("aria-rowcount", "5");
        page.reload();
        assertThat(grid()).hasAttribute("aria-rowcount", "5");
        field(FIELD).fill("len>1MB");
        assertThat(page.getByText("No chunk matches len>1MB")).isVisible();
        button("Clear filter").click();
        assertThat(grid()).hasAttribute("aria-rowcount", count(8));
    }

    @Test
    void ofAMistypedFilterThePlaceIsShownAndTheLastOneStays() {
        send(0, 3);
        open("/traffic?only=1&filter=socket:%s".formatted(pair.first().id()));
        assertThat(grid()).hasAttribute("aria-rowcount", "4");
        field(FIELD).fill("len>ten");
        assertThat(page.locator(".verdict")).containsText("ten");
        assertThat(field(FIELD)).hasAttribute("aria-invalid", "true");
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
        main().getByLabel("Pause (p)").click();
        send(3, 8);
        assertThat(button("5 new")).isVisible();
        assertThat(listed("chunk number 3 ")).hasCount(0);
        main().getByLabel("Resume (p)").click();
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
        open("/traffic?only=1&filter=socket:" + pair.first().id());
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
    void theCaptureIsInTheMenuAsJsonLinesAndHexToo() throws IOException {
        pair.first().send("to save");
        open("/sockets/" + pair.first().id() + "/traffic");
        assertThat(page.locator(".chunk")).hasCount(1);
        assertThat(downloaded("Download JSON lines", ".jsonl")).contains(base64("to save"));
        assertThat(downloaded("Download hex for text2pcap", ".txt"))
                .contains("# text2pcap ")
                .contains("74 6f 20 73 61 76 65");
    }

    private String downloaded(String item, String ending) throws IOException {
        Download download = page.waitForDownload(() -> more(item));
        assertThat(download.suggestedFilename()).isEqualTo(pair.first().id() + ending);
        try (InputStream capture = download.createReadStream()) {
            return Bytes.latin1(capture.readAllBytes());
        }
    }

    @Test
    void anAddressLeadsToAChunkThatIsFarAway() {
        send(0, 200);
        String seq = pair.first().get("traffic?limit=10000").at("items/20/seq").asString();
        open("/traffic?chunk=" + seq);
        assertThat(page.locator("#chunk-heading")).containsText("#" + seq);
        assertThat(page.locator(".chunk[aria-selected=true]")).isInViewport();
        assertThat(page.locator("[role=row]")).not().hasCount(0);
        assertThat(number("document.querySelectorAll('[role=row]').length")).isLessThan(70);
    }

    @Test
    void aBareWordIsFoundInTheBytesAndMarkedWhereItStands() {
        send(0, 3);
        pair.first().send("hay needle hay");
        pair.first().send("x".repeat(100) + "a Needle");
        openTrafficOf(pair.first());
        field(FIELD).fill("needle");
        assertThat(listed("hay needle hay").locator(".preview mark")).hasText("needle");
        assertThat(listed("hay needle hay")).hasAttribute("aria-selected", "true");
        assertThat(listed("hay needle hay")).isInViewport();
        assertThat(listed("chunk number 2 ")).isVisible();
        assertThat(page.locator(".bytes .mark.found").first()).isVisible();
        assertThat(page.locator(".bytes-selected")).hasText("0x4–0x9, 6 bytes selected");
        assertThat(page.locator(".filter-told")).hasText("1 of 2");
        field(FIELD).press("Enter");
        assertThat(page.locator(".filter-told")).hasText("2 of 2");
        assertThat(page.locator(".bytes-selected")).hasText("0x66–0x6b, 6 bytes selected");
        field(FIELD).press("Shift+Enter");
        assertThat(page.locator(".filter-told")).hasText("1 of 2");
        assertThat(field(FIELD)).isFocused();
    }

    @Test
    void whatIsMarkedMayBeShownAlone() {
        send(0, 3);
        openTrafficOf(pair.first());
        field(FIELD).fill("\"number 1 \"");
        assertThat(listed("chunk number 1 ")).hasAttribute("aria-selected", "true");
        assertThat(listed("chunk number 2 ")).isVisible();
        button("Mark what matches, rather than show it alone").click();
        assertThat(role(AriaRole.GRID, "Traffic of " + pair.first().id()))
                .hasAttribute("aria-rowcount", "2");
        assertThat(page).hasURL(Pattern.compile("only=1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 900, 600, 360})
    void noPreviewIsOutsideItsPane(int width) {
        browse(width, 740, ColorScheme.LIGHT);
        pair.first().send("a long line of bytes that fits in no column of any page ".repeat(4));
        for (String path : List.of("/traffic", "/sockets/" + pair.first().id() + "/traffic")) {
            open(path);
            assertThat(page.locator(".chunk .preview").first()).isVisible();
            assertThat(page.evaluate(OUTSIDE)).isEqualTo(List.of());
        }
    }

    private static final String OUTSIDE =
            """
            () => {
              const list = document.querySelector('.chunks');
              const { left, right } = list.getBoundingClientRect();
              const wrong = [...list.querySelectorAll('.chunk > span')]
                .filter((cell) => cell.offsetWidth > 0)
                .map((cell) => [cell.className, cell.getBoundingClientRect()])
                .filter(([, box]) => box.left < left - 1 || box.right > right + 1)
                .map(([name]) => `${name} is outside`);
              const narrow = [...list.querySelectorAll('.chunk .preview')]
                .filter(({ offsetWidth }) => offsetWidth < 60)
                .map(({ offsetWidth }) => `a preview of ${offsetWidth} pixels`);
              const wide = list.scrollWidth > list.clientWidth ? ['the list scrolls sideways'] : [];
              return [...wrong, ...narrow, ...wide];
            }
            """;

    @Test
    void columnsGiveWayInTheirOrder() {
        pair.first().send("hello");
        openTraffic();
        assertThat(page.locator(".chunk-head > span:visible"))
                .hasText(
                        new String[] {
                            "n", "Socket", "Time", "Δ s", "Direction", "Call", "Length", "Preview"
                        });
        List<String> gone = List.of(".delta", ".call", ".fraction");
        int[] widths = {690, 600, 520};
        for (int at = 0; at < widths.length; at++) {
            page.evaluate(
                    "(width) => { document.querySelector('.traffic').style.maxWidth = `${width}px`; }",
                    widths[at]);
            for (int other = 0; other < gone.size(); other++) {
                Locator cell = page.locator(".chunk " + gone.get(other)).first();
                assertThat(cell).isVisible(new IsVisibleOptions().setVisible(other > at));
            }
            assertThat(page.locator(".chunk .preview").first()).isVisible();
        }
    }

    @Test
    void theBytesAreAsHighAsThePersonMakesThem() {
        pair.first().send("hello");
        openTraffic();
        chunk(pair.first()).click();
        assertThat(bytesHeight()).isEqualTo(196);
        Locator separator = role(AriaRole.SEPARATOR, "Height of the bytes");
        separator.press("ArrowUp");
        assertThat(separator).hasAttribute("aria-valuenow", "212");
        assertThat(bytesHeight()).isEqualTo(212);
        page.reload();
        assertThat(separator).hasAttribute("aria-valuenow", "212");
        separator.dblclick();
        assertThat(separator).hasAttribute("aria-valuenow", "196");
    }

    private int bytesHeight() {
        return number("document.querySelector('.chunk-room').offsetHeight");
    }

    @Test
    void theCallThatWaitsIsTheLastRowWithItsCancel() {
        pair.second().send("hello");
        pair.first().recv(100);
        var waits = pair.first().postLater("recv", "{\"bufsize\": 10}");
        pair.first().untilWaiting("recv");
        open("/sockets/" + pair.first().id() + "/traffic");
        Locator waiting = main().locator(".pending");
        assertThat(waiting).containsText("Waiting in recv");
        assertThat(waiting).isInViewport();
        waiting.getByRole(AriaRole.BUTTON).click();
        assertThat(waiting).hasCount(0);
        assertThat(waits.join().status()).isNotEqualTo(200);
    }

    @Test
    void aChunkIsSentAgainFromItsMenu() {
        pair.first().send("again");
        openTraffic();
        chunk(pair.first()).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        item("Send again on " + pair.first().id()).click();
        assertThat(sums("again")).hasCount(2);
        assertThat(pair.second().recv(100)).hasData("againagain");
        assertThat(grid()).isFocused();
    }

    @Test
    void theMenuStaysWhenTheButtonThatOpenedItIsLetGo() {
        pair.first().send("again");
        openTraffic();
        assertOpensAMenu(chunk(pair.first()));
        chunk(pair.first()).click();
        assertOpensAMenu(page.locator(".hex-row").first());
        open("/sockets");
        assertOpensAMenu(row(pair.first().id()));
    }

    /// The button is held for as long as a hand needs.
    private void assertOpensAMenu(Locator of) {
        of.hover();
        page.mouse().down(RIGHT);
        settle();
        page.mouse().up(new Mouse.UpOptions().setButton(MouseButton.RIGHT));
        settle();
        assertThat(page.getByRole(AriaRole.MENUITEM).first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.MENUITEM)).hasCount(0);
    }

    private static final Mouse.DownOptions RIGHT =
            new Mouse.DownOptions().setButton(MouseButton.RIGHT);

    @Test
    void aChunkIsRepeatedSoOftenAndTheKeyboardOpensItsMenu() {
        pair.first().send("ping");
        openTraffic();
        chunk(pair.first()).click();
        grid().press("Shift+F10");
        item("Repeat every n seconds…").click();
        field("Times").fill("3");
        field("Seconds between two").fill("0.1");
        role(AriaRole.DIALOG, "Send chunk").getByText("Send again", exact()).click();
        assertThat(sums("ping")).hasCount(4);
        assertThat(main().locator(".pending")).hasCount(0);
    }

    @Test
    void whatIsRepeatedIsShownAndCancelled() {
        pair.first().send("ping");
        openTraffic();
        chunk(pair.first()).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        item("Repeat every n seconds…").click();
        field("Seconds between two").fill("60");
        role(AriaRole.DIALOG, "Send chunk").getByText("Send again", exact()).click();
        assertThat(main().locator(".pending")).containsText("every 60 s: 1 of 10");
        main().locator(".pending").getByRole(AriaRole.BUTTON).click();
        assertThat(main().locator(".pending")).hasCount(0);
    }

    /// In one byte of the same length, and in its length too.
    @ParameterizedTest
    @CsvSource({
        "hello World, First difference at 0x6: 0x77 and 0x57. 1 place differs., 2",
        "hello World!, First difference at 0x6: 0x77 and 0x57. 2 places differ., 3"
    })
    void twoChunksAreComparedAndGoingBackClosesThat(String other, String told, int marked) {
        pair.first().send("hello world");
        pair.first().send(other);
        open("/sockets/" + pair.first().id() + "/traffic");
        page.locator(".chunk").first().click();
        assertThat(page.locator(".hex-rows")).isVisible();
        page.keyboard().press("m");
        assertThat(page.locator(".chunk.is-a")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("m");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.STATUS).first()).hasText(told);
        assertThat(dialog.locator(".digits .mark.differing")).hasCount(marked);
        page.goBack();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void theViewIsClearedForOneAndTheTrafficForAll() {
        pair.first().send("before");
        open("/sockets/" + pair.first().id() + "/traffic");
        assertThat(sums("before")).hasCount(1);
        more("Clear view");
        assertThat(sums("before")).hasCount(0);
        pair.first().send("behind");
        assertThat(sums("behind")).hasCount(1);
        main().getByText("Show", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(sums("before")).hasCount(1);
        more("Clear traffic on the server");
        assertThat(page.locator(".chunk")).hasCount(0);
        assertThat(pair.first().get("traffic").at("items").size()).isZero();
    }

    private void more(String item) {
        page.locator(".flow-bar").getByLabel("More").first().click();
        item(item).click();
    }

    private Locator item(String name) {
        return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    private Locator sums(String text) {
        return page.locator(".chunk .preview").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private void openTrafficOf(ApiSocket socket) {
        open("/sockets/" + socket.id() + "/traffic");
        assertThat(page.locator(".chunk").first()).isVisible();
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
