package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ForcedColors;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.browser.Axe;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Every page fits its screen, wide and narrow, light, dark and in forced colors, and axe looks at
/// both themes. With `-Dpictures` there are pictures of all in target/screenshots, to be looked at.
@Order(1)
class LooksIT extends ConsoleTests {

    private static final String LONG_LABEL = "a label that is longer than the screen is wide";
    private static final String LONG_TEXT = "a text that is far longer than a screen is wide ";
    private static final String WIDTH =
            """
            Math.max(...['html', 'main'].map((name) => document.querySelector(name).scrollWidth))
            """;

    /// The page itself never scrolls: what is in it does.
    private static final String HEIGHT = "document.scrollingElement.scrollHeight";

    /// A wide screen at a zoom of 200 % is as wide as a small one.
    private enum Look {
        WIDE_LIGHT(1280, 720, ColorScheme.LIGHT),
        MIDDLE_LIGHT(900, 700, ColorScheme.LIGHT),
        ZOOMED_LIGHT(640, 360, ColorScheme.LIGHT),
        SMALL_LIGHT(600, 800, ColorScheme.LIGHT),
        NARROWEST_LIGHT(320, 640, ColorScheme.LIGHT),
        NARROW_DARK(360, 800, ColorScheme.DARK),
        WIDE_DARK(1280, 720, ColorScheme.DARK),
        WIDE_FORCED(1280, 720, ColorScheme.DARK, ForcedColors.ACTIVE);

        private final int width;
        private final int height;
        private final ColorScheme scheme;
        private final ForcedColors forced;

        Look(int width, int height, ColorScheme scheme) {
            this(width, height, scheme, ForcedColors.NONE);
        }

        Look(int width, int height, ColorScheme scheme, ForcedColors forced) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
            this.forced = forced;
        }
    }

    @Test
    void ofTheQuestionForTheToken() {
        page.navigate(url("/sockets"));
        assertThat(field("Token, or the whole address")).isVisible();
        take("sign-in");
    }

    @Test
    void ofTheBeginning() {
        open("/settings");
        page.evaluate("localStorage.setItem('socket-console.closed', 'no')");
        page.navigate(url("/sockets"));
        assertThat(page.getByText("No sockets yet")).isVisible();
        take("start");
    }

    @Test
    void ofTheListAndItsMenu() {
        labelled(LONG_LABEL);
        ApiSocket listener = labelled("web server").bound();
        listener.post("listen", "{}");
        ApiSocket client = api.tcp().connected(listener.port());
        listener.accepted().send("hello");
        client.recv(5);
        api.udp().bound();
        labelled(HOSTILE);
        ApiSocket closed = labelled("closed");
        open("/sockets?sort=-id");
        closed.close();
        assertThat(page.locator("#row-" + closed.id())).hasClass(Pattern.compile("closed"));
        take("sockets");
        page.setViewportSize(1280, 720);
        button("Menu of " + listener.id()).click();
        picture("sockets-menu");
    }

    @Test
    void ofTheDialog() {
        open("/sockets");
        button("New socket").click();
        assertThat(role(AriaRole.DIALOG, "New socket")).isVisible();
        take("new-socket");
    }

    @Test
    void ofTheRulesAndTheDialogInGerman() {
        page.context()
                .addCookies(List.of(new Cookie("socket-console.language", "de").setUrl(url("/"))));
        open("/sockets/" + api.listener().id());
        take("german-overview");
        button("Von selbst antworten").click();
        page.getByText("Nach Regeln …").click();
        assertThat(page.locator("dialog[open] form")).isVisible();
        take("german-rules");
        button("Lassen").click();
        button("Neuer Socket").click();
        assertThat(page.locator("#new-address")).isVisible();
        take("german-new-socket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview",
                "operations",
                "traffic",
                "conversation",
                "calls",
                "options",
                "tcp",
                "files"
            })
    void ofEveryTabOfASocket(String tab) {
        Api.Pair pair = pairThatTalked();
        pair.first().post("makefile", "{}");
        open("/sockets/" + pair.first().id() + "/" + tab);
        assertThat(page.locator(".detail-tabs [aria-current=page]")).isVisible();
        take("socket-" + tab);
    }

    @Test
    void ofTheTrafficAndTheBytesOfAChunk() {
        Api.Pair pair = pairThatTalked();
        String chunk = pair.first().get("traffic").at("items/0/seq").asString();
        open("/traffic");
        take("traffic");
        open("/traffic?filter=dir:in");
        take("traffic-filtered");
        open("/traffic?bytes=4-7&chunk=" + chunk);
        assertThat(page.locator(".hex-row").first()).isVisible();
        take("traffic-bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "getaddrinfo, /names/getaddrinfo?host=localhost&port=80",
        "unknown-name, /names/getservbyname?servicename=no-such-service",
        "reference, /reference",
        "constants, /reference/constants?q=SO_",
        "errnos, /reference/errno",
        "errno, /reference/errno/ECONNREFUSED",
        "byte-order, /reference/byte-order?x=0x1234",
        "activity, /activity",
        "recordings, /recordings",
        "swagger, /swagger",
        "settings, /settings"
    })
    void ofThePagesWithoutSockets(String name, String path) {
        open(path);
        assertThat(heading()).isVisible();
        take(name);
    }

    @Test
    void ofAnError() throws IOException {
        open("/sockets/" + api.tcp().id() + "/operations?call=connect");
        Locator form = role(AriaRole.FORM, "Call connect");
        form.getByLabel("address").fill("127.0.0.1:" + Peers.closedPort());
        form.getByText("Run connect").click();
        page.locator(".errno").scrollIntoViewIfNeeded();
        take("errno-card");
    }

    /// The one of the README: an echo server and its client, at their third round.
    @Test
    void ofTheConsole() {
        page.setViewportSize(1280, 800);
        ApiSocket listener = labelled("echo server").bound();
        listener.post("listen", "{}");
        ApiSocket client = labelled("echo client").connected(listener.port());
        ApiSocket server = listener.accepted();
        open("/settings");
        page.evaluate("localStorage.setItem('socket-console.closed', 'no')");
        open("/sockets/" + client.id() + "/conversation");
        for (String line : List.of("Hello, world\n", "How are you?\n", "Good bye\n")) {
            client.send(line);
            server.recv(100);
            server.send(line);
            client.recv(100);
        }
        var waiting = server.postLater("recv", "{\"bufsize\": 4096}");
        assertThat(page.locator(".turn")).hasCount(6);
        assertThat(page.locator("#row-" + server.id())).containsText("Waiting");
        settle();
        picture("console");
        server.close();
        waiting.join();
    }

    private Api.Pair pairThatTalked() {
        Api.Pair pair = api.connection();
        pair.first().send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        pair.second().recv(100);
        pair.second().send("HTTP/1.1 200 OK\r\n\r\n");
        pair.first().recv(100);
        pair.first().send(LONG_TEXT.repeat(4));
        pair.second().recv(1000);
        label(pair.first(), LONG_LABEL);
        return pair;
    }

    private void take(String name) {
        SoftAssertions all = new SoftAssertions();
        for (Look look : Look.values()) {
            page.setViewportSize(look.width, look.height);
            page.emulateMedia(
                    new Page.EmulateMediaOptions()
                            .setColorScheme(look.scheme)
                            .setForcedColors(look.forced));
            settle();
            picture("%s-%s".formatted(name, look.name().toLowerCase().replace('_', '-')));
            assertThat(number(WIDTH)).as("%s %s", name, look).isLessThanOrEqualTo(look.width);
            assertThat(number(HEIGHT)).as("%s %s", name, look).isLessThanOrEqualTo(look.height);
            all.assertThat(Fit.cut(page)).as("cut in %s %s", name, look).isEmpty();
            all.assertThat(Fit.overlapping(page)).as("over in %s %s", name, look).isEmpty();
            all.assertThat(Fit.scrollingForNothing(page))
                    .as("scrolls in %s %s", name, look)
                    .isEmpty();
            if (look == Look.NARROW_DARK) {
                Axe.assertNoViolations(page);
            }
        }
        all.assertAll();
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(ColorScheme.LIGHT)
                        .setForcedColors(ForcedColors.NONE));
    }
}
