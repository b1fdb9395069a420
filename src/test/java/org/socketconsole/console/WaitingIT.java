package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Connection;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/// Calls that wait, on the page of their socket.
class WaitingIT extends ConsoleTests {

    /// How late the page may be to let a call go. Of a buffer in the kernel, in bytes: what is sent
    /// and not read is soon too much for it.
    private static final int SMALL = 8_192;

    private static final HasCountOptions AT_ONCE = new HasCountOptions().setTimeout(500);

    @Test
    void aRecvOnAQuietSocketWaitsAndItsTimeGrows() {
        page.clock().install();
        openQuiet();
        receive();
        String early = timer().innerText();
        page.clock().fastForward(2_100);
        assertThat(timer()).not().hasText(early);
        assertThat(chip()).hasText("Waiting in recv");
    }

    @Test
    void cancelEndsTheCallAndTheSocketIsStillOfUse() {
        Api.Pair pair = openQuiet();
        receive();
        button("Cancel recv").click();
        assertThat(card()).hasCount(0, AT_ONCE);
        assertThat(page.locator(".docked .cancelled"))
                .hasText("Cancelled. Nothing was received. The socket is still open.");
        pair.second().send("still here");
        assertThat(pair.first().recv(16).dataText()).isEqualTo("still here");
    }

    @Test
    void aCallWaitsOnWhileThePageIsElsewhereAndAfterAReloadAndItsAnswerComes() {
        Api.Pair pair = openQuiet();
        receive();
        role(AriaRole.NAVIGATION, "Pages").getByText("Reference").click();
        assertThat(heading()).hasText("Reference");
        page.goBack();
        assertThat(card()).isVisible();
        page.reload();
        assertLive();
        assertThat(card()).isVisible();
        pair.second().send("at last");
        assertThat(page.locator(".docked .told")).hasText("Received 7 bytes at last");
        assertThat(card()).hasCount(0);
    }

    @Test
    void aSendallThatNobodyReadsShowsHowFarItIsAndACancelSaysHowMuchWent() throws IOException {
        try (Connection client = Connection.open(api)) {
            open("/sockets/" + client.socket().id());
            String data = json("{'data': '%s'}", base64(new byte[8 * 1024 * 1024]));
            CompletableFuture<Answer> call = client.socket().postLater("sendall", data);
            assertThat(card()).containsText(Pattern.compile("\\d+ % of 8,388,608 bytes"));
            assertThat(card()).containsText("peer is not reading");
            button("Cancel sendall").click();
            assertThat(page.locator(".docked .cancelled"))
                    .hasText(
                            Pattern.compile(
                                    "Cancelled after sending [\\d,]{6,} of 8,388,608 bytes\\."
                                            + " The socket is still open\\."));
            assertThat(call.join().status()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void whatACancelledSendallLeftIsSentOnItsButton() throws Exception {
        try (Connection client = Connection.open(api)) {
            open("/sockets/" + client.socket().id() + "/operations?call=sendall");
            Locator form = role(AriaRole.FORM, "Call sendall");
            client.peer().setReceiveBufferSize(SMALL);
            client.socket().setsockopt("SOL_SOCKET", "SO_SNDBUF", SMALL);
            String text = "0123456789abcdef".repeat(12_000);
            form.locator("textarea").first().fill(text);
            form.getByText("Run sendall").click();
            assertThat(card()).containsText("peer is not reading");
            button("Cancel sendall").click();
            assertThat(form.getByText("Cancelled. Sent ")).isVisible();
            form.getByText("Send the rest").click();
            assertThat(card()).isVisible();
            assertThat(client.receive(text.length())).isEqualTo(text.getBytes(US_ASCII));
            assertThat(card()).not().isVisible();
        }
    }

    private Api.Pair openQuiet() {
        Api.Pair pair = api.pair();
        open("/sockets/" + pair.first().id());
        return pair;
    }

    private void receive() {
        composerButton("Receive").click();
        assertThat(card()).isVisible();
    }

    private Locator card() {
        return page.locator(".docked .operation-card");
    }

    private Locator timer() {
        return card().locator(".timer");
    }

    private Locator chip() {
        return page.locator(".detail-head .chip").first();
    }
}
