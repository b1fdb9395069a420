package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Json.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Ten thousand sockets, which the page is told of in place of those that the server has.
class LongListIT extends ConsoleTests {

    private static final int COUNT = 10_000;
    private static final int MOST_ROWS = 60;

    @BeforeEach
    void standInForTheServer() {
        page.routeWebSocket(Pattern.compile("/api/v1/live$"), LongListIT::tell);
    }

    @Test
    void theRowsInTheDocumentAreFew() {
        open("/sockets");
        assertThat(page.locator("#row-s-10000")).isVisible();
        assertThat(rowCount()).isLessThanOrEqualTo(MOST_ROWS);
        assertThat(grid()).hasAttribute("aria-rowcount", "10001");
        page.evaluate("document.querySelector('.sockets-grid').scrollTop = 100000");
        assertThat(page.locator("#row-s-6420")).isVisible();
        assertThat(rowCount()).isLessThanOrEqualTo(MOST_ROWS);
    }

    @Test
    void noRowIsLaidOutAnewWhileOneScrollsAndAllAreInOrderAfterwards() {
        open("/sockets");
        assertThat(page.locator("#row-s-10000")).isVisible();
        assertThat(page.evaluate(MOVES)).isEqualTo(0);
        page.waitForFunction(IN_ORDER);
    }

    /// Elements that go to another place among the others, once there are as many as it takes.
    private static final String MOVES =
            """
            async () => {
              const list = document.querySelector('[role=grid]');
              const scroll = () => { list.scrollBy(0, 140); return new Promise(requestAnimationFrame); };
              for (let frame = 0; frame < 10; frame += 1) await scroll();
              let moves = 0;
              const observer = new MutationObserver((records) => { moves += records.length; });
              observer.observe(list.querySelector('.rows-body'), { childList: true });
              for (let frame = 0; frame < 20; frame += 1) await scroll();
              observer.disconnect();
              return moves;
            }
            """;

    private static final String IN_ORDER =
            """
            () => {
              const rows = [...document.querySelectorAll('.rows-body > [data-index]')].map(({ dataset }) => Number(dataset.index));
              return rows.every((index, at) => at === 0 || index > rows[at - 1]);
            }
            """;

    @Test
    void endHomeAndPageDownMoveThroughAll() {
        open("/sockets");
        grid().focus();
        page.keyboard().press("End");
        assertActive(1);
        page.keyboard().press("Home");
        assertActive(COUNT);
        page.keyboard().press("PageDown");
        int step = COUNT - active();
        assertThat(step).isBetween(10, 40);
        page.keyboard().press("PageDown");
        assertActive(COUNT - 2 * step);
    }

    @Test
    void aDeepLinkScrollsToItsRow() {
        open("/sockets/s-7321");
        assertThat(page.locator("#row-s-7321")).isVisible();
        assertThat(page.locator("#row-s-7321")).isInViewport();
        assertThat(page.locator("#row-s-7321")).hasAttribute("aria-current", "true");
        assertThat(rowCount()).isLessThanOrEqualTo(MOST_ROWS);
    }

    private void assertActive(int number) {
        assertThat(grid()).hasAttribute("aria-activedescendant", "row-s-" + number);
        assertThat(page.locator("#row-s-" + number)).isInViewport();
    }

    private int active() {
        return Integer.parseInt(
                grid().getAttribute("aria-activedescendant").replaceFirst("row-s-", ""));
    }

    private int rowCount() {
        return grid().getByRole(AriaRole.ROW).count();
    }

    private Locator grid() {
        return role(AriaRole.GRID, "Sockets");
    }

    private static void tell(WebSocketRoute socket) {
        socket.onMessage(
                frame -> {
                    if (frame.text().contains("\"subscribe\"")) {
                        socket.send(snapshot());
                    }
                });
    }

    private static String snapshot() {
        String sockets =
                IntStream.rangeClosed(1, COUNT)
                        .mapToObj(LongListIT::socket)
                        .collect(Collectors.joining(","));
        return json(
                """
                {'n': 1,
                 'hello': {'host': 'test', 'platform': 'Linux', 'version': '',
                           'byte_order': 'little', 'epoch': 'test'},
                 'snapshot': {'waiting': [], 'total': %d, 'sockets': [%s]}}
                """,
                COUNT, sockets);
    }

    private static String socket(int number) {
        return json(
                """
                {'id': 's-%d', 'fd': %1$d, 'family': 'AF_INET', 'type': 'SOCK_STREAM',
                 'proto': 'IPPROTO_TCP', 'state': 'UNCONNECTED', 'timeout': null, 'label': null,
                 'local_address': null, 'peer_address': null, 'bytes_sent': 0,
                 'bytes_received': 0, 'created_at': '2026-01-01T00:00:00Z', 'origin': 'socket',
                 'parent': null, 'last_activity': '2026-01-01T00:00:00Z', 'last_error': null,
                 'closed_at': null, 'unread': 0, 'unaccepted': null, 'backlog': null,
                 'peer_ended': null, 'responder': null, 'replies': null}
                """,
                number);
    }
}
