package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Pictures of the sockets' pages, to be looked at.
class SocketPicturesIT extends ConsoleTests {

    private static final String SIZES =
            """
            1280, 720, LIGHT
            1280, 720, DARK
            360, 640, LIGHT
            360, 640, DARK
            """;

    private String suffix = "";

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void ofTheBeginning(int width, int height, ColorScheme scheme) {
        show(width, height, scheme, "/settings");
        page.evaluate("localStorage.setItem('socket-console.closed', 'no')");
        page.navigate(url("/sockets"));
        take("start");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void ofTheListAndItsMenu(int width, int height, ColorScheme scheme) {
        ApiSocket listener = labelled("web server").bound();
        listener.post("listen", "{}");
        ApiSocket client = api.tcp().connected(listener.port());
        listener.accepted().send("hello");
        client.recv(5);
        api.udp().bound();
        ApiSocket closed = labelled("closed");
        show(width, height, scheme, "/sockets?sort=-id");
        closed.close();
        assertThat(page.locator("#row-" + closed.id())).hasClass(Pattern.compile("closed"));
        take("sockets");
        button("Menu of " + listener.id()).click();
        take("sockets-menu");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void ofTheDialog(int width, int height, ColorScheme scheme) {
        show(width, height, scheme, "/sockets");
        button("New socket").click();
        assertThat(role(AriaRole.DIALOG, "New socket")).isVisible();
        take("new-socket");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void ofEveryTab(int width, int height, ColorScheme scheme) throws IOException {
        Api.Pair pair = api.connection();
        pair.first().send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        pair.second().recv(100);
        pair.second().send("HTTP/1.1 200 OK\r\n\r\n");
        pair.first().recv(100);
        pair.first().post("makefile", "{}");
        String path = "/sockets/" + pair.first().id();
        for (String tab :
                List.of(
                        "operations",
                        "traffic",
                        "conversation",
                        "calls",
                        "options",
                        "files",
                        "overview")) {
            show(width, height, scheme, path + "/" + tab);
            assertThat(page.locator(".detail-tabs [aria-current=page]")).isVisible();
            take("socket-" + tab);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = SIZES)
    void ofAnError(int width, int height, ColorScheme scheme) throws IOException {
        show(width, height, scheme, "/sockets/" + api.tcp().id() + "/operations?call=connect");
        Locator form = role(AriaRole.FORM, "Call connect");
        form.getByLabel("Host").fill("127.0.0.1");
        form.getByLabel("Port").fill(Integer.toString(Peers.closedPort()));
        form.getByText("Run connect").click();
        page.locator(".errno").scrollIntoViewIfNeeded();
        take("errno-card");
    }

    private void show(int width, int height, ColorScheme scheme, String path) {
        suffix = "-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
        browse(width, height, scheme);
        open(path);
    }

    private void take(String name) {
        page.waitForTimeout(500);
        picture("sockets/" + name + suffix);
    }
}
