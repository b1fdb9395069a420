package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.ApiSocket;

import java.util.List;

/// The frame on small screens, and on large ones at 200 % zoom, which makes 640 x 360 of 1280 x
/// 720.
class NarrowIT extends ConsoleTests {

    @ParameterizedTest
    @CsvSource({"320, 640", "640, 360"})
    void theMainControlsCanBeReached(int width, int height) {
        browse(width, height, ColorScheme.LIGHT);
        open("/sockets");
        for (String name : List.of("Sockets", "Traffic", "Names", "Reference", "Settings")) {
            Locator pages = role(AriaRole.NAVIGATION, "Pages");
            if (width <= 600 && name.equals("Settings")) {
                pages.getByText("More").click();
            }
            pages.getByText(name).click();
            assertThat(heading()).hasText(name);
        }
        button("New socket").click();
        assertThat(role(AriaRole.DIALOG, "New socket")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        button("Search or run a command").click();
        assertThat(role(AriaRole.COMBOBOX, "Search or run a command")).isFocused();
    }

    @Test
    void whereThereIsNoSocketTheFrameStays() {
        browse(360, 740, ColorScheme.LIGHT);
        open("/sockets/s-404");
        assertThat(heading()).hasText("s-404");
        assertThat(button("New socket")).isVisible();
        assertThat(role(AriaRole.NAVIGATION, "Pages")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"900, 640", "390, 640"})
    void aDatagramCanBeAddressed(int width, int height) {
        browse(width, height, ColorScheme.LIGHT);
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp();
        open("/sockets/" + sender.id());
        field("To").fill("127.0.0.1:" + receiver.port());
        field("Bytes to send").fill("hello");
        button("Send 5 bytes").click();
        assertThat(main()).containsText("Sent 5 bytes");
    }
}
