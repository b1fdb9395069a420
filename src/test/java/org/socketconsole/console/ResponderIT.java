package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.net.Socket;

/// What answers in a person's place, and what waits for one who does not.
class ResponderIT extends ConsoleTests {

    @Test
    void aListenerAnswersAsItWasChosenAndNoMoreWhenItIsStopped() throws IOException {
        ApiSocket listener = labelled("server").bound();
        listener.post("listen", "{}");
        open("/sockets/" + listener.id());
        field("What answers on this socket").selectOption("echo");
        try (Socket client = new Socket(Peers.loopback(), listener.port())) {
            client.getOutputStream().write(Bytes.of("hello"));
            assertThat(client.getInputStream().readNBytes(5)).isEqualTo(Bytes.of("hello"));
            assertThat(page.locator(".responder")).containsText("1 (1 open)");
            assertThat(page.locator(".responder")).containsText("5 B");
        }
        button("Stop").click();
        assertThat(page.locator(".responder")).containsText("Nothing answers in your place.");
        try (Socket client = new Socket(Peers.loopback(), listener.port())) {
            assertThat(client.isConnected()).isTrue();
            assertThat(row("server")).containsText("1 waits to be accepted");
            assertThat(page.locator(".detail-head")).containsText("1 waits to be accepted");
        }
    }

    @Test
    void whatIsUnreadAndThatThePeerClosedIsOnTheRowAndInTheHead() {
        Api.Pair pair = api.connection();
        label(pair.first(), "quiet");
        open("/sockets/" + pair.first().id());
        pair.second().send("12345");
        assertThat(row("quiet")).containsText("5 B unread");
        assertThat(page.locator(".detail-head")).containsText("5 B unread");
        pair.second().close();
        assertThat(row("quiet")).containsText("Peer closed");
        assertThat(page.locator(".detail-head")).containsText("Peer closed");
    }
}
