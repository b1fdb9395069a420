package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.socketconsole.browser.Axe;
import org.socketconsole.browser.Browsing;
import org.socketconsole.testing.AnswerAssert;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;

import java.nio.file.Path;
import java.util.List;

/// Tests of the pages in a real browser. What stands on the screen at the end of each test is
/// looked through by axe, and small.
abstract class ConsoleTests extends ContractTests {

    private static final int MOST_ELEMENTS = 2_500;

    static final String HOSTILE = "<img src=x onerror=alert(1)>";

    /// How late the page may be.
    static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(1_000);

    static final ContainsTextOptions SOON_TOO = new ContainsTextOptions().setTimeout(1_000);

    @RegisterExtension final Browsing browsing = new Browsing();

    Page page;

    @BeforeEach
    void openTheBrowser() {
        browse(1280, 720, ColorScheme.LIGHT);
    }

    /// A test's traffic is its own: that of another may have columns of its own.
    @BeforeEach
    void clearTraffic() {
        api.delete("/traffic");
    }

    @AfterEach
    void axeFindsNothing() {
        if (!page.url().equals("about:blank")) {
            Axe.assertNoViolations(page);
        }
    }

    @AfterEach
    void thereAreFewElements() {
        assertThat(number("document.querySelectorAll('*').length")).isLessThan(MOST_ELEMENTS);
    }

    void browse(int width, int height, ColorScheme scheme) {
        page = browsing.newPage(width, height, scheme);
    }

    String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(api.port(), path);
    }

    /// Signed in, and what the server has is there.
    void open(String path) {
        page.navigate(url(path) + "#token=" + Api.TOKEN);
        assertLive();
    }

    void assertLive() {
        assertThat(feed()).hasText("Live");
    }

    /// After the server was away: the page asks again after ten seconds at the latest.
    void assertLiveAgain() {
        assertThat(feed()).hasText("Live", new HasTextOptions().setTimeout(40_000));
    }

    /// How the page hears of the server.
    Locator feed() {
        return page.locator("footer .feed");
    }

    Locator main() {
        return page.getByRole(AriaRole.MAIN);
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    Locator button(String name) {
        return role(AriaRole.BUTTON, name);
    }

    Locator role(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /// In the foot of a socket.
    final Locator composerButton(String name) {
        return role(AriaRole.FORM, "Send and receive")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator row(String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    ApiSocket labelled(String label) {
        return api.socket(Json.json("{'label': '%s'}", label));
    }

    void label(ApiSocket socket, String label) {
        String json = Json.json("{'label': '%s'}", label);
        AnswerAssert.assertThat(api.request("PUT", socket.path("label")).json(json).send()).isOk();
    }

    final void allowClipboard() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    }

    final String clipboard() {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    boolean isTrue(String expression) {
        return (boolean) page.evaluate(expression);
    }

    int number(String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }

    /// What was asked for is there and drawn, what is measured after that too, and nothing moves.
    void settle() {
        browsing.awaitAnswers(page);
        page.evaluate(
                """
                async () => {
                  const frame = () => new Promise(requestAnimationFrame);
                  for (let frames = 0; frames < 4; frames += 1) await frame();
                  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
                  const tops = () => [...document.querySelectorAll('[role=grid], main')].map(({ scrollTop }) => scrollTop).join();
                  for (let before = ''; before !== tops(); await frame()) before = tops();
                }
                """);
        browsing.awaitAnswers(page);
    }

    /// In target/screenshots, with `-Dpictures`.
    void picture(String name) {
        if (System.getProperty("pictures") == null) {
            return;
        }
        Path path = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(path));
    }
}
