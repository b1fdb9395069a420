package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.AnswerAssert;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Peers;

import java.util.regex.Pattern;

/// Calls that fail, on the page of their socket.
class FailedCallsIT extends ConsoleTests {

    @Test
    void aRefusedConnectIsExplainedAndWorksOnceSomebodyListens() {
        ApiSocket listener = api.tcp().bound();
        ApiSocket socket = api.tcp();
        open("/sockets/" + socket.id() + "/operations?call=connect");
        run("connect", listener.port());
        assertThat(card()).containsText("ECONNREFUSED (111)");
        assertThat(card()).containsText(Pattern.compile("after [\\d.]+ (µs|ms|s)"));
        assertThat(card().locator("ol li").nth(1)).isVisible();
        listener.post("listen");
        card().getByText("Try again").click();
        assertThat(card()).hasCount(0);
        assertThat(form("connect")).containsText("Done");
        AnswerAssert.assertThat(listener.post("accept")).has("address/port", socket.port());
    }

    @Test
    void theCardOfATakenAddressNamesTheSocketThatHasItAndLeadsThere() {
        ApiSocket owner = labelled("the owner").bound();
        ApiSocket socket = api.tcp();
        open("/sockets/" + socket.id() + "/operations?call=bind");
        run("bind", owner.port());
        assertThat(card()).containsText("EADDRINUSE");
        assertThat(card().locator(".owner")).containsText("(the owner)");
        card().locator(".owner a").click();
        assertThat(page).hasURL(url("/sockets/" + owner.id()));
    }

    @Test
    void aCallThatWillFailSaysSoAndCanBeMadeAllTheSame() {
        open("/sockets/" + api.tcp().id() + "/operations?call=accept");
        assertThat(form("accept").locator(".outlook"))
                .hasText("Will probably fail with EINVAL: not listening");
        form("accept").getByText("Run accept").click();
        assertThat(card()).containsText("EINVAL");
    }

    @Test
    void whatCanBeDoneIsInSightBesideTheError() {
        ApiSocket socket = api.tcp();
        open("/sockets/" + socket.id() + "/operations?call=connect");
        run("connect", Peers.closedPort());
        assertThat(card().getByText("Try again")).isInViewport();
        card().getByText("Close this socket").click();
        assertThat(page.locator(".detail-head .chip")).hasText("Closed");
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "360, 640"})
    void whatFailsAnswersInSightWhereverItWasAskedFor(int width, int height) {
        browse(width, height, ColorScheme.LIGHT);
        ApiSocket socket = api.tcp();
        open("/sockets/" + socket.id() + "/operations?call=connect");
        run("connect", Peers.closedPort());
        assertAnsweredInSight("connect .*failed");
        open("/sockets/" + socket.id() + "/traffic");
        field("Bytes to send").fill("hello");
        page.keyboard().press("Control+Enter");
        assertAnsweredInSight("send .*failed");
        open("/names/getservbyname");
        field("servicename").fill("no-such-service");
        page.keyboard().press("Enter");
        assertAnsweredInSight("getservbyname.* failed");
        open("/sockets");
        button("New socket").click();
        field("Address").fill("127.0.0.1:" + Peers.closedPort());
        page.keyboard().press("Enter");
        assertAnsweredInSight("connect .*failed");
        open("/sockets/" + socket.id() + "/options?option=SO_RCVBUF");
        field("SO_RCVBUF").fill("many");
        field("SO_RCVBUF").press("Enter");
        assertAnsweredInSight("failed");
    }

    /// Seen, and read out to who does not see it.
    private void assertAnsweredInSight(String text) {
        Locator answer =
                page.getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile(text)));
        assertThat(answer.first()).isInViewport(new IsInViewportOptions().setRatio(1));
    }

    @Test
    void causesOfOtherCallsAndFamiliesAreLeftOut() {
        open("/sockets/" + api.tcp().id() + "/operations?call=connect");
        run("connect", Peers.closedPort());
        assertThat(card().locator("ol")).containsText("No program listens");
        assertThat(card().locator("ol")).not().containsText("AF_UNIX");
        assertThat(card().locator("ol")).not().containsText("UDP");
    }

    @Test
    void aListenerOfOursOnAnotherAddressOfThePortIsNamed() {
        ApiSocket listener = api.listener();
        open("/sockets/" + api.tcp().id() + "/operations?call=connect");
        run("connect", "127.0.0.2", listener.port());
        assertThat(card().locator(".owner"))
                .containsText(listener.id() + " listens on 127.0.0.1:" + listener.port() + " only");
    }

    @Test
    void aFullBacklogOfAListenerOfOursIsNamedAsTheCause() {
        ApiSocket listener = api.tcp().bound();
        listener.post("listen", "{\"backlog\": 0}");
        api.tcp().connected(listener.port());
        ApiSocket socket = api.tcp().within(1);
        open("/sockets/" + socket.id() + "/operations?call=connect");
        run("connect", listener.port());
        assertThat(card()).containsText("the time was over");
        assertThat(card().locator(".owner"))
                .containsText(Pattern.compile(listener.id() + ".*its backlog is full"));
    }

    private void run(String call, int port) {
        run(call, "127.0.0.1", port);
    }

    private void run(String call, String host, int port) {
        form(call).getByLabel("address").fill(host + ":" + port);
        form(call).getByText("Run " + call).click();
    }

    private Locator form(String call) {
        return role(AriaRole.FORM, "Call " + call);
    }

    private Locator card() {
        return page.locator(".call-form .errno");
    }
}
