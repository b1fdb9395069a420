package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Api;

import java.util.List;

/// The bytes of a chunk.
class HexIT extends ConsoleTests {

    private static final int DIGITS = 48;

    @Test
    void bytesThatAreDraggedOverAreMarkedInBothColumns() {
        openBytes();
        drag(4, 7);
        assertThat(marked(".digits")).isEqualTo("34 35 36 37");
        assertThat(marked(".characters")).isEqualTo("4567");
        assertThat(page.locator(".bytes-selected")).hasText("0x4–0x7, 4 bytes selected");
    }

    @Test
    void theInspectorReadsTheSelectionInBothOrders() {
        openBytes();
        drag(4, 7);
        assertReading("16", "13620", "13365");
        assertReading("32", "926299444", "875902519");
        assertReading("ipv4", "55.54.53.52", "52.53.54.55");
        assertReading("utf8", "4567");
    }

    @Test
    void theAddressCarriesTheSelectionAndAReloadRestoresIt() {
        openBytes();
        drag(4, 7);
        assertThat(page.url()).contains("bytes=4-7");
        page.reload();
        assertThat(page.locator(".bytes-selected")).hasText("0x4–0x7, 4 bytes selected");
        assertThat(marked(".characters")).isEqualTo("4567");
    }

    @Test
    void shiftAndArrowsSelectAndCtrlCCopies() {
        openBytes();
        allowClipboard();
        bytes().focus();
        press(
                "Home",
                "Shift+ArrowRight",
                "Shift+ArrowRight",
                "Shift+ArrowRight",
                "Shift+ArrowRight");
        assertThat(page).hasURL(url("/traffic?chunk=" + chunkInAddress() + "&bytes=0-4"));
        press("Control+c");
        assertThat(page.locator(".hex-told")).hasText("Copied 5 bytes as Hex");
        assertThat(clipboard()).isEqualTo("30 31 32 33 34");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    C array      | unsigned char data[] = {0x34, 0x35, 0x36, 0x37};
                    Python bytes | b'4567'
                    Java byte[]  | byte[] data = {0x34, 0x35, 0x36, 0x37};
                    Base64       | NDU2Nw==
                    """)
    void theSelectionIsCopiedInTheFormOfALanguage(String form, String expected) {
        openBytes();
        allowClipboard();
        drag(4, 7);
        copyAs(form);
        assertThat(told()).hasText("Copied 4 bytes as " + form);
        assertThat(clipboard()).isEqualTo(expected);
    }

    @Test
    void withoutTheClipboardApiACopyIsMadeAllTheSame() {
        page.addInitScript(WITHOUT_CLIPBOARD_API);
        openBytes();
        drag(4, 7);
        copyAs("Python bytes");
        assertThat(told()).hasText("Copied 4 bytes as Python bytes");
        assertThat(page.evaluate("copied")).isEqualTo("b'4567'");
    }

    @Test
    void withoutTheClipboardApiACopyIsMadeInADialogToo() {
        page.addInitScript(WITHOUT_CLIPBOARD_API);
        open("/sockets");
        button("New socket").click();
        button("Copy Python").click();
        assertThat(role(AriaRole.DIALOG, "New socket").getByText("Copied")).isVisible();
        assertThat((String) page.evaluate("copied")).startsWith("import socket");
    }

    private static final String WITHOUT_CLIPBOARD_API =
            """
            Object.defineProperty(navigator, 'clipboard', { value: undefined });
            document.addEventListener('copy', () => { window.copied = document.activeElement.value; });
            """;

    @Test
    void aCopyThatTheBrowserRefusesIsSaid() {
        page.addInitScript(
                "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
                        + "document.execCommand = () => false;");
        openBytes();
        copyAs("C array");
        assertThat(told()).containsText("This browser refused both ways to copy");
    }

    @Test
    void anOffsetIsGoneToAndOneOutsideIsSaid() {
        openBytes();
        bytes().press("g");
        field("Offset").fill("99");
        field("Offset").press("Enter");
        assertThat(page.getByText("Offsets are 0 to 19")).isVisible();
        field("Offset").fill("0x10");
        field("Offset").press("Enter");
        assertThat(page.locator(".bytes-selected")).hasText("Byte at 0x10");
        assertThat(bytes()).isFocused();
    }

    @Test
    void textAndBytesAreFoundAndGoneThrough() {
        openBytes("one two one two");
        bytes().press("Control+f");
        field("Find in these bytes").fill("TWO");
        assertThat(page.locator(".bytes-selected")).hasText("0x4–0x6, 3 bytes selected");
        assertThat(page.locator(".digits .mark.found")).hasCount(2);
        field("Find in these bytes").press("Enter");
        assertThat(page.locator(".bytes-selected")).hasText("0xc–0xe, 3 bytes selected");
        field("Find in these bytes").press("Shift+Enter");
        assertThat(page.locator(".bytes-selected")).hasText("0x4–0x6, 3 bytes selected");
        field("Find in these bytes").fill("hex:6f 6e");
        assertThat(page.locator(".bytes-selected")).hasText("0x0–0x1, 2 bytes selected");
    }

    @ParameterizedTest
    @CsvSource({"1280, 16", "900, 16", "600, 16", "500, 8", "360, 8"})
    void aRowHasSixteenBytesAndEightWhereTheyHaveNoRoom(int width, int bytes) {
        browse(width, 740, ColorScheme.LIGHT);
        openBytes();
        String digits = page.locator(".hex-row .digits .over").first().textContent();
        assertThat(digits.trim().split(" +")).hasSize(bytes);
        assertThat(isTrue("document.documentElement.scrollWidth <= innerWidth")).isTrue();
    }

    private Locator told() {
        return page.locator("footer .last");
    }

    private void openBytes() {
        openBytes("0123456789abcdefghij");
    }

    private void openBytes(String text) {
        Api.Pair pair = api.pair();
        pair.first().send(text);
        open("/traffic?chunk=" + pair.first().get("traffic").at("items/0/seq").asString());
        assertThat(bytes()).isVisible();
    }

    private Locator bytes() {
        return page.locator(".hex-rows");
    }

    private void drag(int from, int to) {
        BoundingBox digits = page.locator(".hex-row .digits").first().boundingBox();
        double y = digits.y + digits.height / 2;
        page.mouse().move(digits.x + center(from) * digits.width, y);
        page.mouse().down();
        page.mouse().move(digits.x + center(to) * digits.width, y);
        page.mouse().up();
    }

    /// Of a byte's two digits; the halves of a row stand apart by one more.
    private static double center(int column) {
        return (3.0 * column + (column < 8 ? 1 : 2)) / DIGITS;
    }

    /// What lies under the mark.
    private String marked(String column) {
        return (String) page.locator(".hex-row " + column).first().evaluate(UNDER_THE_MARK);
    }

    private static final String UNDER_THE_MARK =
            """
            (column) => {
              const text = column.querySelector('.over').firstChild;
              const mark = column.querySelector('.mark.selected').getBoundingClientRect();
              const letters = [...text.data].filter((_, at) => {
                const range = document.createRange();
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                const { left, right } = range.getBoundingClientRect();
                const middle = (left + right) / 2;
                return middle > mark.left && middle < mark.right;
              });
              return letters.join('');
            }
            """;

    /// In little and in big endian; digits stand in threes.
    private void assertReading(String name, String... values) {
        List<String> cells =
                page.locator("[data-reading='%s'] td".formatted(name)).allTextContents();
        assertThat(cells.stream().map(cell -> cell.replace("\u2009", ""))).containsExactly(values);
    }

    private void copyAs(String form) {
        page.locator(".bytes-bar").getByText("Copy as").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(form).setExact(true))
                .click();
    }

    private String chunkInAddress() {
        return (String) page.evaluate("new URLSearchParams(location.search).get('chunk')");
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }
}
