package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Connection;

import java.nio.file.Files;
import java.nio.file.Path;

/// A socket's bytes in bulk, to a file and from one.
class StreamsIT extends ConsoleTests {

    /// In a browser that writes no file by itself: no test can choose one.
    private @TempDir Path directory;

    @Test
    void whatComesIsSavedUntilItIsStopped() throws Exception {
        page.addInitScript("window.showSaveFilePicker = undefined");
        Api.Pair pair = api.connection();
        open("/sockets/" + pair.first().id() + "/conversation");
        more("Save what comes to a file…");
        Locator card = role(AriaRole.GROUP, "Saving to " + pair.first().id() + ".bin");
        assertThat(card).isVisible();
        pair.second().send("all of it");
        assertThat(card).containsText("9 B");
        Download download = page.waitForDownload(() -> card.getByText("Stop").click());
        assertThat(Files.readString(download.path())).isEqualTo("all of it");
        assertThat(card).containsText("Stopped: 9 B are in");
        pair.first().untilWaiting("receive_stream", 0);
        open("/sockets/" + pair.first().id() + "/calls");
        assertThat(page.locator(".call-list")).containsText("receive_stream()");
    }

    @Test
    void aFileIsSentAndEndsTheStream() throws Exception {
        try (Connection connection = Connection.open(api)) {
            byte[] bytes = Bytes.noise(8_000_000);
            open("/sockets/" + connection.socket().id() + "/conversation");
            more("Send a file…");
            Locator dialog = role(AriaRole.DIALOG, "Send a file…");
            dialog.getByLabel("File").setInputFiles(Files.write(directory.resolve("noise"), bytes));
            dialog.getByText("Shut down sending").click();
            dialog.locator(".primary").click();
            Locator card = role(AriaRole.GROUP, "Sending noise");
            assertThat(card.getByRole(AriaRole.PROGRESSBAR)).isVisible();
            assertThat(connection.receive(bytes.length)).isEqualTo(bytes);
            assertThat(card).containsText("Sent 7.6 MiB");
            assertThat(connection.receive(1)).isEmpty();
            card.getByText("Dismiss").click();
            assertThat(card).hasCount(0);
        }
    }

    @Test
    void aFileThatThePeerDoesNotReadIsStopped() throws Exception {
        try (Connection connection = Connection.open(api)) {
            open("/sockets/" + connection.socket().id() + "/conversation");
            more("Send a file…");
            Locator dialog = role(AriaRole.DIALOG, "Send a file…");
            dialog.getByLabel("File")
                    .setInputFiles(Files.write(directory.resolve("zeros"), new byte[16_000_000]));
            dialog.locator(".primary").click();
            connection.socket().untilWaiting("send_stream");
            Locator card = role(AriaRole.GROUP, "Sending zeros");
            card.getByText("Stop").click();
            assertThat(card).containsText("Stopped sending zeros.");
            connection.socket().untilWaiting("send_stream", 0);
            assertThat(connection.socket().view().get("state").asString()).isEqualTo("CONNECTED");
        }
    }

    private void more(String item) {
        page.locator(".detail-head .menu-button button[aria-label=More]").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item)).click();
    }
}
