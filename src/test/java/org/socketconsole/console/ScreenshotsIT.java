package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.browser.Axe;
import org.socketconsole.testing.Api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Pictures of every page in target/screenshots, to be looked at; axe looks too.
class ScreenshotsIT extends ConsoleTests {

    @ParameterizedTest
    @CsvSource({"1280, 720, LIGHT", "1280, 720, DARK", "360, 800, LIGHT", "360, 800, DARK"})
    void everyPageFitsTheScreenAndAxeFindsNothing(int width, int height, ColorScheme scheme) {
        browse(width, height, scheme);
        String suffix = "-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
        page.navigate(url("/sockets"));
        assertThat(field("Token, or the whole address")).isVisible();
        inspect("sign-in" + suffix);
        open("/sockets");
        assertThat(page.getByText("No sockets yet")).isVisible();
        inspect("no-sockets" + suffix);
        pages().forEach(
                        (name, path) -> {
                            open(path);
                            page.waitForTimeout(400);
                            inspect(name + suffix);
                        });
    }

    private Map<String, String> pages() {
        Api.Pair pair = api.connection();
        labelled(HOSTILE);
        pair.first().send("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n");
        pair.second().recv(100);
        String chunk = pair.first().get("traffic").at("items/0/seq").asString();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("sockets", "/sockets");
        pages.put("socket", "/sockets/" + pair.first().id());
        pages.put("traffic", "/traffic");
        pages.put("traffic-bytes", "/traffic?bytes=4-7&chunk=" + chunk);
        pages.put("getaddrinfo", "/names/getaddrinfo?host=localhost&port=80");
        pages.put("unknown-name", "/names/getservbyname?servicename=no-such-service");
        pages.put("reference", "/reference");
        pages.put("constants", "/reference/constants?q=SO_");
        pages.put("errno", "/reference/errno/ECONNREFUSED");
        pages.put("byte-order", "/reference/byte-order?x=0x1234");
        pages.put("settings", "/settings");
        return pages;
    }

    private void inspect(String name) {
        picture(name);
        assertThat(isTrue("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", name)
                .isTrue();
        Axe.assertNoViolations(page);
    }
}
