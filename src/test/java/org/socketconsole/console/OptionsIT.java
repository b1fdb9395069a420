package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// The options of a socket, as the kernel has them.
class OptionsIT extends ConsoleTests {

    @Test
    void aSetOptionShowsWhatTheKernelKeepsAndSaysThatItDiffers() {
        ApiSocket socket = openOptions("SO_RCVBUF");
        change("SO_RCVBUF").click();
        field("SO_RCVBUF").fill("65536");
        page.keyboard().press("Enter");
        assertThat(option("SO_RCVBUF").locator(".note"))
                .containsText("asked 65,536, kernel keeps 131,072");
        assertThat(option("SO_RCVBUF").locator(".now code")).hasText(readBack(socket, "SO_RCVBUF"));
        assertThat(option("SO_RCVBUF")).containsText("changed here");
    }

    @Test
    void anOptionThatKeepsItsValueHasNoNote() {
        ApiSocket socket = openOptions("SO_KEEPALIVE");
        change("SO_KEEPALIVE").click();
        field("SO_KEEPALIVE").check();
        page.keyboard().press("Enter");
        assertThat(option("SO_KEEPALIVE").locator(".now")).containsText("on");
        assertThat(option("SO_KEEPALIVE").locator(".note")).isEmpty();
        assertThat(page.locator(".option-table")).containsText("SO_KEEPALIVE");
        assertThat(readBack(socket, "SO_KEEPALIVE")).isEqualTo("1");
    }

    @Test
    void anOptionThatCannotBeReadShowsItsErrno() {
        openOptions("");
        Locator unreadable = page.locator(".option-table .unreadable");
        assertThat(unreadable.first()).containsText(Pattern.compile("✕ E[A-Z]+"));
    }

    @Test
    void theOptionsAreFoundByTheirNames() {
        openOptions("");
        page.getByLabel("Find an option").fill("nodelay");
        assertThat(page.locator(".option-table tbody tr")).hasCount(1);
        assertThat(option("TCP_NODELAY")).isVisible();
    }

    private ApiSocket openOptions(String name) {
        ApiSocket socket = api.tcp();
        open("/sockets/" + socket.id() + "/options?option=" + name);
        assertThat(page.locator(".option-table")).isVisible();
        return socket;
    }

    private Locator change(String name) {
        return option(name).getByText("Change");
    }

    private Locator option(String name) {
        Locator code = page.getByText(name, new Page.GetByTextOptions().setExact(true));
        return page.locator(".option-table tbody tr", new Page.LocatorOptions().setHas(code));
    }

    private static String readBack(ApiSocket socket, String name) {
        int value = socket.getsockopt("SOL_SOCKET", name).at("value").asInt();
        return NumberFormat.getInstance(Locale.US).format(value);
    }
}
