package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The sockets on a telephone.
class TouchIT extends ConsoleTests {

    private static final IsInViewportOptions WHOLE = new IsInViewportOptions().setRatio(1);

    @BeforeEach
    void holdATelephone() {
        page = browsing.newTouchPage(360, 640);
    }

    @Test
    void aSocketIsMadeSendsAndReceivesByTouch() throws IOException {
        try (Peers.EchoServer server = new Peers.EchoServer()) {
            open("/sockets");
            button("New socket").tap();
            Locator dialog = role(AriaRole.DIALOG, "New socket");
            dialog.getByLabel("Address", new Locator.GetByLabelOptions().setExact(true)).tap();
            page.keyboard().insertText("127.0.0.1:" + server.port());
            dialog.locator(".dialog-foot .primary").tap();
            assertThat(page).hasURL(Pattern.compile("/sockets/s-\\d+$"));
            field("Bytes to send").tap();
            page.keyboard().insertText("hello");
            composer().getByText("Send 5 bytes").tap();
            assertThat(composer()).containsText("Sent 5 bytes");
            Locator receive = part(AriaRole.BUTTON, "Receive", true);
            assertThat(receive).not().isVisible();
            part(AriaRole.BUTTON, "Receive, ", false).tap();
            assertThat(receive).isInViewport(WHOLE);
            assertThat(tooSmall()).isEmpty();
            picture("composer-menu-touch");
            receive.tap();
            assertThat(receive).not().isVisible();
            assertThat(composer().getByText("Received 5 bytes")).isVisible();
        }
    }

    /// Where there is no room for a line of its own it lies over what is above the foot.
    @Test
    void whatHappenedLastIsSeenWhole() {
        open("/sockets");
        runInPalette("listen 127.0.0.1:0");
        Locator notice = page.locator(".status .last");
        assertThat(notice).containsText(" listens");
        assertSeenWhole(notice);
        role(AriaRole.LINK, "Back to the sockets").tap();
        assertThat(page.locator(".docked")).hasCount(0);
        assertSeenWhole(notice);
    }

    /// As drawn: a finger hits more.
    @Test
    void buttonsTakeNoMoreRoomThanTheyNeed() {
        open("/activity");
        assertThat(heights(page.locator(".exports button"))).containsOnly(32.0);
        open("/sockets");
        assertThat(heights(page.locator(".chips button"))).containsOnly(32.0);
    }

    @Test
    void theFilterOfActivityIsTwoLines() {
        api.tcp().setsockopt("SOL_SOCKET", "SO_REUSEADDR", 1);
        open(
                "/activity?call=setsockopt&result=EADDRNOTAVAIL&socket=s-123456&who=a+client+of+its+own");
        Locator filter = page.locator(".activity-filter");
        assertThat(filter).isVisible();
        assertThat(new HashSet<>(tops(filter.locator("input, select")))).hasSize(2);
    }

    private static List<Double> heights(Locator all) {
        return all.all().stream().map(each -> each.boundingBox().height).toList();
    }

    private static List<Double> tops(Locator all) {
        return all.all().stream().map(each -> each.boundingBox().y).toList();
    }

    private void assertSeenWhole(Locator notice) {
        assertThat(notice).isInViewport(WHOLE);
        assertThat(
                        (Boolean)
                                notice.evaluate(
                                        """
                                        (each) => {
                                          const { left, right, top, bottom } = each.getBoundingClientRect();
                                          const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                                          return each.contains(over) && each.scrollWidth <= each.clientWidth;
                                        }
                                        """))
                .isTrue();
    }

    private void runInPalette(String command) {
        page.keyboard().press("Control+k");
        page.keyboard().insertText(command);
        assertThat(page.locator("#palette-0")).isVisible();
        page.keyboard().press("Enter");
    }

    /// What a finger can miss, of all that stands in the composer.
    private List<?> tooSmall() {
        return (List<?>)
                composer()
                        .evaluate(
                                """
                                (form) => [...form.querySelectorAll('button, select, input, textarea')]
                                  .filter((each) => each.checkVisibility())
                                  .map((each) => each.closest('label:has([type=checkbox], [type=radio])') ?? each)
                                  .filter((each) => each.getBoundingClientRect().height < 44)
                                  .map(({ outerHTML }) => outerHTML)
                                """);
    }

    private Locator part(AriaRole role, String name, boolean isExact) {
        return composer()
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(isExact));
    }

    private Locator composer() {
        return role(AriaRole.FORM, "Send and receive");
    }
}
