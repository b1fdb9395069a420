package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.AnswerAssert;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.ServerProcess;
import org.socketconsole.testing.Tshark;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What people come for, from the first echo to a restart, with real peers. What each job costs in
/// clicks and keys is counted, and stands in `docs/jobs.md`.
@Order(1)
class JobsIT extends ConsoleTests {

    /// Until what is drawn has its keys.
    private static final String TWO_FRAMES =
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private static final Pattern ROW = Pattern.compile("\\| (.+?) +\\| +(\\d+) \\| +(\\d+) \\|");

    private Hands hands;

    @BeforeEach
    void twoHands() {
        page.addInitScript("localStorage.setItem('socket-console.closed', 'no')");
        hands = new Hands(page);
    }

    @Test
    void theFirstEcho() {
        open("/sockets");
        hands.click(button("Start an echo server on 127.0.0.1"));
        hands.click(row("echo server"));
        hands.click(button("Connect to it"));
        assertThat(head()).containsText("Connected");
        say("hello");
        receive();
        assertThat(composer()).containsText("Received 5 bytes");
        assertThat(composer().locator(".told code")).hasText("hello");
        assertCost("First echo");
    }

    @Test
    void httpByHand() throws IOException {
        HttpServer server = HttpServer.create(Peers.at(0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write(Bytes.of("hi"));
                    exchange.close();
                });
        server.start();
        try {
            open("/sockets");
            connect("127.0.0.1:" + server.getAddress().getPort());
            hands.choose(composer().getByLabel("Line ending"), "CRLF after each line");
            write("");
            hands.type("GET / HTTP/1.0");
            hands.press("Enter");
            hands.press("Enter");
            hands.press("Control+Enter");
            receive();
            assertThat(composer().locator(".told code")).containsText("HTTP/1.1 200 OK");
            assertCost("HTTP by hand");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void udpBothWays() throws IOException {
        try (DatagramSocket peer = new DatagramSocket(Peers.at(0))) {
            open("/sockets");
            connect("udp://127.0.0.1:" + peer.getLocalPort());
            say("ping");
            DatagramPacket packet = new DatagramPacket(new byte[64], 64);
            peer.receive(packet);
            assertThat(new String(packet.getData(), 0, packet.getLength())).isEqualTo("ping");
            packet.setData(Bytes.of("pong"));
            peer.send(packet);
            receive();
            assertThat(composer().locator(".told code")).hasText("pong");
            assertCost("UDP both ways");
        }
    }

    @Test
    void aUnixSocket() throws IOException {
        Path path = Path.of("/tmp/job-%08x".formatted((int) System.nanoTime()));
        try (ServerSocketChannel server = Peers.unixServer(path)) {
            open("/sockets");
            connect(path.toString());
            say("hello");
            try (SocketChannel peer = server.accept()) {
                assertThat(read(peer)).isEqualTo("hello");
                peer.write(ByteBuffer.wrap(Bytes.of("back")));
                receive();
                assertThat(composer().locator(".told code")).hasText("back");
            }
            assertCost("A UNIX socket");
        } finally {
            Files.deleteIfExists(path);
        }
    }

    @Test
    void anAbstractName() {
        String name = "job-%08x".formatted((int) System.nanoTime());
        open("/sockets");
        hands.press("n");
        Locator dialog = dialog();
        assertThat(dialog.getByLabel("Address", exactly())).isFocused();
        hands.type("@" + name);
        hands.click(dialog.locator(".roles b").nth(1));
        hands.click(dialog.locator(".dialog-foot .primary"));
        assertThat(head()).containsText("@" + name + " (abstract)");
        assertThat(head()).containsText("Listening");
        ApiSocket peer = api.socket(Json.json("{'family': 'AF_UNIX'}"));
        AnswerAssert.assertThat(peer.connect(Json.json("{'path': '\\u0000%s'}", name))).isDone();
        hands.press("a");
        assertThat(page.getByText("Accepted s-").first()).isVisible();
        assertCost("An abstract one");
    }

    @Test
    void aRefusedConnectIsMended() throws IOException {
        int port;
        try (ServerSocket server = Peers.server()) {
            port = server.getLocalPort();
        }
        open("/sockets");
        connectTo("127.0.0.1:" + port);
        assertThat(dialog().locator(".errno")).containsText("ECONNREFUSED");
        assertThat(button("Retry")).isFocused();
        try (ServerSocket server = new ServerSocket()) {
            server.setReuseAddress(true);
            server.bind(Peers.at(port));
            hands.press("Enter");
            assertThat(head()).containsText("Connected");
            server.accept().close();
        }
        assertThat(api.get("/sockets").at("total").asInt()).isEqualTo(1);
        assertCost("A refused connect mended");
    }

    @Test
    void aFullBacklog() throws IOException {
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, Peers.loopback())) {
            fill(server, fillers);
            open("/sockets");
            hands.press("n");
            assertThat(dialog().getByLabel("Address", exactly())).isFocused();
            hands.type("127.0.0.1:" + server.getLocalPort());
            hands.choose(dialog().getByLabel("Calls wait at most"), "1 s");
            hands.click(dialog().locator(".dialog-foot .primary"));
            assertThat(dialog().locator(".errno")).containsText("the time was over");
            for (int taken = 0; taken < fillers.size(); taken++) {
                server.accept().close();
            }
            hands.press("Enter");
            assertThat(head()).containsText("Connected");
            assertCost("A full backlog");
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    /// Linux takes one more than the backlog says.
    private static void fill(ServerSocket server, List<Socket> fillers) throws IOException {
        for (int count = 0; count < 2; count++) {
            fillers.add(new Socket(Peers.loopback(), server.getLocalPort()));
        }
    }

    @Test
    void aHalfClose() throws IOException {
        try (ServerSocket server = Peers.server()) {
            open("/sockets");
            connect("127.0.0.1:" + server.getLocalPort());
            try (Socket peer = server.accept()) {
                hands.click(button("Shut down"));
                hands.click(role(AriaRole.MENUITEM, "Sending: the peer reads the end"));
                assertThat(peer.getInputStream().read()).isEqualTo(-1);
                assertThat(composer().locator(".told")).containsText("shutdown(SHUT_WR)");
                peer.getOutputStream().write(Bytes.of("bye"));
                hands.press("r");
                assertThat(composer().locator(".told code")).hasText("bye");
            }
            assertCost("A half close");
        }
    }

    @Test
    void optionsChangedAndReadBack() {
        ApiSocket socket = api.tcp();
        open("/sockets/" + socket.id());
        hands.click(role(AriaRole.LINK, "Options"));
        hands.click(page.getByLabel("Find an option"));
        hands.type("nodelay");
        Locator row = page.locator(".option-table tbody tr").filter(has("TCP_NODELAY"));
        hands.click(row.locator("input[type=checkbox]"));
        assertThat(row.locator("input[type=checkbox]")).isChecked();
        eventually()
                .until(
                        () -> socket.getsockopt("IPPROTO_TCP", "TCP_NODELAY").at("value").asInt(),
                        value -> value == 1);
        assertCost("Options changed and read back");
    }

    @Test
    void aCaptureOpenedByTshark() throws Exception {
        Tshark.assumePresent();
        try (Peers.EchoServer server = new Peers.EchoServer()) {
            ApiSocket client = api.tcp().connected(server.port());
            client.send("to be captured");
            client.recv(64);
            open("/sockets/" + client.id());
            hands.click(role(AriaRole.LINK, "Traffic").last());
            Download download = page.waitForDownload(() -> hands.click(button("Download pcapng")));
            assertThat(String.join("\n", Tshark.read(download.path())))
                    .contains("TCP")
                    .contains("Len=14");
            assertCost("A capture opened by tshark");
        }
    }

    @Test
    void aLineFoundInTenThousandChunks() {
        Api.Pair pair = api.pair(Json.json("{'type': 'SOCK_DGRAM'}"));
        for (int first = 0; first < 5_000; first += 100) {
            AnswerAssert.assertThat(api.post("/batch", hay(pair, first))).isOk();
        }
        open("/traffic");
        assertThat(page.getByText("hay").first()).isVisible();
        hands.press("/");
        hands.type("needle");
        hands.press("Enter");
        assertThat(page.locator(".filter-told")).containsText(" of ");
        assertThat(page.getByText("the needle").first()).isInViewport();
        assertCost("A line found in 10,000 chunks");
    }

    /// A hundred sent and received, and somewhere the needle.
    private static String hay(Api.Pair pair, int first) {
        return IntStream.range(first, first + 100)
                .mapToObj(number -> number == 2_500 ? "the needle" : "hay " + number)
                .map(
                        text ->
                                Json.json(
                                        """
                                        {'call': 'send', 'id': '%s', 'body': {'text': '%s'}},
                                        {'call': 'recv', 'id': '%s', 'body': {'bufsize': 64}}
                                        """,
                                        pair.first().id(), text, pair.second().id()))
                .collect(Collectors.joining(",", "{\"calls\": [", "]}"));
    }

    @Test
    void aHundredSocketsClosed() {
        for (int count = 1; count <= 100; count++) {
            labelled("of-100-%03d".formatted(count));
        }
        open("/sockets");
        hands.clickHolding(KeyboardModifier.CONTROL, row("of-100-100"));
        hands.press("End");
        hands.clickHolding(KeyboardModifier.SHIFT, row("of-100-001"));
        assertThat(role(AriaRole.GROUP, "Selected sockets")).containsText("100 selected");
        hands.press("x");
        hands.click(button("Close sockets"));
        assertThat(page.getByText("Closed 100 sockets").first()).isVisible();
        assertThat(api.get("/sockets").at("total").asInt()).isZero();
        assertCost("A hundred sockets closed");
    }

    @Test
    void twoNameLookUpsCompared() {
        open("/names/getservbyname");
        hands.click(field("servicename"));
        hands.type("http");
        hands.press("Enter");
        assertThat(page.locator(".result")).containsText("80");
        hands.click(field("servicename"));
        hands.press("Control+a");
        hands.type("https");
        hands.press("Enter");
        assertThat(page.locator(".result")).containsText("443");
        hands.click(field("Compare getservbyname('http')"));
        hands.click(field("Compare getservbyname('https')"));
        hands.click(button("Compare").last());
        assertThat(page.locator(".compared")).containsText("2 lines are on one side only.");
        assertThat(page.locator(".compared .differs")).hasCount(2);
        assertCost("Two name look-ups compared");
    }

    @Test
    void aRestartSurvived() {
        Api shared = api;
        try (ServerProcess server = ServerProcess.start()) {
            api = server.api();
            labelled("of before");
            open("/sockets");
            assertThat(row("of before")).isVisible();
            server.kill();
            assertThat(feed()).hasText("Reconnecting");
            server.startAnew();
            // Not counted: the page does so by itself, only later.
            button("Retry now").click();
            assertLiveAgain();
            hands.click(page.getByText("Make 1 socket again"));
            assertThat(row("of before")).isVisible();
            assertThat(api.get("/sockets").at("total").asInt()).isEqualTo(1);
            browsing.assertComplaintOf("WebSocket");
            browsing.forgiveComplaintsOf("net::ERR_");
            assertCost("A restart survived");
            axeFindsNothing();
            api = shared;
            open("/settings");
        } finally {
            api = shared;
        }
    }

    /// The dialog, an address, Enter.
    private void connect(String address) {
        connectTo(address);
        assertThat(head()).containsText("Connected");
    }

    private void connectTo(String address) {
        hands.press("n");
        assertThat(dialog().getByLabel("Address", exactly())).isFocused();
        hands.press("Control+a");
        hands.type(address);
        hands.press("Enter");
    }

    private void say(String text) {
        write(text);
        hands.press("Control+Enter");
        assertThat(composer()).containsText("Sent " + text.length() + " bytes");
    }

    private void write(String text) {
        assertThat(field("Bytes to send")).isVisible();
        page.evaluate(TWO_FRAMES);
        hands.press("s");
        assertThat(field("Bytes to send")).isFocused();
        hands.type(text);
    }

    private void receive() {
        hands.press("Escape");
        hands.press("r");
    }

    private static String read(SocketChannel peer) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(64);
        int size = peer.read(buffer);
        return new String(buffer.array(), 0, size);
    }

    private Locator head() {
        return page.locator(".detail-head");
    }

    private Locator dialog() {
        return role(AriaRole.DIALOG, "New socket");
    }

    private Locator composer() {
        return role(AriaRole.FORM, "Send and receive");
    }

    private Locator.FilterOptions has(String code) {
        return new Locator.FilterOptions()
                .setHas(page.getByText(code, new Page.GetByTextOptions().setExact(true)));
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private void assertCost(String job) {
        assertThat(hands.cost()).as(job).isEqualTo(written().get(job));
    }

    private static Map<String, Hands.Cost> written() {
        try {
            return ROW.matcher(Files.readString(Path.of("docs", "jobs.md")))
                    .results()
                    .collect(
                            Collectors.toMap(
                                    row -> row.group(1),
                                    row ->
                                            new Hands.Cost(
                                                    Integer.parseInt(row.group(2)),
                                                    Integer.parseInt(row.group(3)))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
