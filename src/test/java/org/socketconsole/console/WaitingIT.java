package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/// Calls that wait, on the page of their socket.
class WaitingIT extends ConsoleTests {

    @Test
    void aRecvOnAQuietSocketWaitsAndItsTimeGrows() {
        openQuiet();
        receive();
        String early = timer().innerText();
        page.waitForTimeout(2_100);
        assertThat(timer()).not().hasText(early);
        assertThat(chip()).hasText("Connected");
    }

    @Test
    void cancelEndsTheCallAtOnceAndTheSocketIsStillOfUse() {
        Api.Pair pair = openQuiet();
        receive();
        long before = System.nanoTime();
        button("Cancel recv").click();
        assertThat(card()).hasCount(0);
        assertThat(System.nanoTime() - before).isLessThan(500_000_000L);
        assertThat(page.locator(".detail-head .cancelled"))
                .hasText("Cancelled. Nothing was received. The socket is still open.");
        pair.second().send("still here");
        assertThat(pair.first().recv(16).dataText()).isEqualTo("still here");
    }

    @Test
    void aCallWaitsOnWhileThePageIsElsewhereAndAfterAReload() {
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
        assertThat(card()).hasCount(0);
    }

    @Test
    void aSendallThatNobodyReadsShowsHowFarItIsAndACancelSaysHowMuchWent() throws IOException {
        try (ServerSocket server = Peers.server();
                Connection client = connectedTo(server)) {
            open("/sockets/" + client.socket().id());
            String data = json("{'data': '%s'}", base64(new byte[8 * 1024 * 1024]));
            CompletableFuture<Answer> call = client.socket().postLater("sendall", data);
            assertThat(card()).containsText(Pattern.compile("\\d+ % of 8,388,608 bytes"));
            assertThat(card()).containsText("peer is not reading");
            button("Cancel sendall").click();
            assertThat(page.locator(".detail-head .cancelled"))
                    .hasText(
                            Pattern.compile(
                                    "Cancelled after sending [\\d,]{6,} of 8,388,608 bytes\\."
                                            + " The socket is still open\\."));
            assertThat(call.join().status()).isGreaterThanOrEqualTo(400);
        }
    }

    private record Connection(ApiSocket socket, Socket peer) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            peer.close();
        }
    }

    private Connection connectedTo(ServerSocket server) throws IOException {
        ApiSocket socket = api.tcp().connected(server.getLocalPort());
        return new Connection(socket, server.accept());
    }

    private Api.Pair openQuiet() {
        Api.Pair pair = api.pair();
        open("/sockets/" + pair.first().id());
        return pair;
    }

    private void receive() {
        role(AriaRole.GROUP, "Calls that make sense now").getByText("Receive").click();
        assertThat(card()).isVisible();
    }

    private Locator card() {
        return page.locator(".detail-head .operation-card");
    }

    private Locator timer() {
        return card().locator(".timer");
    }

    private Locator chip() {
        return page.locator(".detail-head .chip").first();
    }
}
