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
        button("Change SO_RCVBUF").click();
        field("SO_RCVBUF").fill("65536");
        button("Set SO_RCVBUF").click();
        assertThat(option("SO_RCVBUF").locator(".note"))
                .containsText("asked 65,536, kernel keeps 131,072");
        assertThat(option("SO_RCVBUF").locator(".now code")).hasText(readBack(socket, "SO_RCVBUF"));
        assertThat(option("SO_RCVBUF")).containsText("changed here");
    }

    @Test
    void anOptionThatKeepsItsValueHasNoNote() {
        ApiSocket socket = openOptions("SO_KEEPALIVE");
        button("Change SO_KEEPALIVE").click();
        field("SO_KEEPALIVE").check();
        button("Set SO_KEEPALIVE").click();
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

    private Locator option(String name) {
        return page.locator(
                ".option-table tbody tr",
                new Page.LocatorOptions().setHasText(name));
    }

    private static String readBack(ApiSocket socket, String name) {
        int value = socket.getsockopt("SOL_SOCKET", name).at("value").asInt();
        return NumberFormat.getInstance(Locale.US).format(value);
    }
}
