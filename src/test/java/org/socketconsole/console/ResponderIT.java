package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.socketconsole.testing.Eventually.eventually;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.socketconsole.browser.Axe;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.util.regex.Pattern;

/// What answers in a person's place, and what waits for one who does not.
class ResponderIT extends ConsoleTests {

    /// A listener whose page is open.
    private ApiSocket opened(String label) {
        ApiSocket listener = labelled(label).bound();
        listener.post("listen", "{}");
        open("/sockets/" + listener.id());
        return listener;
    }

    private void answer(String item) {
        button("Answer by itself").click();
        role(AriaRole.MENUITEM, item).click();
    }

    @Test
    void aListenerAnswersAsItWasChosenOverAReloadAndNoMoreWhenItIsStopped() throws IOException {
        ApiSocket listener = opened("server");
        answer("Echo what comes");
        assertThat(page.locator(".responder")).containsText("Running");
        page.reload();
        assertLive();
        try (Socket client = Peers.connectTo(listener)) {
            client.getOutputStream().write(Bytes.of("hello"));
            assertThat(client.getInputStream().readNBytes(5)).isEqualTo(Bytes.of("hello"));
            assertThat(page.locator(".responder")).containsText("1 (1 open)");
            assertThat(page.locator(".responder")).containsText("5 B");
            assertThat(row("server")).containsText("echoes, 1 reply");
        }
        button("Stop").click();
        assertThat(page.locator(".responder")).containsText("Stopped. Before: Sends back");
        try (Socket client = Peers.connectTo(listener)) {
            assertThat(client.isConnected()).isTrue();
            assertThat(row("server")).containsText("1 waits to be accepted");
            assertThat(page.locator(".detail-head")).containsText("1 waits to be accepted");
            button("Start again").click();
            client.getOutputStream().write(Bytes.of("again"));
            assertThat(client.getInputStream().readNBytes(5)).isEqualTo(Bytes.of("again"));
        }
    }

    private Locator inTheHead(String name) {
        return page.locator(".detail-head button[title='" + name + "']");
    }

    private Locator turn(String name) {
        return role(AriaRole.SWITCH, name);
    }

    @Test
    void acceptingByItselfIsASwitchInTheFootOfEveryTab() throws IOException {
        ApiSocket listener = opened("by itself");
        open("/sockets/" + listener.id() + "/traffic");
        assertThat(turn("Accept by itself")).not().isChecked();
        turn("Accept by itself").click();
        assertThat(row("by itself")).containsText("says nothing");
        assertThat(page.locator(".composer")).containsText("The responder takes each connection");
        try (Socket client = Peers.connectTo(listener)) {
            assertThat(client.isConnected()).isTrue();
            assertThat(row("by itself")).containsText("1 accepted");
        }
        turn("Accept by itself").click();
        assertThat(row("by itself")).not().containsText("says nothing");
        assertThat(page.locator(".composer")).containsText("Waits until a peer connects");
    }

    @Test
    void receivingByItselfIsASwitchInTheComposer() {
        Api.Pair pair = api.connection();
        label(pair.first(), "reads");
        open("/sockets/" + pair.first().id() + "/conversation");
        turn("Receive by itself").click();
        pair.second().send("hello");
        assertThat(page.locator(".turn")).containsText("hello");
        assertThat(page.locator(".composer")).containsText("The responder reads what comes");
        turn("Receive by itself").click();
        eventually().until(() -> pair.first().view().get("responder").isNull());
        pair.second().send("12345");
        assertThat(row("reads")).containsText("5 B unread");
        open("/sockets?quick=unread");
        assertThat(row("reads")).isVisible();
        assertThat(page.locator(".chips [aria-pressed=true]")).containsText("Unread");
    }

    @Test
    void aResponderThatHasStoppedSaysWhyAndIsNoneThatRuns() {
        ApiSocket listener = opened("stopped");
        answer("Echo what comes");
        assertThat(page.locator(".responder")).containsText("Running");
        assertThat(page.locator(".responder")).containsText("at most 256 at once");
        listener.post("shutdown", "{\"how\": \"SHUT_RD\"}");
        assertThat(page.locator(".detail-head")).containsText("Bound");
        assertThat(page.locator(".responder")).containsText("Stopped");
        assertThat(page.locator(".responder")).containsText("accept: Invalid argument");
        assertThat(page.locator(".responder")).not().containsText("Sends back");
        assertThat(turn("Receive by itself")).not().isChecked();
        button("Remove").click();
        assertThat(page.locator(".responder")).containsText("Nothing answers in your place.");
    }

    @Test
    void onATelephoneItIsChosenFromTheMenuOfTheHead() {
        page = browsing.newTouchPage(360, 740);
        ApiSocket listener = opened("held");
        open("/sockets/" + listener.id() + "/traffic");
        inTheHead("More").tap();
        role(AriaRole.MENUITEM, "Answer by itself…").tap();
        assertThat(role(AriaRole.MENU, "Answer by itself").getByRole(AriaRole.MENUITEM).first())
                .isFocused();
        assertThat(Fit.cut(page)).isEmpty();
        picture("answer-menu-touch");
        role(AriaRole.MENUITEM, "Discard what comes").tap();
        assertThat(turn("Accept by itself")).isChecked();
    }

    @Test
    void whatATrySaysIsInSightBelowManyRules() {
        opened("talkative");
        answer("By rules…");
        for (int i = 0; i < 7; i++) {
            button("Add a rule").click();
        }
        field("Message").fill("hello");
        assertThat(page.locator(".try-out dl")).isInViewport();
    }

    @Test
    void rulesAreTriedOnAMessageAndThenAnswerARealPeer() throws IOException {
        ApiSocket listener = opened("calculator");
        answer("By rules…");
        field("A message is").selectOption("line");
        field("Match, rule 1").selectOption("re");
        field("What is matched, rule 1").fill("^ADD (\\d+)$");
        field("What is replied, rule 1").fill("sum $1\\n");
        field("Message").fill("ADD 20\\nHM\\n");
        Locator tried = page.locator(".try-out dl");
        assertThat(tried.first()).containsText("rule 1");
        assertThat(tried.first()).containsText("sum 20\\n");
        assertThat(tried.last()).containsText("no rule");
        Axe.assertNoViolations(page);
        picture("rules");
        button("Save").click();
        assertThat(page.locator(".responder"))
                .containsText("Answers by 1 rule. A message is a line.");
        assertThat(row("calculator")).containsText("answers by rules");
        try (Socket client = Peers.connectTo(listener)) {
            client.getOutputStream().write(Bytes.of("ADD 7\n"));
            assertThat(client.getInputStream().readNBytes(6)).isEqualTo(Bytes.of("sum 7\n"));
        }
        button("Edit").click();
        assertThat(field("What is matched, rule 1")).hasValue("^ADD (\\d+)$");
    }

    @Test
    void aWrongExpressionIsToldAtItsField() {
        opened("wrong");
        answer("By rules…");
        button("Add a rule").click();
        field("Match, rule 2").selectOption("re");
        field("What is matched, rule 2").fill("(");
        button("Save").click();
        assertThat(field("What is matched, rule 2")).hasAttribute("aria-invalid", "true");
        assertThat(field("What is matched, rule 2"))
                .hasAccessibleDescription(Pattern.compile("missing"));
        assertThat(field("What is replied, rule 2")).hasAttribute("aria-invalid", "false");
        button("Leave it").click();
        assertThat(page.locator(".responder")).containsText("Nothing answers");
    }

    @Test
    void whatGoesWrongOnPurposeIsWhatThePeerSees() throws IOException {
        ApiSocket listener = opened("broken");
        int port = listener.port();
        answer("Reset: after its first message the peer gets ECONNRESET");
        assertThat(page.locator(".responder")).containsText("Answers by 1 rule.");
        try (Socket client = Peers.connectTo(listener)) {
            client.getOutputStream().write(Bytes.of("hello"));
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        answer("Refuse: close this, and the peer gets ECONNREFUSED");
        assertThat(page.locator(".detail-head")).containsText("Closed");
        assertThatThrownBy(() -> new Socket(Peers.loopback(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void theRulesAreUsableOnANarrowScreenInTheDark() {
        browse(360, 740, ColorScheme.DARK);
        opened("narrow");
        inTheHead("More").click();
        role(AriaRole.MENUITEM, "Answer by itself…").click();
        role(AriaRole.MENUITEM, "By rules…").click();
        field("Match, rule 1").selectOption("text");
        assertThat(
                        isTrue(
                                "document.querySelector('.rules').scrollWidth <= document.querySelector('.rules').clientWidth"))
                .isTrue();
        picture("rules-360-dark");
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
