package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What holds on every page, which one reaches within the page.
class EveryPageIT extends ConsoleTests {

    private static final String FIELDS =
            "main :is(input:not([type=checkbox], [type=radio], [type=file]), textarea):visible";

    /// The options have dozens, of one kind.
    private static final int MOST_FIELDS = 4;

    @Test
    void escLeavesEveryFieldForItsPaneWhereLettersAreCommands() {
        SoftAssertions all = new SoftAssertions();
        List<String> paths = EveryPage.of(api);
        open("/settings");
        for (String path : paths) {
            go(path);
            List<Locator> fields = page.locator(FIELDS).all();
            for (Locator field : fields.subList(0, Math.min(fields.size(), MOST_FIELDS))) {
                field.focus();
                page.keyboard().press("Escape");
                all.assertThat(page.evaluate(FOCUSED))
                        .as("%s of %s", field, path)
                        .isEqualTo("pane");
            }
            page.keyboard().press("Shift+?");
            assertThat(role(AriaRole.DIALOG, "Keyboard shortcuts")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
        all.assertAll();
    }

    private static final String FOCUSED =
            "document.activeElement.matches('[data-pane]') ? 'pane' : document.activeElement.outerHTML.slice(0, 200)";

    @Test
    void whereTheServerIsSilentItIsToldAndNothingLooksWell() {
        WebSocketRoute[] feed = new WebSocketRoute[1];
        page.routeWebSocket(
                "**/api/v1/live",
                route -> {
                    if (feed[0] == null) {
                        route.connectToServer();
                    } else {
                        route.close();
                    }
                    feed[0] = route;
                });
        List<String> paths = EveryPage.of(api);
        open("/sockets");
        assertThat(page.locator(".chip, .state").first()).isVisible();
        assertThat((List<?>) page.evaluate(WELL)).isNotEmpty();
        feed[0].close();
        assertThat(feed()).hasText("Reconnecting");
        for (String path : paths) {
            go(path);
            assertThat(page.locator(".banner")).containsText("The server does not answer");
            assertThat(page.evaluate(WELL)).as(path).isEqualTo(List.of());
        }
    }

    /// What is in the colour of what goes well.
    private static final String WELL =
            """
            () => {
              const probe = document.body.appendChild(document.createElement('i'));
              probe.style.color = 'var(--ok)';
              const { color } = getComputedStyle(probe);
              probe.remove();
              return [...document.querySelectorAll('body *')].filter((each) => each.checkVisibility())
                .filter((each) => ['color', 'fill', 'stroke'].some((name) => getComputedStyle(each)[name] === color))
                .map((each) => each.outerHTML.slice(0, 100));
            }
            """;

    private void go(String path) {
        page.evaluate(
                "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }",
                path);
        assertThat(heading()).isVisible();
        settle();
    }
}
