package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.net.Socket;
import java.util.regex.Pattern;

/// The first minutes with the console: nothing is there yet.
class StartIT extends ConsoleTests {

    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    /// The server remembers the sockets of the tests before.
    @BeforeEach
    void doNotKeepClosedSockets() {
        page.addInitScript("localStorage.setItem('socket-console.closed', 'no')");
    }

    @Test
    void whereThereIsNoSocketThreeButtonsBegin() {
        open("/sockets");
        assertThat(role(AriaRole.REGION, "No sockets yet")).isVisible();
        assertThat(echoButton()).isVisible();
        assertThat(button("Connect to…")).isVisible();
        assertThat(main().getByText("Look up a name")).isVisible();
    }

    @Test
    void anEchoServerListensOnARealPortAndEchoes() throws IOException {
        open("/sockets");
        echoButton().click();
        assertThat(row("Listening")).hasCount(1);
        try (Socket client = new Socket(Peers.loopback(), portOf(row("Listening")))) {
            client.getOutputStream().write(Bytes.of("hello"));
            assertThat(client.getInputStream().readNBytes(5)).isEqualTo(Bytes.of("hello"));
        }
    }

    @Test
    void thePaletteStartsOneFromAnyPage() throws IOException {
        open("/reference");
        page.keyboard().press("Control+k");
        page.keyboard().type("echo server");
        assertThat(role(AriaRole.OPTION, "Start an echo server").first()).isVisible();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/sockets/s-\\d+$"));
        try (Socket client = new Socket(Peers.loopback(), portOf(row("Listening")))) {
            client.getOutputStream().write(Bytes.of("hello"));
            assertThat(client.getInputStream().readNBytes(5)).isEqualTo(Bytes.of("hello"));
        }
    }

    @Test
    void connectToOpensTheDialogAtAClient() {
        open("/sockets");
        button("Connect to…").click();
        Locator dialog = role(AriaRole.DIALOG, "New socket");
        assertThat(dialog.getByRole(AriaRole.RADIO).first()).isChecked();
        assertThat(dialog.getByLabel("Address", exactly())).isFocused();
    }

    @Test
    void lookUpANameGoesToTheNames() {
        open("/sockets");
        main().getByText("Look up a name").click();
        assertThat(page).hasURL(url("/names/getaddrinfo"));
        assertThat(heading()).hasText("Names");
    }

    @Test
    void theKeyboardAloneMakesAClientThatSendsAndReceives() {
        open("/sockets");
        tabTo(echoButton());
        page.keyboard().press("Enter");
        assertThat(row("Listening")).hasCount(1);
        int port = portOf(row("Listening"));
        page.keyboard().press("n");
        Locator dialog = role(AriaRole.DIALOG, "New socket");
        assertThat(dialog).isVisible();
        assertThat(dialog.getByLabel("Address", exactly())).isFocused();
        page.keyboard().type("127.0.0.1:" + port);
        page.keyboard().press("Enter");
        assertThat(dialog).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("/sockets/s-\\d+$"));
        Locator bytes = field("Bytes to send");
        tabTo(bytes);
        page.keyboard().type("hello");
        page.keyboard().press("Control+Enter");
        assertThat(composer().getByText("Sent 5 bytes")).isVisible();
        tabTo(composer().getByText("Receive", textExactly()));
        page.keyboard().press("Enter");
        assertThat(composer().getByText("Received 5 bytes")).isVisible();
    }

    private Locator composer() {
        return role(AriaRole.FORM, "Send and receive");
    }

    private Locator echoButton() {
        return button("Start an echo server on 127.0.0.1");
    }

    private void tabTo(Locator target) {
        assertThat(target).isVisible();
        for (int stops = 0; stops < 120 && !hasFocus(target); stops++) {
            page.keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }

    private static boolean hasFocus(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }

    private static int portOf(Locator row) {
        assertThat(row).containsText(PORT);
        return PORT.matcher(row.innerText())
                .results()
                .map(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByTextOptions textExactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
