package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.util.regex.Pattern;

class NamesIT extends ConsoleTests {

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

    private Locator answers() {
        return page.locator("table.answers");
    }

    private Locator result() {
        return page.locator("section.result");
    }
}
