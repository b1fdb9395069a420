package org.socketconsole.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.browser.Axe;
import org.socketconsole.browser.Browsing;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "console.token=" + FirstPageIT.TOKEN)
class FirstPageIT {

    static final String TOKEN = "token-of-this-test";

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(2_000);

    @RegisterExtension static final Browsing browsing = new Browsing();

    private String url;
    private RestClient api;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        url = "http://127.0.0.1:%d/".formatted(port);
        api =
                RestClient.builder()
                        .baseUrl(url + "api/v1/sockets")
                        .defaultHeaders(headers -> headers.setBearerAuth(TOKEN))
                        .build();
    }

    @AfterEach
    void closeSockets() {
        JsonNode list = requireNonNull(api.get().retrieve().body(JsonNode.class));
        list.get("items").forEach(socket -> closeSocket(socket.get("id").asString()));
    }

    @Test
    void aTokenInTheAddressSignsInAndIsTakenOutOfTheAddress() {
        SocketsPage page = newPage().openWithToken(TOKEN);
        page.assertLive();
        assertThat(page.page()).hasURL(url);
    }

    @Test
    void aTokenInTheAddressOfAnOpenPageSignsIn() {
        SocketsPage page = newPage().open().openWithToken(TOKEN);
        page.assertLive();
        assertThat(page.page()).hasURL(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, "http://127.0.0.1:8080/#token=" + TOKEN})
    void withoutATokenAFormTakesOneAndKeepsIt(String pasted) {
        SocketsPage page = newPage().open();
        page.signIn(pasted);
        page.assertLive();
        page.page().reload();
        page.assertLive();
    }

    @Test
    void aTokenThatTheServerDoesNotKnowIsRefusedInWords() {
        SocketsPage page = newPage().open();
        page.signIn("another");
        assertThat(page.page().getByRole(AriaRole.ALERT)).containsText("does not know this token");
        browsing.assertComplaintOf("401");
    }

    @Test
    void aTokenThatTheServerKnowsNoMoreLeadsToTheForm() {
        SocketsPage page = newPage().openWithToken("of-the-last-start");
        assertThat(page.page().getByRole(AriaRole.ALERT)).containsText("does not know this token");
        page.signIn(TOKEN);
        page.assertLive();
        browsing.assertComplaintOf("401");
    }

    @Test
    void aTabBesideASignedInOneIsSignedIn() {
        SocketsPage first = newPage().openWithToken(TOKEN);
        first.assertLive();
        new SocketsPage(first.page().context().newPage(), url).open().assertLive();
    }

    @Test
    void aSocketAppearsWithoutReloadAndShowsThatItWasClosed() {
        SocketsPage page = newPage().openWithToken(TOKEN);
        assertThat(page.text("No sockets yet")).isVisible();
        String id = openSocket("from outside");
        assertThat(page.row("from outside").getByText("Created")).isVisible(SOON);
        closeSocket(id);
        assertThat(page.row("from outside").getByText("Closed")).isVisible(SOON);
    }

    @Test
    void aHostileLabelIsShownAsText() {
        SocketsPage page = newPage().openWithToken(TOKEN);
        openSocket(HOSTILE);
        assertThat(page.text(HOSTILE)).isVisible(SOON);
        assertThat(page.page().locator("img")).hasCount(0);
    }

    @Test
    void anUpdateChangesTheCellsThatChangedAndNothingElse() {
        SocketsPage page = newPage();
        page.showBusySample();
        page.openWithToken(TOKEN);
        assertThat(page.text("2.0 KiB")).isVisible();
        page.page().evaluate(SELECT_A_LABEL_AND_NOTE_WHAT_CHANGES);
        assertThat(page.text("3.9 KiB")).isVisible();
        assertThat(page.page().evaluate("getSelection().toString()")).isEqualTo("echo client");
        assertThat(page.page().evaluate("[...changed].join()")).isEqualTo("size sent");
    }

    private static final String SELECT_A_LABEL_AND_NOTE_WHAT_CHANGES =
            """
            () => {
              const cells = [...document.querySelectorAll('td')];
              getSelection().selectAllChildren(cells.find(cell => cell.textContent === 'echo client'));
              window.changed = new Set();
              new MutationObserver(records => records.forEach(({ target }) =>
                  changed.add((target.parentElement.closest('td') ?? target).className)))
                .observe(document.querySelector('table'),
                  { subtree: true, childList: true, characterData: true });
            }
            """;

    @Test
    void theFirstCommandIsCopiedWithTheTokenAlsoWithoutTheClipboardApi() {
        SocketsPage page = newPage();
        page.page().addInitScript(WITHOUT_CLIPBOARD_API);
        page.openWithToken(TOKEN).button("Copy command").click();
        assertThat(page.text("Copied")).isVisible();
        assertThat((String) page.page().evaluate("copied"))
                .startsWith("curl " + url + "api/v1/sockets")
                .contains("'Authorization: Bearer " + TOKEN + "'");
    }

    private static final String WITHOUT_CLIPBOARD_API =
            """
            Object.defineProperty(navigator, 'clipboard', { value: undefined });
            document.addEventListener('copy', () => { window.copied = document.activeElement.value; });
            """;

    @Test
    void theFeedTellsThatTheServerIsSilentThatTheDataIsOldAndThatItIsLiveAgain() {
        SocketsPage page = newPage();
        page.page().clock().install();
        page.openWithToken(TOKEN).showSample();
        page.loseServer();
        assertThat(page.text("Reconnecting")).isVisible();
        page.page().clock().fastForward(20_000);
        assertThat(page.text("Stale")).isVisible();
        inspect(page.page(), "sockets-stale");
        assertThat(page.button("Retry now")).isVisible();
        page.findServer();
        page.page().clock().fastForward(10_000);
        page.assertLive();
        browsing.assertComplaintOf("ERR_FAILED");
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "800, LIGHT", "360, LIGHT", "360, DARK"})
    void everyStateFitsTheScreenAndAxeFindsNothing(int width, ColorScheme scheme) {
        String screen = "-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
        Page screenPage = browsing.newPage(width, width < 700 ? 1000 : 720, scheme);
        SocketsPage page = new SocketsPage(screenPage, url).open();
        inspect(screenPage, "sign-in" + screen);
        page.signIn(TOKEN);
        assertThat(page.text("No sockets yet")).isVisible();
        inspect(screenPage, "no-sockets" + screen);
        page.showSample();
        inspect(screenPage, "sockets" + screen);
    }

    @Test
    void axeFindsNothingInForcedColours() {
        SocketsPage page = newPage();
        page.page()
                .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        page.openWithToken(TOKEN).showSample();
        inspect(page.page(), "sockets-forced-colors");
    }

    @Test
    void anAddressWithoutAPageAnswersAnErrorPage() {
        Page page = browsing.newPage();
        page.navigate(url + "nowhere");
        assertThat(page.getByRole(AriaRole.HEADING)).containsText("no page at this address");
        inspect(page, "error-404");
        browsing.assertComplaintOf("404");
    }

    @Test
    void swaggerUiRunsUnderItsPolicy() {
        Page page = browsing.newPage();
        page.navigate(url + "swagger-ui.html");
        page.locator(".opblock-summary").first().click();
        assertThat(page.locator(".opblock-body").first()).isVisible();
        picture(page, "swagger-ui");
    }

    @Test
    void scriptAndStyleAreKeptForAYear() {
        assertThat(
                        Pattern.compile("assets/main-[^\"]+")
                                .matcher(requireNonNull(get("").getBody()))
                                .results())
                .map(asset -> get(asset.group()).getHeaders().getCacheControl())
                .hasSize(2)
                .containsOnly("max-age=31536000, public, immutable");
    }

    private SocketsPage newPage() {
        return new SocketsPage(browsing.newPage(), url);
    }

    private static void inspect(Page page, String name) {
        picture(page, name);
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits", name)
                .isTrue();
        Axe.assertNoViolations(page);
    }

    private static void picture(Page page, String name) {
        Path path = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(path));
    }

    private String openSocket(String label) {
        JsonNode socket = api.post().body(Map.of("label", label)).retrieve().body(JsonNode.class);
        return requireNonNull(socket).get("id").asString();
    }

    private void closeSocket(String id) {
        api.delete().uri("/{id}", id).retrieve().toBodilessEntity();
    }

    private ResponseEntity<String> get(String path) {
        return RestClient.create(url).get().uri(path).retrieve().toEntity(String.class);
    }
}
