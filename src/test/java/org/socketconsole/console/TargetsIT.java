package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What can be hit: by a mouse 24 pixels each way, by a finger 44 in height. Links in a line of
/// text are as high as it. And it stands still from the first on.
class TargetsIT extends ConsoleTests {

    /// Whose answers come one after the other.
    private static final String ANSWERED_BY_OTHERS = "/names/dns?";

    /// In thousandths of what browsers score it by.
    private static final int MOST_MOVED = 20;

    /// Before anything stands there. What a person does may move it.
    private static final String NOTE_WHAT_MOVES =
            """
            window.moved = { score: 0, what: [] };
            const at = ({ x, y, width, height }) => `${x},${y} ${width}x${height}`;
            const told = ({ node, previousRect, currentRect }) =>
              `${node?.cloneNode().outerHTML ?? node?.data} from ${at(previousRect)} to ${at(currentRect)}`;
            new PerformanceObserver((seen) => seen.getEntries().filter(({ hadRecentInput }) => !hadRecentInput)
              .forEach(({ value, sources }) => {
                window.moved.score += value;
                window.moved.what.push(`${value.toFixed(3)}: ${sources.map(told).join('; ')}`);
              })).observe({ type: 'layout-shift', buffered: true });
            """;

    private static final String TOO_SMALL =
            """
            (least) => {
              const edge = (each, side) => {
                const after = getComputedStyle(each, '::after');
                return after.content !== 'none' && after.position === 'absolute' ? -parseFloat(after[side]) : 0;
              };
              const height = (each) => each.getBoundingClientRect().height + edge(each, 'top') + edge(each, 'bottom');
              // The editors in a row of options are 22 in 28.
              const leastOf = (each) => (least === 24 && each.closest('.now') ? 22 : least);
              const isSmall = (each) =>
                height(each) < leastOf(each) - 0.5 || each.getBoundingClientRect().width < Math.min(leastOf(each), 24) - 0.5;
              const isSeen = (each) =>
                each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 1 &&
                !each.matches('.skip, .rows a, .rows input');
              const isOfText = (each) => each.matches('a') && getComputedStyle(each).display === 'inline';
              return [...document.querySelectorAll('button, select, input, textarea, summary, a[href]')]
                .filter((each) => isSeen(each) && !isOfText(each))
                .map((each) => (each.matches('[type=checkbox], [type=radio]') && each.closest('label')) || each)
                .filter(isSmall)
                .map((each) => `${Math.round(each.getBoundingClientRect().width)}x${Math.round(height(each))} ` +
                  `${each.parentElement.className} > ${each.cloneNode().outerHTML.slice(0, 100)}`);
            }
            """;

    @Test
    void aMouseHitsEverything() {
        measured(24);
    }

    @Test
    void aFingerHitsEverything() {
        page = browsing.newTouchPage(360, 740);
        measured(44);
    }

    @Test
    void aFingerHitsEverythingOfTheDialog() {
        page = browsing.newTouchPage(360, 740);
        open("/sockets");
        button("New socket").click();
        assertThat(role(AriaRole.DIALOG, "New socket")).isVisible();
        assertThat(tooSmall(44)).isEmpty();
    }

    private void measured(int least) {
        page.addInitScript(NOTE_WHAT_MOVES);
        SoftAssertions all = new SoftAssertions();
        EveryPage.of(api).forEach(path -> measure(all, path, least));
        all.assertAll();
    }

    private void measure(SoftAssertions all, String path, int least) {
        open(path);
        settle();
        all.assertThat(tooSmall(least)).as(path).isEmpty();
        all.assertThat(Fit.overlapping(page)).as(path).isEmpty();
        if (!path.startsWith(ANSWERED_BY_OTHERS) && !(least > 24 && path.startsWith("/sockets/"))) {
            all.assertThat(number("moved.score * 1000"))
                    .as("moved at %s: %s", path, page.evaluate("moved.what"))
                    .isLessThan(MOST_MOVED);
        }
        picture("targets-%d%s".formatted(least, path.replaceAll("[^a-z]+", "-")));
    }

    private List<?> tooSmall(int least) {
        return (List<?>) page.evaluate(TOO_SMALL, least);
    }
}
