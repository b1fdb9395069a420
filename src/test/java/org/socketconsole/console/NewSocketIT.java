package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.util.regex.Pattern;

/// The dialog that makes sockets.
class NewSocketIT extends ConsoleTests {

    @Test
    void theCallsInPythonFollowWhatIsTyped() {
        Locator dialog = openDialog();
        dialog.getByLabel("Port", exactly()).fill("7000");
        assertThat(dialog.getByLabel("Calls in Python"))
                .containsText("s.connect(('127.0.0.1', 7000))");
        dialog.getByLabel("Waiting calls").selectOption("non-blocking");
        assertThat(dialog.getByLabel("Calls in Python")).containsText("s.setblocking(False)");
        dialog.getByLabel("TCP_NODELAY").check();
        assertThat(dialog.getByLabel("Calls in Python"))
                .containsText("s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)");
    }

    @Test
    void theCallsInCurlFollowWhatIsTyped() {
        Locator dialog = openDialog();
        dialog.getByText("curl", textExactly()).click();
        dialog.getByLabel("Port", exactly()).fill("7001");
        assertThat(dialog.getByLabel("Calls in curl")).containsText("/connect");
        assertThat(dialog.getByLabel("Calls in curl")).containsText("7001");
        dialog.getByLabel("TCP server").check();
        assertThat(dialog.getByLabel("Calls in curl")).containsText("/listen");
    }

    @Test
    void aServerIsMadeByItsCallsInOrder() {
        Locator dialog = openDialog();
        dialog.getByLabel("TCP server").check();
        dialog.getByLabel("Label", exactly()).fill("made here");
        dialog.getByText("Create and listen").click();
        assertThat(dialog).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("/sockets/s-\\d+$"));
        assertThat(page.locator(".detail-head")).containsText("made here");
        assertThat(page.locator(".detail-head")).containsText("Listening");
        assertThat(api.socketOf(idInTheUrl()).state()).isEqualTo("LISTENING");
    }

    @Test
    void aFailedStepLeavesTheSocketAndSaysSo() throws IOException {
        Locator dialog = openDialog();
        dialog.getByLabel("Port", exactly()).fill(Integer.toString(Peers.closedPort()));
        dialog.getByText("Create and connect").click();
        assertThat(dialog.locator(".failed"))
                .containsText(Pattern.compile("s-\\d+ was created and is kept; connect failed\\."));
        assertThat(dialog.locator(".errno")).containsText("ECONNREFUSED");
        dialog.getByText(Pattern.compile("^Open s-\\d+$")).click();
        assertThat(page).hasURL(Pattern.compile("/sockets/s-\\d+$"));
        assertThat(api.socketOf(idInTheUrl()).state()).isNotEqualTo("CLOSED");
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheDialogWasClosed() {
        Locator dialog = openDialog();
        dialog.getByLabel("Port", exactly()).fill("7002");
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        button("New socket").click();
        assertThat(dialog.getByLabel("Port", exactly())).hasValue("7002");
    }

    private Locator openDialog() {
        open("/sockets");
        button("New socket").click();
        Locator dialog = role(AriaRole.DIALOG, "New socket");
        assertThat(dialog).isVisible();
        return dialog;
    }

    private String idInTheUrl() {
        return page.url().replaceFirst(".*/", "");
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByTextOptions textExactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
