package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.util.regex.Pattern;

/// The sockets on a telephone.
class TouchIT extends ConsoleTests {

    private static final int WIDTH = 360;

    @BeforeEach
    void holdATelephone() {
        page = browsing.newTouchPage(WIDTH, 640);
    }

    @Test
    void aSocketIsMadeSendsAndReceivesByTouch() throws IOException {
        try (Peers.EchoServer server = new Peers.EchoServer()) {
            open("/sockets");
            button("New socket").tap();
            Locator dialog = role(AriaRole.DIALOG, "New socket");
            dialog.getByLabel("Port", new Locator.GetByLabelOptions().setExact(true)).tap();
            page.keyboard().insertText(Integer.toString(server.port()));
            dialog.getByText("Create and connect").tap();
            assertThat(page).hasURL(Pattern.compile("/sockets/s-\\d+$"));
            field("Bytes to send").tap();
            page.keyboard().insertText("hello");
            composer().getByText("Send 5 bytes").tap();
            assertThat(composer()).containsText("Sent 5 bytes");
            composer().getByText("Receive", new Locator.GetByTextOptions().setExact(true)).tap();
            assertThat(composer()).containsText("Received 5 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/operations",
                "/traffic",
                "/conversation",
                "/calls",
                "/options",
                "/files"
            })
    void noTabOfASocketScrollsSideways(String tab) {
        Api.Pair pair = api.pair();
        pair.first().send("a text that is far longer than a screen is wide ".repeat(4));
        pair.first().post("makefile", "{}");
        open("/sockets/" + pair.first().id() + tab);
        assertThat(page.locator(".detail")).isVisible();
        page.waitForTimeout(300);
        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(WIDTH);
    }

    private Locator composer() {
        return role(AriaRole.FORM, "Send and receive");
    }
}
