package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.AnswerAssert;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The console without a mouse.
@Order(1)
class KeyboardIT extends ConsoleTests {

    private static final int MOST_STOPS = 150;

    /// Widths are kept as tenths of a per cent.
    private static final Offset<Double> ROUNDED = Offset.offset(2.0);

    /// Of a page that is painted late: a key that came between was the page's, where one letter
    /// acts.
    @Test
    void whatIsTypedRightAfterTheKeyOfADialogIsTheDialogs() {
        open("/reference");
        page.evaluate("() => { window.requestAnimationFrame = () => 0; }");
        page.keyboard().press("Control+k");
        page.keyboard().type("echo server");
        assertThat(role(AriaRole.COMBOBOX, "Search or run a command")).hasValue("echo server");
    }

    /// The list is there too, before it, in sight or not.
    @ParameterizedTest
    @CsvSource({
        "1280, traffic, Filter or find (/)",
        "360, traffic, Filter or find (/)",
        "1280, options, 'Filter by name, value or meaning, e.g. buffer'",
        "360, conversation, Find text or hex:0d0a"
    })
    void theKeyOfTheFilterIsForWhatThePageIsAbout(int width, String tab, String placeholder) {
        page.setViewportSize(width, 640);
        open("/sockets/" + api.tcp().id() + "/" + tab);
        assertThat(page.getByPlaceholder(placeholder)).isVisible();
        page.keyboard().press("/");
        assertThat(page.getByPlaceholder(placeholder)).isFocused();
    }

    @Test
    void thePaletteFindsAPageAndEnterOpensIt() {
        open("/sockets");
        openPalette();
        page.keyboard().type("names");
        assertThat(role(AriaRole.OPTION, "Names").first()).isVisible();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(url("/names"));
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    void thePaletteFindsASocketByItsLabel() {
        String id = labelled("the one I mean").id();
        open("/settings");
        openPalette();
        page.keyboard().type("one mean");
        assertThat(role(AriaRole.OPTION, "the one I mean")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(url("/sockets/" + id));
    }

    @Test
    void thePaletteIsAComboboxWhoseArrowsMoveTheActiveOption() {
        open("/sockets");
        Locator box = openPalette();
        page.keyboard().type("theme");
        Locator options = page.getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION);
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("ArrowDown");
        Locator second = options.nth(1);
        assertThat(second).hasAttribute("aria-selected", "true");
        assertThat(box).hasAttribute("aria-activedescendant", second.getAttribute("id"));
        assertThat(page.locator("#" + box.getAttribute("aria-controls")))
                .hasAttribute("role", "listbox");
        picture("palette");
    }

    @Test
    void escLeavesThePaletteAndTheFocusIsWhereItWas() {
        open("/sockets");
        Locator filter = field("Filter sockets");
        filter.focus();
        openPalette();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(filter).isFocused();
    }

    @Test
    void theFocusIsOnWhatACommandOfThePaletteWasAbout() {
        String id = labelled("about").id();
        open("/traffic");
        run("dark");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("main")).isFocused();
        field("Filter or find").focus();
        run("light");
        assertThat(field("Filter or find")).isFocused();
        run(id);
        assertThat(page).hasURL(url("/sockets/" + id));
        assertThat(page.locator(".detail-pane")).isFocused();
    }

    /// It is made first, and the place is gone to then; what shows it may have to be loaded.
    @ParameterizedTest
    @CsvSource({
        "/sockets, .sockets-grid, connect 127.0.0.1:1",
        "/sockets, .sockets-grid, echo server",
        "/sockets, .sockets-grid, listen 127.0.0.1:0",
        "/reference, main, listen 127.0.0.1:0",
        "/activity, main, connect 127.0.0.1:1",
        "/settings, main, names"
    })
    void theFocusIsOnWhatACommandMadeOrOpened(String from, String focused, String command) {
        labelled("before");
        open(from);
        page.locator(focused).focus();
        run(command);
        assertThat(page).not().hasURL(url(from));
        assertThat(page.locator("[data-pane]:focus h1")).isVisible();
        if (!command.equals("names")) {
            assertThat(page.locator(".detail-pane")).isFocused();
        }
    }

    private void run(String command) {
        openPalette();
        page.keyboard().type(command);
        assertThat(page.locator("#palette-0")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    void singleLettersGoToPagesAndOpenWhatTheySay() {
        open("/sockets");
        press("g", "t");
        assertThat(page).hasURL(url("/traffic"));
        press("Shift+?");
        assertThat(role(AriaRole.DIALOG, "Keyboard shortcuts")).isVisible();
        press("Escape", "n");
        assertThat(role(AriaRole.DIALOG, "New socket")).isVisible();
    }

    /// The last key of most is one of a socket too, or of the whole page.
    @ParameterizedTest
    @CsvSource({"s, sockets", "t, traffic", "n, names", "r, reference", "a, activity"})
    void aSequenceGoesToItsPageFromWhereverTheFocusIs(String key, String path) {
        ApiSocket socket = api.pair().first();
        AnswerAssert.assertThat(socket.send("hello")).isOk();
        open("/sockets/" + socket.id() + "/traffic");
        for (String focused : List.of(".sockets-grid", ".detail-pane", ".chunks", "body")) {
            page.locator(focused).evaluate("element => element.focus()");
            press("g", key);
            assertThat(page).hasURL(Pattern.compile(".*/" + path));
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(page.locator("[data-pane]:focus")).hasCount(1);
            page.goBack();
        }
        assertThat(api.get("/operations").at("items")).isEmpty();
    }

    @Test
    void singleLettersThatAreOffInTheSettingsAreOff() {
        open("/settings");
        role(AriaRole.GROUP, "Single-letter keys").getByLabel("Off").check();
        page.reload();
        open("/sockets");
        press("n", "Shift+?", "p", "/", "g", "t");
        settle();
        assertThat(page).hasURL(url("/sockets"));
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(field("Filter sockets")).not().isFocused();
        assertLive();
        openPalette();
    }

    @Test
    void backClosesADialogAndStaysOnThePage() {
        open("/traffic");
        open("/sockets");
        press("Shift+?");
        assertThat(role(AriaRole.DIALOG, "Keyboard shortcuts")).isVisible();
        page.goBack();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page).hasURL(url("/sockets"));
    }

    /// As often as one likes, and however it was left.
    @ParameterizedTest
    @ValueSource(strings = {"Shift+?", "Control+k", "n"})
    void forwardComesToTheDialogThatWasLeft(String key) {
        open("/sockets");
        press(key);
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        page.goBack();
        assertThat(dialog).hasCount(0);
        page.goForward();
        assertThat(dialog).isVisible();
        page.evaluate("() => document.querySelector('dialog').close()");
        page.waitForFunction("() => history.state === null");
        page.goForward();
        assertThat(dialog).isVisible();
        page.goBack();
        assertThat(dialog).hasCount(0);
        assertThat(page).hasURL(url("/sockets"));
    }

    @Test
    void forwardDoesNotAskAgainWhatWasAnswered() {
        Api.Pair pair = api.connection();
        AnswerAssert.assertThat(pair.first().send("unread")).isOk();
        open("/sockets/" + pair.second().id());
        button("Close").last().click();
        Locator question = page.getByRole(AriaRole.DIALOG);
        assertThat(question).isVisible();
        page.goBack();
        assertThat(question).hasCount(0);
        page.goForward();
        page.waitForFunction("() => history.state === null");
        assertThat(question).hasCount(0);
        assertThat(page).hasURL(url("/sockets/" + pair.second().id()));
    }

    /// As with the keys: the effects of a page that is painted late come late.
    @Test
    void backRightAfterADialogHasComeClosesIt() {
        open("/traffic");
        open("/sockets");
        page.evaluate("() => { window.requestAnimationFrame = () => 0; }");
        press("Shift+?");
        assertThat(role(AriaRole.DIALOG, "Keyboard shortcuts")).isVisible();
        page.evaluate("() => history.back()");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page).hasURL(url("/sockets"));
    }

    @Test
    void theSheetListsTheKeysOfWhatIsOnThePage() {
        open("/settings");
        press("Shift+?");
        Locator sheet = role(AriaRole.DIALOG, "Keyboard shortcuts");
        assertThat(sheet).containsText("Go to Names");
        assertThat(sheet).not().containsText("In a list");
        labelled("with keys");
        open("/sockets");
        assertThat(row("with keys")).isVisible();
        press("Shift+?");
        assertThat(sheet).containsText("In a list");
    }

    @Test
    void escLeavesAFieldForItsPaneWhereLettersAreCommands() {
        open("/sockets");
        field("Filter sockets").focus();
        press("Escape");
        assertThat(field("Filter sockets")).not().isFocused();
        assertThat(isTrue("document.activeElement.matches('[data-pane]')")).isTrue();
        press("n");
        assertThat(role(AriaRole.DIALOG, "New socket")).isVisible();
    }

    @Test
    void theKeysOfAListAreTheOnesOfItsPaneToo() {
        labelled("with keys");
        open("/sockets");
        field("Filter sockets").focus();
        press("Escape", "ArrowDown");
        assertThat(page.locator(".sockets-grid")).isFocused();
    }

    @Test
    void f6GoesFromPaneToPaneInReadingOrder() {
        open("/sockets/" + api.tcp().id());
        page.locator("body").evaluate("body => body.focus()");
        for (String pane : List.of("top", "rail", "list-pane", "detail-pane", "status", "top")) {
            press("F6");
            assertThat(page.locator("[data-pane]:focus")).hasClass(Pattern.compile(pane));
        }
        press("Shift+F6");
        assertThat(page.locator("[data-pane]:focus")).hasClass("status");
    }

    @Test
    void singleLettersInAFieldAreText() {
        open("/names/getaddrinfo");
        field("host").focus();
        page.keyboard().type("npgt/");
        assertThat(field("host")).hasValue("npgt/");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page).hasURL(url("/names/getaddrinfo"));
    }

    @ParameterizedTest
    @CsvSource({"ArrowRight, 16", "ArrowLeft, -16", "Shift+ArrowRight, 64", "Shift+ArrowLeft, -64"})
    void theArrowsMoveTheSplitter(String key, int pixels) {
        open("/sockets/" + labelled("split").id());
        double before = listWidth();
        page.getByRole(AriaRole.SEPARATOR).focus();
        page.keyboard().press(key);
        assertThat(listWidth() - before).isCloseTo((double) pixels, ROUNDED);
        double moved = listWidth();
        page.reload();
        assertLive();
        assertThat(listWidth()).isCloseTo(moved, ROUNDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sockets",
                "/sockets/s-?",
                "/traffic",
                "/traffic?chunk=?",
                "/names",
                "/names/getaddrinfo?host=127.0.0.1",
                "/reference",
                "/reference/byte-order",
                "/reference/errno/ECONNREFUSED",
                "/settings"
            })
    void tabLeadsThroughThePageInItsOrderAndEveryStopIsSeen(String path) {
        open(real(path));
        settle();
        List<String> stops = new ArrayList<>();
        page.keyboard().press("Tab");
        while (!isTrue("document.activeElement === document.body") && stops.size() < MOST_STOPS) {
            String stop = (String) page.evaluate(STOP);
            if (stop.startsWith("again")) {
                break;
            }
            stops.add(stop);
            page.keyboard().press("Tab");
        }
        assertThat(stops).first().asString().contains("Skip to the content");
        assertThat(stops).allMatch(stop -> stop.startsWith("seen"));
        assertThat(stops).as("no trap, nothing left out").hasSize(number(TABBABLE));
    }

    /// How many stops there should be: one for each control, and one for each group of radio
    /// buttons.
    private static final String TABBABLE =
            """
            () => {
              const groups = new Set();
              return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }))
                .filter(({ type, name }) => type !== 'radio' || !(groups.has(name) || !groups.add(name)))
                .length;
            }
            """;

    /// Tells of the element that has the focus: that it comes after the one before, and that it is
    /// in sight and not under another.
    private static final String STOP =
            """
            () => {
              const element = document.activeElement;
              const said = ` ${element.outerHTML.slice(0, 160)}`;
              window.visited ??= [];
              if (visited.includes(element)) return 'again' + said;
              const before = visited.at(-1);
              visited.push(element);
              if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) return 'out of order' + said;
              const { left, right, top, bottom } = element.getBoundingClientRect();
              const box = { left: Math.max(0, left), right: Math.min(innerWidth, right), top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) };
              if (box.left >= box.right || box.top >= box.bottom) return 'out of sight' + said;
              const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
              const own = [element, element.closest('label')].some((each) => each?.contains(hit));
              return (own ? 'seen' : `under ${hit?.outerHTML.slice(0, 80)}`) + said;
            }
            """;

    /// With the number of a socket or chunk of this test.
    private String real(String path) {
        if (!path.endsWith("?")) {
            return path;
        }
        var pair = api.pair();
        pair.first().send("0123456789");
        String number =
                path.contains("chunk")
                        ? pair.first().get("traffic").at("items/0/seq").asString()
                        : pair.first().id().substring(2);
        return path.substring(0, path.length() - 1) + number;
    }

    private double listWidth() {
        BoundingBox box = page.locator(".list-pane").boundingBox();
        return box.width;
    }

    private Locator openPalette() {
        page.keyboard().press("Control+k");
        Locator box = role(AriaRole.COMBOBOX, "Search or run a command");
        assertThat(box).isFocused();
        return box;
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }
}
