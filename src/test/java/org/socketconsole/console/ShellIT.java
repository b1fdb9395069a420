package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The frame that all pages have.
class ShellIT extends ConsoleTests {

    private static final int MOST_REQUESTS = 8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sockets",
                "/traffic",
                "/names",
                "/reference",
                "/activity",
                "/recordings",
                "/swagger",
                "/settings"
            })
    void everyPageHasATitleOneHeadingAndItsLandmarks(String path) {
        open(path);
        assertThat(heading()).hasCount(1);
        assertThat(page).hasTitle(Pattern.compile(".+ – Socket Console \\(.+\\)"));
        for (AriaRole landmark : List.of(AriaRole.BANNER, AriaRole.MAIN, AriaRole.CONTENTINFO)) {
            assertThat(page.getByRole(landmark)).hasCount(1);
        }
        assertThat(role(AriaRole.NAVIGATION, "Pages")).hasCount(1);
    }

    @Test
    void theFirstLoadMakesFewRequests() {
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        open("/sockets");
        assertThat(heading()).isVisible();
        assertThat(requests).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/sockets", "/sockets/s-1", "/traffic", "/names", "/reference", "/settings"})
    void theHtmlNamesEveryScriptThatThePageLoads(String path) {
        open(path);
        assertThat(heading()).isVisible();
        settle();
        String html = Bytes.latin1(api.outside("GET", path).send().body());
        assertThat((List<?>) page.evaluate(SCRIPTS))
                .hasSizeGreaterThan(1)
                .allSatisfy(script -> assertThat(html).contains((String) script));
    }

    private static final String SCRIPTS =
            """
            performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => name.endsWith('.js'))
            """;

    @Test
    void theChosenThemeIsThereBeforeTheFirstPaintOfTheNextVisit() {
        page.addInitScript(NOTE_THEME_OF_EMPTY_BODY);
        open("/settings");
        String light = background();
        theme("Dark");
        assertThat(background()).isNotEqualTo(light);
        page.reload();
        assertLive();
        assertThat(page.evaluate("themeOfEmptyBody")).isEqualTo("dark");
        assertThat(background()).isNotEqualTo(light);
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo("dark");
    }

    private static final String NOTE_THEME_OF_EMPTY_BODY =
            """
            new MutationObserver((_, observer) => {
              if (!document.body) return;
              window.themeOfEmptyBody = document.documentElement.dataset.theme;
              observer.disconnect();
            }).observe(document, { childList: true, subtree: true });
            """;

    @Test
    void withoutAChoiceThePageIsAsTheSystemIs() {
        open("/settings");
        String light = background();
        browse(1280, 720, ColorScheme.DARK);
        open("/settings");
        String dark = background();
        assertThat(dark).isNotEqualTo(light);
        theme("Light");
        assertThat(background()).isEqualTo(light);
        page.reload();
        assertLive();
        assertThat(background()).isEqualTo(light);
    }

    @Test
    void inForcedColoursTheFocusAndTheSelectionAreOutlined() {
        labelled("first");
        labelled("second");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        open("/sockets");
        page.getByRole(AriaRole.GRID).focus();
        page.keyboard().press("Home");
        page.keyboard().press("Space");
        assertThat(page.locator("[role=row][aria-selected=true]")).hasCount(1);
        assertThat(outline("[role=row][aria-selected=true]")).isNotEqualTo("none 0px");
        assertThat(outline("[role=row][aria-selected=false]")).startsWith("none");
        role(AriaRole.LINK, "Names").focus();
        page.keyboard().press("Tab");
        assertThat((String) page.evaluate(OUTLINE_OF_FOCUS)).doesNotStartWith("none");
        picture("sockets-forced-colors");
    }

    /// A choice of colours of one's own is none any more.
    @Test
    void inForcedColoursTheChoiceAndTheLinesOfAChartAreSeenAndWhatCannotBeDoneIsGrey() {
        open("/settings");
        page.evaluate("document.documentElement.dataset.theme = 'light'");
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setForcedColors(ForcedColors.ACTIVE)
                        .setColorScheme(ColorScheme.DARK));
        page.navigate(url("/sockets/" + api.connection().first().id()));
        assertThat(page.locator(".throughput .in")).hasCSS("stroke", system("CanvasText"));
        assertThat(page.locator(".throughput .out")).hasCSS("stroke", system("Highlight"));
        role(AriaRole.RADIO, "Hex").check();
        field("Bytes to send").fill("4g");
        Locator send = page.locator(".composer .primary");
        assertThat(send).hasAttribute("aria-disabled", "true");
        assertThat(send).hasCSS("color", system("GrayText"));
        button("New socket").click();
        assertThat(page.locator(".roles label:has(:checked)")).hasCSS("outline-style", "solid");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
    }

    /// A colour of the person's, as the browser has it.
    private String system(String colour) {
        return (String)
                page.evaluate(
                        """
                        (colour) => {
                          document.body.style.setProperty('outline-color', colour);
                          return getComputedStyle(document.body).outlineColor;
                        }
                        """,
                        colour);
    }

    private static final String OUTLINE_OF_FOCUS =
            "getComputedStyle(document.activeElement).outlineStyle";

    @Test
    void anAddressWithoutAPageAnswersAnErrorPage() {
        page.navigate(url("/nowhere"));
        assertThat(heading()).containsText("no page at this address");
        picture("error-404");
        browsing.assertComplaintOf("404");
    }

    @Test
    void aPartThatDoesNotLoadIsSaidAndComesWhenItIsAskedForAgain() {
        open("/sockets");
        page.route("**/assets/page-*.js", Route::abort);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Names")).first().click();
        assertThat(page.locator(".banner")).containsText("This page is of an older server.");
        page.unroute("**/assets/page-*.js");
        page.locator(".banner").getByRole(AriaRole.BUTTON).first().click();
        assertThat(heading()).hasText("Names");
        assertThat(page.locator(".banner")).hasCount(0);
        browsing.assertComplaintOf("net::ERR_FAILED");
    }

    @Test
    void swaggerUiRunsUnderItsPolicy() {
        // Made when it is first asked for, which takes its time.
        api.outside("GET", "/v3/api-docs").send();
        Page swagger = browsing.newPage();
        swagger.navigate(url("/swagger-ui.html"));
        swagger.locator(".opblock-summary").first().click();
        assertThat(swagger.locator(".opblock-body").first()).isVisible();
    }

    private void theme(String name) {
        role(AriaRole.GROUP, "Theme")
                .getByLabel(name, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private String background() {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private String outline(String selector) {
        return (String)
                page.locator(selector)
                        .first()
                        .evaluate(
                                "(row) => { const { outlineStyle, outlineWidth } = getComputedStyle(row); return `${outlineStyle} ${outlineWidth}`; }");
    }
}
