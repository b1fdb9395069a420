package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.AnswerAssert;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// The dialog that makes sockets.
@Order(1)
class NewSocketIT extends ConsoleTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:443 | name localhost port 443 https · TCP",
                "127.0.0.1:7000 | IPv4 address 127.0.0.1 loopback · port 7000 · TCP",
                "[::1]:80 | IPv6 address ::1 loopback · port 80 http · TCP",
                "::1 80 | IPv6 address ::1 loopback · port 80 http · TCP",
                "https://localhost/x | name localhost port 443 https · TCP",
                "udp://127.0.0.1:53 | IPv4 address 127.0.0.1 loopback · port 53 domain · UDP",
                ":8080 | all addresses of this host port 8080 · TCP",
                "127.0.0.1:0 | IPv4 address 127.0.0.1 loopback · any free port · TCP",
                "/run/x.sock | path /run/x.sock · UNIX stream",
                "@x | abstract name @x · UNIX stream",
                "./@x | path ./@x · UNIX stream",
                "localhost | The port is missing",
                "localhost:70000 | A port is a number",
                "300.1.1.1:80 | neither a name nor an address"
            })
    void whatIsTypedIsUnderstoodPieceByPiece(String typed, String understood) {
        Locator dialog = openDialog();
        address(dialog).fill(typed);
        assertThat(dialog.locator(".understood")).containsText(understood);
    }

    @Test
    void theSocketThatWasMadeHasTheFocus() {
        open("/sockets");
        button("New socket").click();
        Locator dialog = role(AriaRole.DIALOG, "New socket");
        address(dialog).fill("127.0.0.1:0");
        address(dialog).press("Enter");
        assertThat(dialog).isHidden();
        assertThat(page.locator(".detail-pane")).isFocused();
    }

    @Test
    void anEmptyAddressIsAskedForAndMakesNothing() {
        int before = sockets();
        Locator dialog = openDialog();
        make(dialog).click();
        assertThat(dialog.locator(".understood")).containsText("An address is needed");
        assertThat(address(dialog)).isFocused();
        address(dialog).fill("localhost");
        page.keyboard().press("Enter");
        assertThat(dialog.locator(".understood")).containsText("The port is missing");
        assertThat(sockets()).isEqualTo(before);
    }

    @Test
    void aNameIsResolvedAndOneOfItsAddressesCanBeChosen() throws IOException {
        try (Peers.EchoServer server = new Peers.EchoServer()) {
            Locator dialog = openDialog();
            address(dialog).fill("localhost:" + server.port());
            assertThat(dialog.locator(".understood .end"))
                    .containsText(Pattern.compile("\\d address(es)? in"));
            dialog.getByText("127.0.0.1", textExactly()).first().click();
            make(dialog).click();
            assertThat(page.locator(".detail-head")).containsText("127.0.0.1:" + server.port());
        }
    }

    @Test
    void eachAddressOfANameIsTriedInTurnAndNoSocketIsLeftOver() {
        int before = sockets();
        Locator dialog = openDialog();
        address(dialog).fill("localhost:" + Peers.closedPort());
        page.keyboard().press("Enter");
        assertThat(dialog.locator(".errno")).containsText("ECONNREFUSED");
        assertThat(sockets()).isEqualTo(before + 1);
    }

    @Test
    void theAddressPicksTheRoleUntilAPersonDoes() {
        Locator dialog = openDialog();
        address(dialog).fill(":8080");
        assertThat(dialog.getByLabel("Listen")).isChecked();
        address(dialog).fill("127.0.0.1:8080");
        assertThat(dialog.getByRole(AriaRole.RADIO).first()).isChecked();
        choose(dialog, "Listen");
        address(dialog).fill("/tmp/x.sock");
        assertThat(dialog.getByLabel("Listen")).isChecked();
        assertThat(dialog.locator(".roles")).containsText("UNIX server");
    }

    @Test
    void theCallsAndTheCodeFollowWhatIsTyped() {
        Locator dialog = openDialog();
        address(dialog).fill("127.0.0.1:7000");
        Locator python = dialog.getByLabel("Calls in Python");
        assertThat(python).containsText("s.connect(('127.0.0.1', 7000))");
        dialog.getByLabel("Calls wait at most").selectOption("non-blocking");
        assertThat(python).containsText("s.setblocking(False)");
        dialog.getByText("Advanced").click();
        dialog.getByLabel("TCP_NODELAY").check();
        assertThat(python).containsText("s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)");
        assertThat(dialog.locator(".calls")).containsText("connect(('127.0.0.1', 7000))");
        dialog.getByText("curl", textExactly()).click();
        assertThat(dialog.getByLabel("Calls in curl")).containsText("/connect");
        choose(dialog, "Listen");
        assertThat(dialog.getByLabel("Calls in curl")).containsText("/listen");
    }

    @Test
    void aServerIsMadeByItsCallsInOrder() {
        Locator dialog = openDialog();
        choose(dialog, "Listen");
        assertThat(address(dialog)).hasValue("127.0.0.1:0");
        dialog.getByLabel("Label", exactly()).fill("made here");
        make(dialog).click();
        assertThat(dialog).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("/sockets/s-\\d+$"));
        assertThat(page.locator(".detail-head")).containsText("made here");
        assertThat(page.locator(".detail-head")).containsText("Listening");
        assertThat(api.socketOf(idInTheUrl()).state()).isEqualTo("LISTENING");
    }

    @Test
    void anAbstractNameIsListenedOnAndShownWithTheWord() {
        String name = "it-" + System.nanoTime();
        Locator dialog = openDialog();
        address(dialog).fill("@" + name);
        choose(dialog, "Listen");
        make(dialog).click();
        assertThat(page.locator(".detail-head")).containsText("@" + name + " (abstract)");
        ApiSocket client = api.socket(Json.json("{'family': 'AF_UNIX'}"));
        AnswerAssert.assertThat(client.connect(Json.json("{'path': '\\u0000%s'}", name))).isDone();
    }

    @Test
    void aRefusedConnectIsRetriedOnTheSameSocket() throws IOException {
        int before = sockets();
        Locator dialog = openDialog();
        BoundingBox size = dialog.boundingBox();
        address(dialog).fill("127.0.0.1:" + Peers.closedPort());
        page.keyboard().press("Enter");
        assertThat(dialog.locator(".errno")).containsText("ECONNREFUSED");
        assertThat(dialog.locator(".calls .failed")).containsText("ECONNREFUSED");
        assertThat(dialog.getByLabel("Calls in Python")).containsText("ConnectionRefusedError");
        assertThat(button("Retry")).isFocused();
        assertThat(button("Retry")).isInViewport();
        assertThat(button("Close this socket")).isInViewport();
        assertThat(dialog.boundingBox()).usingRecursiveComparison().isEqualTo(size);
        try (Peers.EchoServer server = new Peers.EchoServer()) {
            address(dialog).fill("127.0.0.1:" + server.port());
            page.keyboard().press("Enter");
            assertThat(dialog).hasCount(0);
            assertThat(page.locator(".detail-head")).containsText("Connected");
        }
        assertThat(sockets()).isEqualTo(before + 1);
    }

    @Test
    void anAddressOfAnotherFamilyClosesTheFailedSocket() {
        int before = sockets();
        Locator dialog = openDialog();
        address(dialog).fill("127.0.0.1:" + Peers.closedPort());
        page.keyboard().press("Enter");
        assertThat(dialog.locator(".errno")).containsText("ECONNREFUSED");
        address(dialog).fill("/no/such.sock");
        page.keyboard().press("Enter");
        assertThat(dialog.locator(".errno")).containsText("ENOENT");
        assertThat(sockets()).isEqualTo(before + 1);
    }

    @Test
    void theFailedSocketIsClosedOrKeptByChoice() {
        int before = sockets();
        Locator dialog = openDialog();
        address(dialog).fill("127.0.0.1:" + Peers.closedPort());
        page.keyboard().press("Enter");
        button("Close this socket").click();
        assertThat(dialog.locator(".errno")).hasCount(0);
        assertThat(address(dialog)).isFocused();
        assertThat(sockets()).isEqualTo(before);
        page.keyboard().press("Enter");
        assertThat(dialog.locator(".errno")).isVisible();
        dialog.getByText("Leave", textExactly()).click();
        assertThat(dialog).hasCount(0);
        assertThat(sockets()).isEqualTo(before + 1);
    }

    @Test
    void choicesAreChosenAndOrderedTheRestIsUnderAllNames() {
        Locator dialog = openDialog();
        choose(dialog, "Custom");
        assertThat(usual(dialog, "Family").subList(0, 3))
                .containsExactly("AF_INET", "AF_INET6", "AF_UNIX");
        assertThat(usual(dialog, "Type").subList(0, 2))
                .containsExactly("SOCK_STREAM", "SOCK_DGRAM");
        assertThat(choices(dialog, "Family")).doesNotContain("AF_FILE", "AF_LOCAL", "AF_ROUTE");
        assertThat(choices(dialog, "Type")).noneMatch(name -> name.contains("TXREHASH"));
    }

    @Test
    void whatCannotBeIsNotOffered() {
        Locator dialog = openDialog();
        choose(dialog, "Custom");
        assertThat(choices(dialog, "Then")).contains("listen").doesNotContain("pair");
        dialog.getByLabel("Type", exactly()).selectOption("SOCK_DGRAM");
        assertThat(choices(dialog, "Then")).doesNotContain("listen");
        dialog.getByLabel("Family", exactly()).selectOption("AF_UNIX");
        dialog.getByLabel("Then", exactly()).selectOption("pair");
        make(dialog).click();
        assertThat(page.locator(".detail-head")).containsText("Connected");
    }

    @Test
    void itKeepsItsSizeAndFitsTheWindow() {
        Locator dialog = openDialog();
        assertThat(dialog.boundingBox().width).isEqualTo(976);
        assertThat(dialog.boundingBox().height).isEqualTo(608);
        for (int width : new int[] {900, 600, 360}) {
            page.setViewportSize(width, 640);
            assertThat(dialog.boundingBox().width).isLessThanOrEqualTo(width);
            assertThat(make(dialog)).isInViewport();
            assertThat(number("() => document.querySelector('dialog .sides').scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheDialogWasClosed() {
        Locator dialog = openDialog();
        address(dialog).fill("127.0.0.1:7002");
        page.keyboard().press("Escape");
        assertThat(address(dialog)).not().isFocused();
        assertThat(dialog).isVisible();
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        button("New socket").click();
        assertThat(address(dialog)).hasValue("127.0.0.1:7002");
    }

    private Locator openDialog() {
        open("/sockets");
        button("New socket").click();
        Locator dialog = role(AriaRole.DIALOG, "New socket");
        assertThat(dialog).isVisible();
        return dialog;
    }

    private static Locator address(Locator dialog) {
        return dialog.getByLabel("Address", exactly());
    }

    private static Locator make(Locator dialog) {
        return dialog.locator(".dialog-foot .primary");
    }

    private static void choose(Locator dialog, String role) {
        dialog.locator(".roles b").filter(new Locator.FilterOptions().setHasText(role)).click();
    }

    private List<String> choices(Locator dialog, String select) {
        return values(dialog.getByLabel(select, exactly()).locator("option"));
    }

    private List<String> usual(Locator dialog, String select) {
        return values(dialog.getByLabel(select, exactly()).locator(":scope > option"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> values(Locator options) {
        options.first().waitFor(ATTACHED);
        return (List<String>) options.evaluateAll("all => all.map(({ value }) => value)");
    }

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions()
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);

    /// Those that are open.
    private int sockets() {
        return api.get("/sockets").json().get("total").asInt();
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
