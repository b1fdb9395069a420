package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.AnswerAssert;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The page follows the server by itself.
class LiveIT extends ConsoleTests {

    /// Those that other tests closed are below.
    private static final String NEWEST_FIRST = "/sockets?sort=-id";

    private static final String FEED = "**/api/v1/live";

    @Test
    void aSocketAppearsWithoutReloadAndShowsThatItWasClosed() {
        open(NEWEST_FIRST);
        assertLive();
        ApiSocket socket = labelled("from outside");
        assertThat(row("from outside")).containsText("Created", SOON_TOO);
        socket.close();
        assertThat(row("from outside")).containsText("Closed", SOON_TOO);
        assertThat(page.evaluate("performance.getEntriesByType('navigation').length")).isEqualTo(1);
    }

    @Test
    void theListComesOnceWhileTheScriptIsOnItsWayByTheOnlyConnection() {
        List<WebSocket> opened = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        List<Route> held = new ArrayList<>();
        page.onWebSocket(opened::add);
        page.onWebSocket(
                socket ->
                        socket.onFrameReceived(
                                frame -> {
                                    if (frame.text().contains("\"snapshot\"")) {
                                        lists.add(frame.text());
                                    }
                                }));
        page.route("**/assets/start-*.js", held::add);
        page.navigate(
                url("/sockets") + "#token=" + Api.TOKEN,
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> !lists.isEmpty() && !held.isEmpty());
        held.getFirst().resume();
        assertLive();
        assertThat(opened).hasSize(1);
        assertThat(lists).hasSize(1);
    }

    @Test
    void aStateAndWhatWasSentChangeInTheRow() {
        open(NEWEST_FIRST);
        Api.Pair pair = api.pair();
        assertThat(row(pair.first().id())).containsText("Connected", SOON_TOO);
        pair.first().send("x".repeat(2048));
        assertThat(row(pair.first().id())).containsText("2.0 KiB", SOON_TOO);
    }

    @Test
    void aHostileLabelIsShownAsText() {
        open(NEWEST_FIRST);
        labelled(HOSTILE);
        assertThat(row(HOSTILE)).isVisible(SOON);
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void aHiddenTabHearsNothingAndIsRightWhenItReturns() {
        List<String> said = new ArrayList<>();
        page.onWebSocket(socket -> socket.onFrameSent(frame -> said.add(frame.text())));
        page.addInitScript(HIDE);
        ApiSocket before = labelled("of before 4");
        open(NEWEST_FIRST);
        assertThat(row("of before 4")).isVisible();
        page.evaluate("hide(true)");
        page.waitForCondition(() -> said.contains("{\"hidden\":true}"));
        work();
        before.close();
        ApiSocket after = labelled("of meanwhile 4");
        assertAnotherPageShows("of meanwhile 4");
        assertThat(row("of meanwhile 4")).hasCount(0);
        page.evaluate("hide(false)");
        assertThat(row("of meanwhile 4")).isVisible(SOON);
        assertThat(row("of before 4")).containsText("Closed", SOON_TOO);
        assertThat(row(after.id())).hasCount(1);
    }

    @Test
    void aHiddenTabUnderLoadDoesNotGrowAndIsRightWhenItReturns() {
        List<String> heard = new ArrayList<>();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(frame.text())));
        page.addInitScript(HIDE);
        open("/traffic");
        page.evaluate("hide(true)");
        // What was on its way has come when the next page has heard of what came after.
        labelled("of before 7");
        assertAnotherPageShows("of before 7");
        heard.clear();
        long before = heap();
        Api.Pair pair = api.pair();
        for (int round = 0; round < 3; round++) {
            exchange(pair, 500);
        }
        pair.first().send("the last");
        assertAnotherPageShows(pair.first().id());
        assertThat(heard).isEmpty();
        assertThat(heap() - before).isLessThan(MOST_GROWTH);
        page.evaluate("hide(false)");
        int chunks = api.get("/traffic?limit=1").at("total").asInt();
        assertThat(role(AriaRole.GRID, "Traffic of all sockets"))
                .hasAttribute("aria-rowcount", String.valueOf(chunks + 1));
    }

    private static final long MOST_GROWTH = 10 * 1024 * 1024;

    private void exchange(Api.Pair pair, int times) {
        String both =
                json(
                        """
                        {'call': 'send', 'id': '%s', 'body': {'data': '%s'}},
                        {'call': 'recv', 'id': '%s', 'body': {'bufsize': 100}}
                        """,
                        pair.first().id(), base64("x".repeat(100)), pair.second().id());
        String calls = String.join(",", Collections.nCopies(times, both));
        AnswerAssert.assertThat(api.post("/batch", json("{'calls': [%s]}", calls))).isOk();
    }

    /// Of what the page still holds.
    private long heap() {
        CDPSession debugger = page.context().newCDPSession(page);
        debugger.send("HeapProfiler.collectGarbage");
        long used = debugger.send("Runtime.getHeapUsage").get("usedSize").getAsLong();
        debugger.detach();
        return used;
    }

    private static final String HIDE =
            """
            window.hide = (hidden) => {
              Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
              const state = hidden ? 'hidden' : 'visible';
              Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
              document.dispatchEvent(new Event('visibilitychange'));
            };
            """;

    private void assertAnotherPageShows(String label) {
        Page ours = page;
        page = browsing.newPage();
        open(NEWEST_FIRST);
        assertThat(row(label)).isVisible();
        page = ours;
    }

    private void work() {
        for (int i = 0; i < 5; i++) {
            Api.Pair pair = api.pair();
            pair.first().send("load");
            pair.first().close();
            pair.second().close();
        }
    }

    @Test
    void aLostConnectionIsSaidAndMadeAgainAndTheListIsRight() {
        boolean[] isLost = {false};
        WebSocketRoute[] last = new WebSocketRoute[1];
        page.routeWebSocket(
                FEED,
                route -> {
                    last[0] = route;
                    if (isLost[0]) {
                        route.close();
                    } else {
                        route.connectToServer();
                    }
                });
        open(NEWEST_FIRST);
        ApiSocket before = labelled("of before 5");
        assertThat(row("of before 5")).isVisible(SOON);
        isLost[0] = true;
        last[0].close();
        assertThat(feed()).hasText("Reconnecting");
        assertThat(button("Retry now")).isVisible();
        before.close();
        labelled("of meanwhile 5");
        isLost[0] = false;
        button("Retry now").click();
        assertLive();
        assertThat(row("of meanwhile 5")).isVisible(SOON);
        assertThat(row("of before 5")).containsText("Closed", SOON_TOO);
    }

    @Test
    void aPausedViewStandsStillAndCatchesUp() {
        open(NEWEST_FIRST);
        labelled("of before 6");
        assertThat(row("of before 6")).isVisible(SOON);
        button("Pause").click();
        assertThat(feed()).hasText("Paused");
        labelled("of meanwhile 6");
        assertAnotherPageShows("of meanwhile 6");
        assertThat(row("of meanwhile 6")).hasCount(0);
        button("Resume").click();
        assertThat(row("of meanwhile 6")).isVisible(SOON);
    }

    @Test
    void anUpdateChangesTheCellsThatChangedAndNothingElse() {
        Api.Pair pair = api.pair();
        label(pair.first(), "marked");
        open(NEWEST_FIRST);
        assertThat(row("marked")).isVisible();
        page.evaluate(SELECT_A_LABEL_AND_NOTE_WHAT_CHANGES);
        pair.first().send("x".repeat(2048));
        assertThat(row(pair.first().id())).containsText("2.0 KiB");
        assertThat(page.evaluate("getSelection().toString()")).isEqualTo("marked");
        assertThat((String) page.evaluate("[...changed].join()"))
                .contains("sent")
                .doesNotContain("label", "local", "peer", "type", "id");
    }

    private static final String SELECT_A_LABEL_AND_NOTE_WHAT_CHANGES =
            """
            () => {
              const cells = [...document.querySelectorAll('[role=gridcell]')];
              getSelection().selectAllChildren(cells.find(({ textContent }) => textContent === 'marked'));
              window.changed = new Set();
              new MutationObserver((records) => records.forEach(({ target }) =>
                  changed.add((target.parentElement.closest('[role=gridcell]') ?? target).dataset?.column)))
                .observe(document.querySelector('[role=grid]'), { subtree: true, childList: true, characterData: true });
            }
            """;
}
