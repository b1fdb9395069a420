package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.NameServer;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.util.regex.Pattern;

class NamesIT extends ConsoleTests {

    /// The page waits for 5 s.
    private static final double SILENCE_MILLIS = 20_000;

    @Test
    void theFormLooksUpLocalhost() {
        open("/names/getaddrinfo");
        field("host").fill("localhost");
        field("type").selectOption("SOCK_STREAM");
        button("Look up").click();
        assertThat(page).hasURL(url("/names/getaddrinfo?host=localhost&type=SOCK_STREAM"));
        assertThat(answers()).containsText(Pattern.compile("127\\.0\\.0\\.1|::1"));
        assertThat(answers()).containsText("SOCK_STREAM");
        assertThat(result()).containsText("by the host’s own resolver");
    }

    @Test
    void theAddressOfAResultGivesTheSameResultAgain() {
        open("/names/getaddrinfo");
        field("host").fill("localhost");
        field("port").fill("http");
        button("Look up").click();
        assertThat(answers()).containsText("80");
        String found = answers().innerText();
        String address = page.url();
        page = page.context().newPage();
        page.navigate(address);
        assertThat(answers()).containsText("80");
        assertThat(answers().innerText()).isEqualTo(found);
        assertThat(field("host")).hasValue("localhost");
    }

    @ParameterizedTest
    @CsvSource({
        "getservbyname, servicename, http, protocolname, tcp, 80",
        "getprotobyname, protocolname, icmp, , , 1",
        "getservbyport, port, 80, protocolname, tcp, http"
    })
    void theDatabasesOfThisHostAnswer(
            String call, String name, String value, String other, String with, String answer) {
        open("/names/" + call);
        field(name).fill(value);
        if (other != null) {
            field(other).fill(with);
        }
        button("Look up").click();
        assertThat(result().getByRole(AriaRole.DEFINITION)).containsText(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/names/getservbyname?servicename=no-such-service",
        "/names/getprotobyname?protocolname=no-such-protocol",
        "/names/gethostbyname?hostname=no-such-host.invalid",
        "/names/getaddrinfo?host=no-such-host.invalid"
    })
    void anUnknownNameIsAnExplainedError(String path) {
        open(path);
        assertThat(page.locator(".errno").getByRole(AriaRole.ALERT)).containsText("failed");
        assertThat(page.locator(".errno").getByRole(AriaRole.LISTITEM).nth(1)).isVisible();
        assertThat(button("Try again")).isVisible();
    }

    @Test
    void connectOnAResultMakesASocketThatIsConnected() throws IOException {
        try (Peers.EchoServer server = new Peers.EchoServer()) {
            open("/names/getaddrinfo?host=127.0.0.1&type=SOCK_STREAM&port=" + server.port());
            button("Connect to 127.0.0.1:" + server.port()).click();
            page.waitForURL(Pattern.compile("/sockets/s-"));
            String id = page.url().replaceFirst(".*/", "");
            assertThat(api.socketOf(id).state()).isEqualTo("CONNECTED");
        }
    }

    @Test
    void aConnectionThatIsRefusedIsExplainedAndTheSocketIsNamed() throws IOException {
        int port = Peers.closedPort();
        open("/names/getaddrinfo?host=127.0.0.1&type=SOCK_STREAM&port=" + port);
        button("Connect to 127.0.0.1:" + port).click();
        assertThat(page.locator(".errno")).containsText("ECONNREFUSED");
        assertThat(page.locator(".errno").getByRole(AriaRole.LISTITEM).nth(1)).isVisible();
        assertThat(result()).containsText("was made and is open");
    }

    @Test
    void theReverseLookUpOfAnAddressIsGethostbyaddr() {
        open("/names/getaddrinfo?host=127.0.0.1&type=SOCK_STREAM");
        role(AriaRole.LINK, "Reverse look-up").click();
        assertThat(page).hasURL(url("/names/gethostbyaddr?ip_address=127.0.0.1"));
        assertThat(result()).containsText("localhost");
    }

    @Test
    void theHistoryLeadsBackToALookUp() {
        open("/names/getservbyname?servicename=http");
        assertThat(result()).containsText("80");
        role(AriaRole.LINK, "getprotobyname").click();
        page.locator(".history").getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(url("/names/getservbyname?servicename=http"));
    }

    @Test
    void aNameServerStandsBesideLibcWithItsTimesAndWhyTheyDiffer() throws IOException {
        try (NameServer server = new NameServer()) {
            open("/names/dns");
            field("name").fill("localhost");
            field("server").fill("127.0.0.1");
            field("port").fill(Integer.toString(server.port()));
            button("Look up").click();
            assertThat(page).hasURL(url(comparison("localhost", server)));
            assertThat(cell("192.0.2.1", "libc")).hasText("no");
            assertThat(cell("192.0.2.1", of(server))).hasText("yes, TTL 5 min");
            assertThat(cell("127.0.0.1", "libc")).hasText("yes");
            assertThat(cell("127.0.0.1", of(server))).hasText("no");
            assertThat(result())
                    .containsText("Only from " + of(server) + ": 192.0.2.1. libc does not ask");
        }
    }

    @Test
    void aNameServerThatIsSilentIsTold() throws IOException {
        try (NameServer server = new NameServer()) {
            open(comparison("silent.test", server));
            assertThat(result())
                    .containsText(
                            of(server) + " gave no answer in time.",
                            new ContainsTextOptions().setTimeout(SILENCE_MILLIS));
            assertThat(server.asked("silent.test")).isEqualTo(4);
        }
    }

    private static String comparison(String name, NameServer server) {
        return "/names/dns?name=%s&server=127.0.0.1&port=%d".formatted(name, server.port());
    }

    /// As the page names it.
    private static String of(NameServer server) {
        return "127.0.0.1:" + server.port();
    }

    private Locator cell(String address, String column) {
        return answers()
                .locator("tr", new Locator.LocatorOptions().setHasText(address))
                .locator("td[data-name='" + column + "']");
    }

    private Locator answers() {
        return page.locator("table.answers");
    }

    private Locator result() {
        return page.locator("section.result");
    }
}
