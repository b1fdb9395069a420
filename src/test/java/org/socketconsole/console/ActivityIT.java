package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Every call on the console, as it ends.
class ActivityIT extends ConsoleTests {

    @Test
    void callsStandThereAsTheyEndTheNewestFirst() {
        ApiSocket before = labelled("active");
        before.bound();
        open("/sockets");
        page.keyboard().type("ga");
        assertThat(page).hasURL(url("/activity"));
        assertThat(calls().first()).isVisible();
        ApiSocket now = labelled("made meanwhile");
        assertThat(calls().first()).containsText("made meanwhile", SOON_TOO);
        assertThat(calls().first()).containsText(now.id());
    }

    @Test
    void aCallIsFoundByWhatItWasOnAndHowItEndedAndOpens() {
        ApiSocket socket = refused();
        open("/activity");
        field("Socket").selectOption(socket.id());
        field("Result").selectOption("EOPNOTSUPP");
        assertThat(calls()).hasCount(1);
        calls().first().click();
        assertThat(page.locator(".call-record")).containsText("listen()");
        assertThat(page.locator(".call-record")).containsText("EOPNOTSUPP");
        page.getByText("Among the calls of " + socket.id()).click();
        assertThat(page.locator(".calls-tab")).containsText("listen()");
    }

    @Test
    void whatIsFoundIsExportedAsJsonLinesAndCsv() throws IOException {
        ApiSocket socket = refused();
        open("/activity?result=failed&socket=" + socket.id());
        assertThat(calls()).hasCount(1);
        assertThat(exported("Export JSON lines"))
                .singleElement()
                .asString()
                .contains("\"call\":\"listen\"", "\"symbol\":\"EOPNOTSUPP\"");
        assertThat(exported("Export CSV"))
                .hasSize(2)
                .element(1)
                .asString()
                .contains("listen()", "EOPNOTSUPP");
    }

    /// It has a call that failed.
    private ApiSocket refused() {
        ApiSocket socket = api.udp();
        socket.post("listen", "{}");
        return socket;
    }

    private List<String> exported(String button) throws IOException {
        Download download = page.waitForDownload(() -> button(button).click());
        return Files.readAllLines(download.path());
    }

    private Locator calls() {
        return page.locator(".call-list").getByRole(AriaRole.OPTION);
    }
}
