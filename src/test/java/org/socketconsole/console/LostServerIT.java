package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.AnswerAssert;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.ServerProcess;

import java.io.IOException;
import java.net.ServerSocket;

/// A server that dies under the page, and comes back as another.
@Order(1)
class LostServerIT extends ConsoleTests {

    private static final String COLOUR =
            "name => getComputedStyle(document.querySelector(name)).color";

    private static final HasTextOptions WITHIN_THREE_SECONDS =
            new HasTextOptions().setTimeout(3_000);

    private static ServerProcess server;

    @BeforeAll
    static void startAServer() {
        server = ServerProcess.start();
    }

    @BeforeEach
    void useIt() {
        api = server.api();
    }

    @AfterAll
    static void stopIt() {
        server.close();
    }

    @Test
    void whatWasTrueIsStaleAtOnceAndAfterARestartItIsToldAndMadeAgain() throws IOException {
        ApiSocket client = api.tcp();
        open("/sockets");
        ApiSocket listener = labelled("of before").bound();
        setOption(listener, "SO_KEEPALIVE");
        AnswerAssert.assertThat(listener.post("listen", "{}")).isDone();
        int port = listener.port();
        try (ServerSocket peer = Peers.server()) {
            AnswerAssert.assertThat(client.connect(peer.getLocalPort())).isDone();
            assertThat(row("of before")).containsText("Listening");
            assertThat(row(client.id())).containsText("Connected");
        }
        String good = colourOf("main .info");
        server.kill();
        assertThat(feed()).hasText("Reconnecting", WITHIN_THREE_SECONDS);
        assertThat(page.locator(".banner"))
                .containsText("The server does not answer. What you see is from");
        assertThat(colourOf("main .info")).isNotEqualTo(good);
        server.startAnew();
        button("Retry now").click();
        assertLiveAgain();
        assertThat(told()).containsText("2 open sockets, 1 connection");
        assertThat(page.getByRole(AriaRole.GRID)).hasCount(0);
        told().getByText("Make 2 sockets again").click();
        assertThat(told()).containsText("Made 1 socket again");
        assertThat(told().getByRole(AriaRole.LISTITEM))
                .containsText("connect failed with ECONNREFUSED");
        assertThat(row("of before")).containsText("Listening");
        ApiSocket again = api.socketOf(onlyOpen());
        assertThat(again.port()).isEqualTo(port);
        assertThat(again.getsockopt("SOL_SOCKET", "SO_KEEPALIVE").at("value").asInt()).isEqualTo(1);
        told().getByText("Dismiss").click();
        assertThat(told()).hasCount(0);
        browsing.assertComplaintOf("WebSocket");
        browsing.forgiveComplaintsOf("net::ERR_");
    }

    @Test
    void whatWasWrittenToASocketIsNotInTheOneThatHasItsNumberNow() {
        ApiSocket before = api.pair().first();
        open("/sockets/" + before.id() + "/traffic");
        Locator text = field("Bytes to send");
        text.fill("for the former peer");
        server.kill();
        assertThat(feed()).hasText("Reconnecting");
        server.startAnew();
        openAsManyAsBefore(before);
        assertThat(api.pair().first().id()).isEqualTo(before.id());
        page.reload();
        assertLiveAgain();
        assertThat(text).hasValue("");
        browsing.assertComplaintOf("WebSocket");
        browsing.forgiveComplaintsOf("net::ERR_");
    }

    @Test
    void onATelephoneASocketTellsThatTheServerIsGoneAndWhatWentWithIt() {
        browse(360, 740, ColorScheme.LIGHT);
        open("/sockets/" + api.tcp().id());
        assertThat(page.locator(".top .bar")).isHidden();
        server.kill();
        assertThat(page.locator(".banner")).isVisible();
        server.startAnew();
        assertLiveAgain();
        assertThat(told()).isVisible();
        browsing.assertComplaintOf("WebSocket");
        browsing.forgiveComplaintsOf("net::ERR_");
    }

    /// The first of a pair has the next number then.
    private void openAsManyAsBefore(ApiSocket socket) {
        int number = Integer.parseInt(socket.id().substring("s-".length()));
        for (int other = 1; other < number; other++) {
            api.tcp();
        }
    }

    private Locator told() {
        return role(AriaRole.REGION, "The server was started anew");
    }

    private String colourOf(String name) {
        return (String) page.evaluate(COLOUR, name);
    }

    private String onlyOpen() {
        return api.get("/sockets?state=LISTENING").at("items/0/id").asString();
    }

    private void setOption(ApiSocket socket, String name) {
        AnswerAssert.assertThat(
                        api.request("PUT", socket.path("options/" + name))
                                .json("{\"value\": 1}")
                                .send())
                .isOk();
    }
}
