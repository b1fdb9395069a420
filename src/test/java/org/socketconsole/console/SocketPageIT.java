package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.Python;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The page of a socket and its tabs.
@Order(1)
class SocketPageIT extends ConsoleTests {

    private static final IsInViewportOptions WHOLE = new IsInViewportOptions().setRatio(1);

    @Test
    void theTrafficHasBothChunksAsThePeerSawThem() throws IOException {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            ApiSocket socket = listener.accepted();
            open("/sockets/" + socket.id() + "/traffic");
            socket.send("to the peer");
            assertThat(peer.getInputStream().readNBytes(11)).isEqualTo(Bytes.of("to the peer"));
            peer.getOutputStream().write(Bytes.of("and back"));
            socket.recv(64);
            assertChunk(chunks().nth(0), "→ Sent", "send", "11", "to the peer");
            assertChunk(chunks().nth(1), "← Received", "recv", "8", "and back");
            assertThat(chunks()).hasCount(2);
        }
    }

    @Test
    void theCallsHaveTheirTextAndWhatCameOfThem() throws IOException {
        ApiSocket socket = api.tcp().bound();
        socket.connect(Peers.closedPort());
        open("/sockets/" + socket.id() + "/calls");
        assertThat(call("bind(('127.0.0.1', 0))")).containsText("→ None");
        assertThat(call("connect(")).containsText("✕ ECONNREFUSED");
        call("connect(").click();
        Locator record = page.locator(".call-record");
        assertThat(record).containsText("ECONNREFUSED (111)");
        assertThat(record).containsText(Pattern.compile("Took[\\d.]+ (µs|ms|s)"));
    }

    @Test
    void everyCallOnASocketHasAForm() {
        open("/sockets/" + api.tcp().id() + "/operations");
        Locator names = page.locator(".folded-call summary > code");
        assertThat(names.first()).isVisible();
        assertThat(names.allInnerTexts()).containsAll(callsOnSockets());
    }

    @Test
    void aCallFromAFormIsMadeAndItsAnswerShown() {
        ApiSocket socket = api.tcp();
        open("/sockets/" + socket.id() + "/operations?call=bind");
        Locator form = role(AriaRole.FORM, "Call bind");
        form.getByLabel("address").fill("127.0.0.1:0");
        form.getByText("Run bind").click();
        assertThat(form).containsText("Done: returned None");
        assertThat(page.locator(".detail-head")).containsText("127.0.0.1:" + socket.port());
    }

    @Test
    void aFileOfASocketReadsALine() {
        Api.Pair pair = api.pair();
        open("/sockets/" + pair.first().id() + "/files");
        role(AriaRole.FORM, "Call makefile").getByText("Run makefile").click();
        Locator file = page.locator(".file-card");
        assertThat(file).hasCount(1);
        pair.second().send("first line\nsecond");
        file.locator("summary").getByText("file.readline", exactly()).click();
        file.getByText("Run file.readline").click();
        assertThat(file.locator(".returned")).containsText("first line");
        assertThat(file.locator(".returned")).not().containsText("second");
    }

    @Test
    void aLabelIsChangedAndEveryPlaceHasIt() {
        ApiSocket socket = labelled("old");
        open("/sockets/" + socket.id());
        page.locator(".detail-head .name").click();
        field("Label of " + socket.id()).fill("new");
        page.keyboard().press("Enter");
        assertThat(page.locator(".detail-head .label")).hasText("new");
        assertThat(page.locator(".detail-head .name")).isFocused();
        assertThat(socket.view().get("label").asString()).isEqualTo("new");
    }

    @Test
    void aHostileLabelIsText() {
        ApiSocket socket = labelled(HOSTILE);
        open("/sockets/" + socket.id());
        assertThat(page.locator(".detail-head .label")).hasText(HOSTILE);
        assertThat(page.locator("img")).hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("^" + socket.id() + " – "));
        page.navigate(url("/sockets?sort=-id"));
        assertThat(page.locator("#row-" + socket.id())).containsText(HOSTILE);
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void aClosedSocketIsStillThereWithItsCalls() {
        ApiSocket socket = api.tcp().bound();
        socket.close();
        open("/sockets/" + socket.id() + "/calls");
        assertThat(page.locator(".closed-note")).containsText("Closed");
        assertThat(call("bind(('127.0.0.1', 0))")).isVisible();
        assertThat(page.locator(".detail-head .name")).hasCount(0);
    }

    @Test
    void aSocketThatNeverWasIsSaidToBeMissing() {
        open("/sockets/s-999999");
        assertThat(main()).containsText("s-999999");
        assertThat(page.locator(".detail-tabs")).hasCount(0);
    }

    @Test
    void theNumbersChooseTheTabs() {
        ApiSocket socket = api.tcp();
        open("/sockets/" + socket.id());
        assertThat(page.locator(".detail-tabs")).isVisible();
        settle();
        page.keyboard().press("2");
        assertThat(page).hasURL(url("/sockets/" + socket.id() + "/traffic"));
        page.keyboard().press("]");
        assertThat(page).hasURL(url("/sockets/" + socket.id() + "/conversation"));
        assertThat(page.locator(".detail-tabs [aria-current=page]")).hasText("Conversation");
    }

    /// The list beside it has two lines a row, and a third of the width.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/traffic",
                "/conversation",
                "/calls",
                "/options",
                "/tcp",
                "/operations",
                "/files"
            })
    void headAndFootOfEveryTabAreInSightWhole(String tab) {
        ApiSocket listener = api.listener();
        ApiSocket socket = api.tcp().connected(listener.port());
        open("/sockets/" + socket.id() + tab);
        assertThat(page.locator(".detail-tabs [aria-current=page]")).isVisible();
        for (Locator part :
                List.of(
                        composerButton("Receive"),
                        page.locator(".detail-head").getByText("Close"),
                        page.locator(".composer [popovertarget]").last())) {
            assertThat(part).isInViewport(WHOLE);
        }
        assertThat(page.locator(".two-lines")).isVisible();
        assertThat(box(".detail-pane").width / box("main").width).isBetween(0.6, 0.72);
        assertThat(box(".detail-head").height + box(".detail-tabs").height).isLessThan(90);
        for (int width : List.of(1280, 900, 600, 360)) {
            page.setViewportSize(width, 720);
            for (String part : List.of(".detail-head", ".detail-tabs", ".composer")) {
                assertThat(page.locator(part)).isInViewport(WHOLE);
            }
            assertThat(box(".detail-body").height).isGreaterThan(300);
        }
    }

    private BoundingBox box(String part) {
        return page.locator(part).boundingBox();
    }

    @Test
    void whatIsCountedIsTheSameWhereverItIsSaid() {
        Api.Pair pair = api.connection();
        for (String text : List.of("one", "two", "three")) {
            assertThat(pair.first().send(text).status()).isEqualTo(200);
        }
        open("/sockets/" + pair.first().id() + "/traffic");
        assertThat(chunks()).hasCount(3);
        assertThat(badge("Traffic")).hasText("3");
        open("/sockets/" + pair.first().id() + "/calls");
        assertThat(page.locator(".call-list").getByRole(AriaRole.OPTION)).hasCount(4);
        assertThat(badge("Calls")).hasText("4");
        assertThat(page.locator(".sockets-grid .line:not(.closed)")).hasCount(3);
        assertThat(page.locator("footer .tally").first()).hasText("3 open");
        assertThat(page.locator(".list-pane")).containsText("3 open");
    }

    private Locator badge(String tab) {
        return page.locator(".detail-tabs a", new Page.LocatorOptions().setHasText(tab))
                .locator(".count");
    }

    @Test
    void anAcceptedSocketIsAStepAway() throws IOException {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            open("/sockets/" + listener.id());
            button("Accept one").click();
            Locator told = page.locator(".docked .told");
            assertThat(told).containsText("from 127.0.0.1:" + peer.getLocalPort());
            told.getByText("Open").click();
            assertThat(page).hasURL(Pattern.compile("/sockets/s-\\d+$"));
            assertThat(page.locator(".detail-head .ends"))
                    .containsText("127.0.0.1:" + peer.getLocalPort());
        }
    }

    @Test
    void aListenerShowsItsConnectionsAndCanBeConnectedTo() {
        ApiSocket listener = api.listener();
        open("/sockets/" + listener.id());
        button("Accept one").click();
        button("Connect to it").click();
        assertThat(page.locator(".detail-head .chip")).hasText("Connected");
        page.goBack();
        assertThat(page.locator(".overview-tab table tbody tr")).hasCount(1);
        assertThat(page.locator(".overview-tab .count")).hasText("1 open");
    }

    @Test
    void whatTheKernelToldHasItsAge() {
        open("/sockets/" + api.listener().id());
        Locator state = page.locator(".detail-facts div").filter(containing("TCP state"));
        assertThat(state).containsText("LISTEN");
        assertThat(state).containsText("observed");
    }

    @Test
    void theTcpTabHasTheStateOfTheKernelAsSoonAsTheRowHasIt() {
        ApiSocket listener = api.listener();
        ApiSocket client = api.tcp().connected(listener.port());
        ApiSocket server = listener.accepted();
        open("/sockets/" + listener.id() + "/tcp");
        assertTcpState("LISTEN", listener, "Listening");
        open("/sockets/" + client.id() + "/tcp");
        assertTcpState("ESTABLISHED", client, "Connected");
        server.close();
        assertTcpState("CLOSE-WAIT", client, "Peer closed");
    }

    private void assertTcpState(String state, ApiSocket socket, String said) {
        assertThat(row(socket.id())).containsText(said);
        assertThat(page.locator(".detail-head .chip")).hasText(said);
        Locator fact = page.locator(".tcp-tab .detail-facts div").first();
        assertThat(fact).containsText(state, SOON_TOO);
        assertThat(page.locator(".tcp-tab .hint")).containsText("observed");
    }

    @Test
    void theChartMovesWithWhatPassesStandsStillUnderThePointerAndItsTableHasItsNumbers() {
        page.clock().install();
        ApiSocket socket = api.pair().first();
        open("/sockets/" + socket.id());
        send(socket, "x".repeat(2048));
        assertThat(chart()).hasAttribute("aria-label", Pattern.compile("2\\.0 KiB/s most\\.$"));
        chart().hover();
        String held = chart().innerHTML();
        send(socket, "x".repeat(4096));
        assertThat(page.locator(".throughput figcaption")).containsText("held");
        assertThat(chart().innerHTML()).isEqualTo(held);
        page.mouse().move(0, 0);
        assertThat(chart()).hasAttribute("aria-label", Pattern.compile("4\\.0 KiB/s most\\.$"));
        List<String> passed = ofTheChart();
        button("More of the throughput").click();
        page.getByRole(AriaRole.MENUITEM).getByText("Show as table").click();
        assertThat(page.locator(".throughput tbody tr").first()).isVisible();
        assertThat(ofTheTable()).containsExactlyElementsOf(passed).hasSize(2);
    }

    /// Counted by the page, and a second of its clock has gone by.
    private void send(ApiSocket socket, String text) {
        int before = socket.view().get("bytes_sent").asInt();
        assertThat(socket.send(text).status()).isEqualTo(200);
        String sent = "%.1f KiB".formatted((before + text.length()) / 1024.0);
        assertThat(page.locator(".overview-tab")).containsText(sent);
        page.clock().runFor(1_000);
    }

    /// Seconds in which something passed, the latest first.
    private List<String> ofTheChart() {
        chart().focus();
        int seconds = -Integer.parseInt(chart().getAttribute("aria-valuemin"));
        return IntStream.rangeClosed(0, seconds)
                .mapToObj(
                        ago -> {
                            String told = chart().getAttribute("aria-valuetext");
                            chart().press("ArrowLeft");
                            return told.replaceFirst(".*← (.*), → (.*)", "$1 $2");
                        })
                .filter(SocketPageIT::hasPassed)
                .toList();
    }

    private List<String> ofTheTable() {
        return page.locator(".throughput tbody tr").all().stream()
                .map(second -> second.locator("td").allInnerTexts())
                .map(cells -> cells.get(1) + " " + cells.get(2))
                .filter(SocketPageIT::hasPassed)
                .toList();
    }

    private static boolean hasPassed(String rates) {
        return !rates.equals("0 B/s 0 B/s");
    }

    private Locator chart() {
        return page.locator(".throughput").getByRole(AriaRole.SLIDER);
    }

    @Test
    void whatIsCopiedAsPythonOfAnEchoClientGetsTheEcho() throws Exception {
        try (Peers.EchoServer server = new Peers.EchoServer()) {
            ApiSocket client = api.tcp().connected(server.port());
            assertThat(client.send("hello").status()).isEqualTo(200);
            assertThat(client.recv(5).dataText()).isEqualTo("hello");
            client.close();
            allowClipboard();
            open("/sockets/" + client.id() + "/calls");
            page.locator(".detail-head .menu-button button[aria-label=More]").click();
            page.getByRole(AriaRole.MENUITEM).getByText("Copy as Python").click();
            String program =
                    "%s\n%s\nprint(%s)".formatted(clipboard(), copied("send("), copied("recv("));
            assertThat(new String(Python.run(program, ""), UTF_8)).isEqualTo("b'hello'\n");
        }
    }

    private String copied(String call) {
        call(call).click();
        assertThat(page.locator(".call-record")).containsText(call);
        button("Copy as Python").click();
        return clipboard();
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private List<String> callsOnSockets() {
        return api.get("/descriptors")
                .at("items")
                .valueStream()
                .filter(call -> call.get("on").asString().equals("socket"))
                .map(call -> call.get("name"))
                .map(JsonNode::asString)
                .toList();
    }

    private static void assertChunk(
            Locator chunk, String direction, String call, String length, String preview) {
        assertThat(chunk.locator(".direction")).hasText(direction);
        assertThat(chunk.locator(".call")).hasText(call);
        assertThat(chunk.locator(".length")).hasText(length);
        assertThat(chunk.locator(".preview")).hasText(preview);
    }

    private Locator chunks() {
        return page.locator(".traffic .chunk");
    }

    private Locator call(String text) {
        return page.locator(".call-list .call-line", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
