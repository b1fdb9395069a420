package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// The conversation of a socket grows while one looks at it.
class ConversationIT extends ConsoleTests {

    private Api.Pair pair;

    @BeforeEach
    void openAConversation() {
        pair = api.pair();
        open("/sockets/" + pair.first().id() + "/conversation");
        assertThat(page.locator(".detail-tabs [aria-current=page]")).hasText("Conversation");
    }

    @Test
    void turnsComeAsTheyPassWithTheWordOfTheirDirection() {
        say("hello");
        hear("hello yourself");
        assertThat(turns()).hasCount(2);
        assertThat(turns().first()).containsText("→ Sent");
        assertThat(turns().first()).containsText("hello");
        assertThat(turns().last()).containsText("← Received");
        assertThat(turns().last()).containsText("hello yourself");
        assertThat(isTrue(COLOURS_DIFFER)).isTrue();
    }

    private static final String COLOURS_DIFFER =
            """
            new Set([...document.querySelectorAll('.turn strong')]
              .map((word) => getComputedStyle(word).color)).size === 2
            """;

    @Test
    void findGoesToTheTurnAlsoAcrossTheBorderOfTwoCalls() {
        say("hello ");
        hear("nothing of it");
        say("wor");
        say("ld");
        assertThat(turns()).hasCount(3);
        field("Find in the conversation").fill("world");
        field("Find in the conversation").press("Enter");
        assertThat(main()).containsText("1 of 1");
        assertThat(turns().last().locator("mark")).hasText("world");
        assertThat(turns().last().locator("mark")).isInViewport();
        assertThat(turns().first().locator("mark")).hasCount(0);
    }

    @Test
    void whatIsSavedAreTheBytes() throws IOException {
        say("a\r\nb\0");
        hear("not saved");
        say("\u001b[2J");
        assertThat(turns()).hasCount(3);
        main().getByLabel("Save as").first().click();
        Download download =
                page.waitForDownload(() -> page.getByText("Raw, → Sent", exactly()).click());
        try (InputStream saved = download.createReadStream()) {
            assertThat(saved.readAllBytes()).isEqualTo("a\r\nb\0\u001b[2J".getBytes());
        }
    }

    @Test
    void theEndStaysInSightWhileALongMessageIsTyped() {
        for (int i = 0; i < 12; i++) {
            say("question " + i);
            hear("answer " + i);
        }
        assertThat(turns()).hasCount(24);
        assertThat(turns().last()).isInViewport(WHOLE);
        field("Bytes to send").pressSequentially("one\n\nthree\n.");
        assertThat(turns().last()).isInViewport(WHOLE);
    }

    private static final IsInViewportOptions WHOLE = new IsInViewportOptions().setRatio(1);

    @Test
    void hostileBytesAreText() {
        hear(HOSTILE + "\u001b]0;owned\u0007");
        assertThat(turns().first()).containsText(HOSTILE + "\\x1b]0;owned\\x07");
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void aSecondOfSilenceEndsATurn() {
        say("one");
        assertThat(pair.first().setTimeout(1.1)).isDone();
        pair.first().recv(10);
        say("two");
        say("three");
        assertThat(turns()).hasCount(2);
        assertThat(turns().last()).containsText("twothree");
        assertThat(main().locator(".silence")).containsText("of silence");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 900, 600, 360})
    void nothingOfTheToolbarIsCut(int width) {
        browse(width, 720, ColorScheme.LIGHT);
        open("/sockets/" + pair.first().id() + "/conversation");
        assertThat(main().locator(".conversation .flow-bar")).isVisible();
        assertThat(page.evaluate(CUT)).isEqualTo(List.of());
    }

    private static final String CUT =
            """
            () => {
              const bar = document.querySelector('.conversation .flow-bar');
              const { left, right, top, bottom } = bar.getBoundingClientRect();
              return [...bar.querySelectorAll('button, input:not([type=radio]), select, fieldset')]
                .filter((part) => !part.closest('[popover]'))
                .filter((part) => {
                  const box = part.getBoundingClientRect();
                  return box.left < left || box.right > Math.min(right, innerWidth) + 1 || box.top < top || box.bottom > bottom + 1;
                })
                .map((part) => part.ariaLabel ?? part.tagName);
            }
            """;

    private Locator turns() {
        return page.locator(".turn");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private void say(String text) {
        pair.first().send(text);
    }

    private void hear(String text) {
        pair.second().send(text);
        pair.first().recv(1000);
    }
}
