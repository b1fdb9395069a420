package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.SelectOption;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socketconsole.testing.AnswerAssert;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Json;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Traffic that is recorded, and read from its files.
class RecordingsIT extends ConsoleTests {

    @TempDir private static Path directory;

    @DynamicPropertySource
    static void recordHere(DynamicPropertyRegistry properties) {
        properties.add("console.recording.directory", () -> directory);
    }

    @AfterEach
    void deleteAll() {
        api.get("/recordings")
                .at("items")
                .forEach(r -> api.delete("/recordings/" + r.get("id").asString()));
    }

    @Test
    void aSocketIsRecordedByItsMenuAndReadFromTheFile() {
        Api.Pair pair = api.connection();
        open("/sockets/" + pair.first().id() + "/traffic");
        button("More").first().click();
        item("Record this socket").click();
        Locator running = page.locator("header a.chip");
        assertThat(running).containsText("Recording");
        send(pair, "the needle", "its answer");
        long before = size();
        send(pair, "more", "of it");
        assertThat(size()).isGreaterThan(before);
        AnswerAssert.assertThat(pair.first().close()).isDone();
        api.delete("/traffic");
        running.click();
        assertThat(rows()).hasCount(4);
        rows().first().click();
        assertThat(page.locator(".chunk-pane")).containsText("the needle");
        field("Conversation").check();
        assertThat(page.locator(".turn").first()).containsText("the needle");
        assertThat(page.locator(".turn").nth(1)).containsText("its answer");
        field("All recordings").click();
        assertThat(page).hasURL(url("/recordings"));
        page.getByRole(AriaRole.ROW)
                .getByText("Stop", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(row("r-")).containsText("Stopped");
    }

    @Test
    void whatIsReadFromAFileIsFilteredAndNotSentAgainToItsSocket() {
        AnswerAssert.assertThat(api.post("/recordings", "{}")).hasStatus(201);
        Api.Pair pair = api.connection();
        send(pair, "alpha", "beta");
        open("/recordings/" + api.get("/recordings").at("items/0/id").asString());
        assertThat(rows()).hasCount(4);
        assertThat(rows().first()).isInViewport();
        assertThat(rows().last()).isInViewport();
        field("Socket").selectOption(pair.first().id());
        assertThat(rows()).hasCount(2);
        page.navigate(page.url() + "&match=text:beta&only=1");
        assertThat(rows()).hasCount(1);
        rows().first().click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        assertThat(item("Search for the same bytes")).isVisible();
        assertThat(page.getByRole(AriaRole.MENUITEM).getByText("Send again on")).hasCount(0);
        page.keyboard().press("Escape");
        assertThat(rows()).hasCount(1);
    }

    @Test
    void allAreRecordedByOneSwitchBesideOthers() {
        Api.Pair pair = api.pair();
        AnswerAssert.assertThat(
                        api.post(
                                "/recordings",
                                Json.json(
                                        "{'name': 'of one', 'sockets': ['%s']}",
                                        pair.first().id())))
                .hasStatus(201);
        open("/recordings");
        Locator all = page.getByRole(AriaRole.SWITCH);
        assertThat(all).not().isChecked();
        all.check();
        assertThat(page.getByRole(AriaRole.ROW)).hasCount(3);
        send(pair, "out", "back");
        assertThat(row("of one").getByRole(AriaRole.CELL).nth(4)).hasText("2");
        assertThat(row("All sockets").getByRole(AriaRole.CELL).nth(4)).hasText("4");
        assertThat(main()).containsText("free, at most 1.0 GiB each");
        all.uncheck();
        assertThat(row("All sockets")).containsText("Stopped");
        assertThat(row("of one")).containsText("Running");
    }

    @Test
    void aCaptureIsImportedReadDownloadedAndDeleted() throws IOException {
        Api.Pair pair = api.connection();
        send(pair, "over the wire", "and back");
        byte[] capture = pair.first().get("traffic.pcapng").body();
        open("/recordings");
        assertThat(main()).containsText("Nothing was recorded yet.");
        importing("wire.pcapng", capture);
        row("wire.pcapng").getByRole(AriaRole.LINK).click();
        assertThat(heading()).hasText("wire.pcapng");
        assertThat(rows()).hasCount(2);
        assertThat(rows().first()).containsText("over the wire");
        field("All recordings").click();
        Download download = page.waitForDownload(() -> button("Download wire.pcapng").click());
        assertThat(Files.readAllBytes(download.path())).isEqualTo(capture);
        button("Delete wire.pcapng").click();
        role(AriaRole.DIALOG, "Delete wire.pcapng?")
                .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(main()).containsText("Nothing was recorded yet.");
        importing("notes.pcap", Bytes.of("no capture at all"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("neither a pcapng nor a pcap");
        browsing.forgiveComplaintsOf("400");
    }

    @Test
    void onATelephoneTheHeadOfOneHasRoomForTheNameOfItsSocket() {
        browse(360, 740, ColorScheme.LIGHT);
        AnswerAssert.assertThat(
                        api.post(
                                "/recordings",
                                Json.json("{'name': 'of a long day, and its night'}")))
                .hasStatus(201);
        send(api.connection(), "alpha", "beta");
        open("/recordings/" + api.get("/recordings").at("items/0/id").asString());
        Locator socket = field("Socket");
        socket.selectOption(new SelectOption().setIndex(1));
        assertThat(page.locator(".traffic-head .chip")).isInViewport();
        assertThat(
                        (Boolean)
                                socket.evaluate(
                                        """
                                        (select) => {
                                          const text = document.createElement('canvas').getContext('2d');
                                          text.font = getComputedStyle(select).font;
                                          const { width } = text.measureText(select.selectedOptions[0].text);
                                          return width < select.clientWidth;
                                        }
                                        """))
                .isTrue();
    }

    @Test
    void onATelephoneTheMenuTellsThatASocketIsRecorded() {
        browse(360, 740, ColorScheme.LIGHT);
        Api.Pair pair = api.connection();
        open("/sockets/" + pair.first().id());
        button("More").first().click();
        item("Record this socket").click();
        assertThat(page.locator("header a.chip")).isAttached();
        assertThat(page.locator("header a.chip")).isHidden();
        button("More").first().click();
        assertThat(item("Stop recording this socket")).isVisible();
    }

    @Test
    void theHeadOfAnOpenedRecordingFitsATelephone() {
        api.post("/recordings", "{\"name\": \"a recording whose name is longer than the screen\"}");
        send(api.connection(), "there", "back");
        page = browsing.newTouchPage(360, 740);
        open("/recordings/" + api.get("/recordings").at("items/0/id").asString());
        assertThat(rows()).hasCount(4);
        assertThat(heading().boundingBox().height).isLessThan(50);
        assertThat(page.locator(".traffic-head").boundingBox().height).isLessThan(110);
        assertThat(Fit.cut(page)).isEqualTo(List.of());
        assertThat(Fit.overlapping(page)).isEqualTo(List.of());
    }

    @Test
    void theStateOfARecordingIsOneWordInOneLine() {
        api.post("/recordings", "{\"name\": \"a recording of a longer name\"}");
        browse(900, 740, ColorScheme.LIGHT);
        open("/recordings");
        assertThat(page.locator(".chip").first().boundingBox().height).isLessThan(25);
    }

    private void importing(String name, byte[] bytes) {
        field("Capture, pcapng or pcap")
                .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
    }

    private void send(Api.Pair pair, String there, String back) {
        AnswerAssert.assertThat(pair.first().send(there)).isOk();
        AnswerAssert.assertThat(pair.second().recv(100)).hasData(there);
        AnswerAssert.assertThat(pair.second().send(back)).isOk();
        AnswerAssert.assertThat(pair.first().recv(100)).hasData(back);
    }

    private long size() {
        return api.get("/recordings").at("items/0/bytes").asLong();
    }

    private Locator item(String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator rows() {
        return page.locator(".chunk");
    }
}
