package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Api;

import java.util.HexFormat;

/// What is typed to be sent, and the bytes that come of it.
@Order(1)
class ComposerIT extends ConsoleTests {

    private Api.Pair pair;

    @BeforeEach
    void openASocket() {
        pair = api.pair();
        open("/sockets/" + pair.first().id());
    }

    /// What came of a call has the place of what one would come to.
    @Test
    void theFootIsAsHighWhateverItSays() {
        field("Bytes to send").fill("hello");
        double height = page.locator(".docked").boundingBox().height;
        page.locator(".composer").getByRole(AriaRole.SWITCH).check();
        assertThat(page.locator(".told")).containsText("The responder reads");
        assertThat(page.locator(".docked").boundingBox().height).isEqualTo(height);
        button("Send 5 bytes").click();
        assertThat(page.locator(".told")).containsText("Sent 5 bytes");
        assertThat(page.locator(".docked").boundingBox().height).isEqualTo(height);
    }

    @Test
    void hexIsTakenAsPeopleWriteIt() {
        writeAs("Hex");
        send("48 65:6c,0x6c 6F");
        assertThat(received()).isEqualTo("48656c6c6f");
    }

    @Test
    void ofWrongHexThePlaceIsSaidAndNothingIsSent() {
        writeAs("Hex");
        field("Bytes to send").fill("4g");
        assertThat(composer().locator(".problem")).containsText("at position 1 is not a hex digit");
        assertThat(composer().locator(".problem u")).hasText("4g");
        assertThat(sendButton()).hasAttribute("aria-disabled", "true");
        page.keyboard().press("Control+Enter");
        settle();
        assertThat(pair.first().view().get("bytes_sent").asInt()).isZero();
    }

    @Test
    void theLineEndingIsSentToo() {
        choose("Line ending", "CRLF");
        send("hi");
        assertThat(received()).isEqualTo("68690d0a");
    }

    @Test
    void theLineEndingIsThatOfEachLineOfTheText() {
        choose("Line ending", "CRLF");
        send("one\ntwo");
        assertThat(received()).isEqualTo("6f6e650d0a74776f0d0a");
    }

    @Test
    void anotherNotationHasTheSameBytesBothWays() {
        field("Bytes to send").fill("h\u00e9\n");
        writeAs("Escapes");
        assertThat(field("Bytes to send")).hasValue("h\\xc3\\xa9\\n");
        writeAs("Hex");
        assertThat(field("Bytes to send")).hasValue("68 c3 a9 0a");
        writeAs("Text");
        assertThat(field("Bytes to send")).hasValue("h\u00e9\n");
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() {
        writeAs("Hex");
        field("Bytes to send").fill("ff");
        composer().getByLabel("Text", exactly()).dispatchEvent("click");
        assertThat(composer().locator(".problem")).containsText("no text");
        assertThat(field("Bytes to send")).hasValue("ff");
        assertThat(composer().getByLabel("Hex", exactly())).isChecked();
    }

    @Test
    void whatIsRepeatedIsSentSoOftenAndCanBeStopped() {
        field("Bytes to send").fill("x");
        button("Repeat").click();
        field("Every (seconds)").fill("0.1");
        field("Times").fill("3");
        button("Start").click();
        assertThat(page.locator(".docked .operation-card")).containsText("of 3");
        assertThat(page.locator(".docked .operation-card")).hasCount(0);
        assertThat(received()).isEqualTo("787878");
        button("Repeat").click();
        field("Times").fill("1000");
        button("Start").click();
        button("Stop").click();
        assertThat(page.locator(".docked .operation-card")).hasCount(0);
    }

    /// The clock goes on, or axe would wait for ever, and leaps.
    @Test
    void fiveTimesAreFiveAndWhatIsStoppedAfterTwoWasSentTwice() {
        page.clock().install();
        repeat("x", "0.2", 5);
        assertThat(card()).containsText("of 5");
        assertThat(card()).hasCount(0);
        page.clock().runFor(1_000);
        assertThat(received()).isEqualTo("78".repeat(5));
        repeat("y", "3", 5);
        assertThat(card()).containsText("1 of 5");
        page.clock().runFor(3_000);
        assertThat(card()).containsText("2 of 5");
        button("Stop").click();
        page.clock().runFor(3_000);
        assertThat(card()).hasCount(0);
        assertThat(received()).isEqualTo("79".repeat(2));
    }

    private void repeat(String text, String seconds, int times) {
        field("Bytes to send").fill(text);
        button("Repeat").click();
        field("Every (seconds)").fill(seconds);
        field("Times").fill(String.valueOf(times));
        button("Start").click();
    }

    private Locator card() {
        return page.locator(".docked .operation-card");
    }

    @Test
    void crc16AppendsTwoBytes() {
        writeAs("Hex");
        button("Checksum: none").click();
        role(AriaRole.COMBOBOX, "Checksum").selectOption("crc16-modbus");
        page.keyboard().press("Escape");
        field("Bytes to send").fill("01 03 00 00 00 0a");
        assertThat(composer()).containsText("Appends c5 cd");
        sendButton().click();
        assertThat(composer()).containsText("Sent 8 bytes");
        assertThat(received()).isEqualTo("01030000000ac5cd");
    }

    @Test
    void whatWasSentCanBeFetchedBackByTheArrow() {
        send("one more time");
        assertThat(composer()).containsText("Sent 13 bytes");
        field("Bytes to send").fill("");
        field("Bytes to send").press("ArrowUp");
        assertThat(field("Bytes to send")).hasValue("one more time");
    }

    private void choose(String label, String option) {
        composer().getByLabel(label).selectOption(option);
    }

    private void writeAs(String notation) {
        composer().getByLabel(notation, exactly()).check();
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private void send(String text) {
        field("Bytes to send").fill(text);
        sendButton().click();
    }

    private String received() {
        return HexFormat.of().formatHex(pair.second().recv(64).data());
    }

    private Locator sendButton() {
        return composer().locator("button.primary");
    }

    private Locator composer() {
        return role(AriaRole.FORM, "Send and receive");
    }
}
