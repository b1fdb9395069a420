package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Api;

import java.util.List;

/// What can be hit: by a mouse 24 pixels each way, by a finger 44 in height. Links in a line of
/// text are as high as it.
class TargetsIT extends ConsoleTests {

    private static final List<String> TABS =
            List.of(
                    "overview",
                    "operations",
                    "operations?call=bind",
                    "traffic",
                    "traffic?chunk=%s",
                    "conversation",
                    "calls",
                    "calls?seq=1",
                    "options",
                    "tcp",
                    "files");

    private static final List<String> PAGES =
            List.of(
                    "/sockets",
                    "/sockets?sort=-id",
                    "/traffic",
                    "/names/getaddrinfo?host=localhost&port=80",
                    "/names/compare",
                    "/names/dns?name=localhost",
                    "/recordings",
                    "/reference",
                    "/reference/constants?q=SO_",
                    "/reference/errno/ECONNREFUSED",
                    "/reference/byte-order?x=0x1234",
                    "/activity",
                    "/settings");

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

    private Api.Pair pair;
    private String chunk;

    @BeforeEach
    void makeThemTalk() {
        pair = api.connection();
        pair.first().send("GET / HTTP/1.1\r\n\r\n");
        pair.second().recv(100);
        pair.first().post("makefile", "{}");
        chunk = pair.first().get("traffic").at("items/0/seq").asString();
    }

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
        SoftAssertions all = new SoftAssertions();
        for (String path : PAGES) {
            measure(all, path, least);
        }
        for (String tab : TABS) {
            measure(all, "/sockets/" + pair.first().id() + "/" + tab.formatted(chunk), least);
        }
        all.assertAll();
    }

    private void measure(SoftAssertions all, String path, int least) {
        open(path);
        settle();
        all.assertThat(tooSmall(least)).as(path).isEmpty();
        all.assertThat(Fit.overlapping(page)).as(path).isEmpty();
        picture("targets-%d%s".formatted(least, path.replaceAll("[^a-z]+", "-")));
    }

    private List<?> tooSmall(int least) {
        return (List<?>) page.evaluate(TOO_SMALL, least);
    }
}
