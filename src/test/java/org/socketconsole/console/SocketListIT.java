package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Json.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.KeyboardModifier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Peers;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The list of sockets.
class SocketListIT extends ConsoleTests {

    /// The server remembers the sockets of the tests before.
    @BeforeEach
    void doNotKeepClosedSockets() {
        page.addInitScript("localStorage.setItem('socket-console.closed', 'no')");
    }

    @Test
    void updatesChangeNothingThatAPersonHolds() {
        List<ApiSocket> sockets = sockets(60);
        ApiSocket fifth = sockets.get(55);
        open("/sockets");
        assertThat(rowOf(fifth)).isVisible();
        Locator filter = field("Filter sockets");
        filter.fill("state:");
        assertThat(page.getByRole(AriaRole.LISTBOX)).isVisible();
        filter.press("Escape");
        filter.evaluate("field => field.setSelectionRange(3, 3)");
        page.evaluate("document.querySelector('.sockets-grid').scrollTop = 56");
        rowOf(fifth).click(new Locator.ClickOptions().setModifiers(ctrl()));
        button("Menu of " + fifth.id()).click();
        update(sockets);
        assertThat(page.getByRole(AriaRole.MENU)).isVisible();
        assertThat(page.getByRole(AriaRole.MENUITEM).first()).isFocused();
        assertThat(rowOf(fifth)).hasAttribute("aria-selected", "true");
        assertThat(filter).hasValue("state:");
        assertThat(number("document.querySelector('.sockets-grid').scrollTop")).isEqualTo(56);
        page.keyboard().press("Escape");
        filter.focus();
        filter.evaluate("field => field.setSelectionRange(3, 3)");
        update(sockets);
        assertThat(filter).isFocused();
        assertThat(filter.evaluate("field => field.selectionStart")).isEqualTo(3);
    }

    @Test
    void thoseThatAListenerAcceptedAreUnderIt() {
        ApiSocket listener = api.listener();
        ApiSocket client = api.tcp().connected(listener.port());
        ApiSocket accepted = listener.accepted();
        open("/sockets");
        assertThat(rows()).hasCount(3);
        assertThat(ids()).containsExactly(client.id(), listener.id(), accepted.id());
        assertThat(rowOf(listener)).containsText("1 accepted");
        button("Sockets that " + listener.id() + " accepted").click();
        assertThat(rowOf(accepted)).hasCount(0);
        assertThat(rows()).hasCount(2);
    }

    /// The kernel has all but the last of them for bound.
    @Test
    void theRowAndTheHeadOfASocketSayTheSameOfHowItIs() {
        ApiSocket refused = api.tcp();
        refused.connect(Peers.closedPort());
        Api.Pair both = api.connection();
        both.second().send("hello");
        both.first().post("shutdown", json("{'how': 'SHUT_WR'}"));
        both.second().close();
        Api.Pair pair = api.pair();
        pair.first().postLater("recv", json("{'bufsize': 9}"));
        pair.first().untilWaiting("recv");
        for (var said :
                Map.of(
                                refused,
                                "Failed",
                                both.first(),
                                "Both ended",
                                pair.first(),
                                "Waiting in recv")
                        .entrySet()) {
            open("/sockets");
            assertThat(rowOf(said.getKey())).containsText(said.getValue());
            open("/sockets/" + said.getKey().id());
            assertThat(rowOf(said.getKey())).containsText(said.getValue());
            assertThat(page.locator(".detail-head .chip")).hasText(said.getValue());
        }
        open("/sockets/" + both.first().id());
        assertThat(page.locator(".detail-head .sensible a")).hasCount(0);
    }

    @Test
    void aFilterNarrowsTheListAndIsInTheAddress() {
        ApiSocket listener = api.listener();
        ApiSocket other = api.listener();
        open("/sockets");
        assertThat(rows()).hasCount(2);
        field("Filter sockets").fill("state:listen port:" + listener.port());
        assertThat(rowOf(other)).hasCount(0);
        assertThat(rowOf(listener)).isVisible();
        assertThat(page).hasURL(Pattern.compile("filter=.*" + listener.port()));
    }

    @Test
    void aLinkWithAFilterOpensFiltered() {
        ApiSocket listener = api.listener();
        ApiSocket other = api.tcp();
        open("/sockets?filter=state:listening");
        assertThat(rowOf(listener)).isVisible();
        assertThat(rowOf(other)).hasCount(0);
        assertThat(field("Filter sockets")).hasValue("state:listening");
    }

    @Test
    void ofAMistypedFilterThePlaceIsShownAndTheLastValidOneStays() {
        ApiSocket listener = api.listener();
        ApiSocket other = api.tcp();
        open("/sockets?filter=state:listening");
        assertThat(rowOf(listener)).isVisible();
        field("Filter sockets").fill("state:listening prot:7000");
        assertThat(page.locator(".verdict.wrong u")).hasText("prot");
        assertThat(page.locator(".verdict")).containsText("The last valid filter stays.");
        assertThat(rowOf(listener)).isVisible();
        assertThat(rowOf(other)).hasCount(0);
    }

    @Test
    void whatAFilterMeansDoesNotMoveTheList() {
        api.tcp();
        open("/sockets");
        field("Filter sockets").fill("state:");
        int top = topOfTheList();
        assertThat(page.locator(".verdict.wrong")).isVisible();
        assertThat(topOfTheList()).isEqualTo(top);
        field("Filter sockets").fill("state:created");
        assertThat(page.locator(".verdict.wrong")).hasCount(0);
        assertThat(topOfTheList()).isEqualTo(top);
    }

    private int topOfTheList() {
        return number("document.querySelector('.sockets-grid').getBoundingClientRect().top");
    }

    @Test
    void altFTurnsTheFilterOffAndOn() {
        ApiSocket listener = api.listener();
        ApiSocket other = api.tcp();
        open("/sockets?filter=state:listening");
        assertThat(rowOf(listener)).isVisible();
        page.keyboard().press("Alt+f");
        assertThat(rowOf(other)).isVisible();
        page.keyboard().press("Alt+f");
        assertThat(rowOf(other)).hasCount(0);
        assertThat(rowOf(listener)).isVisible();
    }

    @Test
    void threeSelectedSocketsAreClosedAtOnce() {
        List<ApiSocket> sockets = sockets(4);
        open("/sockets");
        sockets.subList(0, 3)
                .forEach(
                        socket ->
                                rowOf(socket)
                                        .click(new Locator.ClickOptions().setModifiers(ctrl())));
        Locator bulk = role(AriaRole.GROUP, "Selected sockets");
        assertThat(bulk).containsText("3 selected");
        bulk.getByText("Close").click();
        role(AriaRole.DIALOG, "Close 3 sockets?").getByText("Close sockets").click();
        assertThat(rows()).hasCount(1);
        assertThat(bulk).hasCount(0);
        assertThat(sockets.subList(0, 3)).noneMatch(this::isOpen);
        assertThat(isOpen(sockets.getLast())).isTrue();
    }

    @Test
    void checkBoxesAreUnderThePointerAndWhatIsSelectedShowsItsTrafficTogether() {
        List<ApiSocket> sockets = sockets(2);
        open("/sockets");
        sockets.forEach(
                socket -> {
                    rowOf(socket).hover();
                    rowOf(socket).getByRole(AriaRole.CHECKBOX).click();
                });
        Locator bulk = role(AriaRole.GROUP, "Selected sockets");
        assertThat(bulk).containsText("2 selected");
        bulk.getByText("Traffic").click();
        assertThat(heading()).hasText("Traffic");
        String both = "socket:%s or socket:%s".formatted(sockets.get(0).id(), sockets.get(1).id());
        assertThat(field("Filter or find")).hasValue(both);
    }

    @Test
    void shiftSelectsAsTheKeysMoveAndCtrlAAll() {
        sockets(4);
        open("/sockets");
        rows().first().click(new Locator.ClickOptions().setModifiers(ctrl()));
        Locator bulk = role(AriaRole.GROUP, "Selected sockets");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(bulk).containsText("3 selected");
        page.keyboard().press("Shift+ArrowUp");
        assertThat(bulk).containsText("2 selected");
        page.keyboard().press("Control+a");
        assertThat(bulk).containsText("4 selected");
    }

    @Test
    void aClickOnAHeadSortsAndTheOrderIsInTheAddress() {
        List<ApiSocket> sockets = List.of(labelled("b"), labelled("c"), labelled("a"));
        open("/sockets");
        Locator head = page.locator(".rows-head .cell.label");
        head.getByRole(AriaRole.BUTTON).click();
        assertThat(page).hasURL(Pattern.compile("sort=label"));
        assertThat(head).hasAttribute("aria-sort", "ascending");
        assertThat(ids()).containsExactlyElementsOf(idsOf(sockets, 2, 0, 1));
        head.getByRole(AriaRole.BUTTON).click();
        assertThat(page).hasURL(Pattern.compile("sort=-label"));
        assertThat(ids()).containsExactlyElementsOf(idsOf(sockets, 1, 0, 2));
        page.reload();
        assertLive();
        assertThat(head).hasAttribute("aria-sort", "descending");
    }

    @Test
    void aColumnThatIsChosenAppearsAndStaysAfterAReload() {
        api.tcp();
        open("/sockets");
        assertThat(rows()).hasCount(1);
        assertThat(page.locator(".rows-head .cell.fd")).hasCount(0);
        button("Columns and order").click();
        role(AriaRole.DIALOG, "Columns and order").getByLabel("fd", exactly()).check();
        page.keyboard().press("Escape");
        assertThat(page.locator(".rows-head .cell.fd")).isVisible();
        page.reload();
        assertLive();
        assertThat(page.locator(".rows-head .cell.fd")).isVisible();
    }

    @Test
    void shiftF10OpensTheMenuOfTheRowAndEscGivesTheFocusBack() {
        List<ApiSocket> sockets = sockets(3);
        open("/sockets");
        Locator grid = role(AriaRole.GRID, "Sockets");
        grid.focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Shift+F10");
        assertThat(role(AriaRole.MENU, "Menu of " + sockets.get(1).id())).isVisible();
        assertThat(role(AriaRole.MENUITEM, "Open").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.MENU)).hasCount(0);
        assertThat(grid).isFocused();
        page.keyboard().press("Shift+F10");
        page.keyboard().press("c");
        page.keyboard().press("End");
        assertThat(role(AriaRole.MENUITEM, "Close")).isFocused();
        page.keyboard().press("Enter");
        assertThat(rowOf(sockets.get(1))).containsText("Closed");
        assertThat(isOpen(sockets.get(1))).isFalse();
    }

    @Test
    void theOpenOnesComeFirstTheNewestOnTopAndTheClosedOnesLastFoldedAndCounted() {
        page.addInitScript("localStorage.setItem('socket-console.closed', 'yes')");
        List<ApiSocket> sockets = sockets(3);
        open("/sockets");
        sockets.get(1).close();
        Locator group = page.locator(".sockets-grid .group");
        assertThat(group).containsText("Closed");
        settle();
        assertThat(ids().subList(0, 2)).isEqualTo(idsOf(sockets, 2, 0));
        assertThat(topOf(group)).isGreaterThan(topOf(rowOf(sockets.get(0))));
        assertThat(topOf(rowOf(sockets.get(1)))).isGreaterThan(topOf(group));
        group.getByText("Closed").click();
        assertThat(rowOf(sockets.get(1))).hasCount(0);
        group.getByRole(AriaRole.BUTTON).last().click();
        assertThat(group).hasCount(0);
    }

    @Test
    void aClosedSocketLooksClosedWhereverTheKeysAre() {
        page.addInitScript("localStorage.setItem('socket-console.closed', 'yes')");
        ApiSocket closed = labelled("closed");
        open("/sockets/" + labelled("open").id());
        closed.close();
        assertThat(rowOf(closed)).hasClass(Pattern.compile("closed"));
        rowOf(closed).click();
        assertThat(rowOf(closed)).hasClass(Pattern.compile("active"));
        assertThat(rowOf(closed)).hasClass(Pattern.compile("closed"));
    }

    @Test
    void whatOneAcceptsComesIntoSightAndIsMarked() {
        ApiSocket listener = api.listener();
        sockets(60);
        api.tcp().connected(listener.port());
        open("/sockets");
        assertThat(rows().first()).isVisible();
        role(AriaRole.GRID, "Sockets").focus();
        page.keyboard().press("End");
        rowOf(listener).locator("[data-act=main]").click();
        Locator own = page.locator(".sockets-grid .own");
        assertThat(own).isInViewport();
        assertThat(own).containsText("Connected");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 900, 600, 360})
    void nothingOfARowIsOutsideItsListNorCoveredByItsButtons(int width) {
        api.listener();
        api.connection().first().send("x".repeat(2048));
        label(api.pair().first(), "a label that is longer than any column of the list is wide");
        browse(width, 740, ColorScheme.LIGHT);
        page.addInitScript("localStorage.setItem('socket-console.closed', 'no')");
        for (String path : List.of("/sockets", "/sockets/" + api.tcp().id())) {
            open(path);
            settle();
            assertThat(page.evaluate(OUTSIDE)).as(path).isEqualTo(List.of());
            for (Locator row : page.locator(".sockets-grid [data-name]:visible").all()) {
                row.hover();
                assertThat(page.evaluate(OUTSIDE))
                        .as("%s under the pointer at %s", row, path)
                        .isEqualTo(List.of());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noHeadAndNoNameOfAPageIsCut(String language) {
        api.tcp();
        page.context()
                .addCookies(
                        List.of(new Cookie("socket-console.language", language).setUrl(url("/"))));
        open("/sockets");
        assertThat(page.locator(".rows-head .cell").first()).isVisible();
        settle();
        assertThat(page.evaluate(CUT)).isEqualTo(List.of());
    }

    private static final String CUT =
            """
            () => [...document.querySelectorAll('.rows-head .cell, .rows-head button, .rail span')]
              .filter(({ offsetWidth, clientWidth, scrollWidth }) => offsetWidth > 0 && clientWidth > 0 && scrollWidth > clientWidth)
              .map(({ textContent, scrollWidth, clientWidth }) => `${textContent}: ${scrollWidth} in ${clientWidth}`)
            """;

    private static final String OUTSIDE =
            """
            () => {
              const list = document.querySelector('.sockets-grid');
              if (!list || list.offsetWidth === 0) return [];
              const { left, right } = list.getBoundingClientRect();
              const shown = (element) => element.offsetWidth > 0 && getComputedStyle(element).visibility === 'visible';
              return [...list.querySelectorAll('[data-name]')].flatMap((row) => {
                const cells = [...row.querySelectorAll('[role=gridcell]')].filter(shown).map((cell) => cell.getBoundingClientRect());
                const buttons = [...row.querySelectorAll('[data-act=main], [data-act=menu]')].filter(shown)
                  .map((button) => [button.closest('[role=gridcell]'), button.getBoundingClientRect()]);
                const outside = cells.filter((cell) => cell.left < left - 1 || cell.right > right + 1);
                const covered = buttons.filter(([of, button]) => [...row.querySelectorAll('[role=gridcell]')]
                  .filter((cell) => cell !== of && shown(cell) && cell.textContent !== '')
                  .map((cell) => cell.getBoundingClientRect())
                  .some((cell) => cell.left < button.right - 1 && button.left < cell.right - 1
                    && cell.top < button.bottom - 1 && button.top < cell.bottom - 1));
                return [...outside.map(() => `${row.dataset.name} has a cell outside`),
                  ...covered.map(() => `${row.dataset.name} has a button over a cell`)];
              });
            }
            """;

    @Test
    void aSocketWithUnreadBytesIsClosedAfterAQuestionThatSaysSo() {
        Api.Pair pair = api.pair();
        pair.second().send("unread");
        open("/sockets/" + pair.first().id());
        page.locator(".detail-head").getByText("Close", exact()).click();
        Locator question = page.getByRole(AriaRole.DIALOG);
        assertThat(question).containsText("It has received bytes that have not been read.");
        page.keyboard().press("Escape");
        assertThat(question).hasCount(0);
        assertThat(isOpen(pair.first())).isTrue();
        page.locator(".detail-head").getByText("Close", exact()).click();
        question.getByText("Close socket").click();
        assertThat(page.locator(".detail-head .chip")).hasText("Closed");
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private List<ApiSocket> sockets(int count) {
        return IntStream.range(0, count).mapToObj(number -> labelled("n" + number)).toList();
    }

    /// Five hundred changes.
    private void update(List<ApiSocket> sockets) {
        for (int count = 0; count < 500; count++) {
            ApiSocket socket = sockets.get(count % sockets.size());
            Api.Request request = api.request("PUT", socket.path("label"));
            request.json(json("{'label': 'update %d'}", count)).send();
        }
        assertThat(main()).containsText(Pattern.compile("update 4\\d\\d"));
    }

    private boolean isOpen(ApiSocket socket) {
        return api.get("/sockets/" + socket.id()).status() == 200;
    }

    private Locator rows() {
        return page.locator(".sockets-grid [data-name]");
    }

    private Locator rowOf(ApiSocket socket) {
        return page.locator("#row-" + socket.id());
    }

    /// From the top to the bottom, all at one time.
    @SuppressWarnings("unchecked")
    private List<String> ids() {
        return (List<String>)
                rows().evaluateAll(
                                """
                                rows => rows
                                  .map((row) => [row.getBoundingClientRect().top, row.dataset.name])
                                  .sort(([one], [other]) => one - other)
                                  .map(([, name]) => name)
                                """);
    }

    private static double topOf(Locator row) {
        return row.boundingBox().y;
    }

    private static List<String> idsOf(List<ApiSocket> sockets, int... order) {
        return IntStream.of(order).mapToObj(sockets::get).map(ApiSocket::id).toList();
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static List<KeyboardModifier> ctrl() {
        return List.of(KeyboardModifier.CONTROL);
    }
}
