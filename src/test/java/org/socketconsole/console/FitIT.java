package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ForcedColors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;

import javax.imageio.ImageIO;

/// What gives way where there is little room, and what does not.
class FitIT extends ConsoleTests {

    /// Two letters of the face of code, in pixels.
    private static final int LETTER_AND_SIGN = 14;

    private static final String WIDE_FACE =
            "document.documentElement.style.setProperty('--sans', 'DejaVu Sans')";

    private static final String CUT_AT =
            "(each) => each.scrollWidth > each.clientWidth ? each.textContent : ''";

    @ParameterizedTest
    @CsvSource({"1280, ''", "1280, DejaVu Sans", "900, DejaVu Sans"})
    void theConnectionsOfAListenerKeepTheirPortsInTheirCard(int width, String face) {
        ApiSocket listener = api.listener();
        ApiSocket client = api.tcp().connected(listener.port());
        listener.accepted().send("x".repeat(123_456));
        client.recv(1000);
        browse(width, 800, ColorScheme.LIGHT);
        open("/sockets/" + listener.id());
        if (!face.isEmpty()) {
            page.evaluate(WIDE_FACE);
        }
        Locator table = page.locator(".table-scroller");
        assertThat(table).containsText("120.6 KiB");
        assertThat(table.evaluate(CUT_AT)).isEqualTo("");
        assertEndsInside(page.locator("td .address-text"), page.locator("td.peer"));
    }

    /// The current one is bold.
    @Test
    void theNameOfThePageFitsIntoTheRail() {
        for (String path : List.of("/recordings", "/reference")) {
            open(path);
            assertThat(
                            (Boolean)
                                    page.locator(".rail [aria-current] span")
                                            .evaluate(
                                                    "(name) => name.scrollWidth <= name.clientWidth"))
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void ofLongAddressesInTheHeadThePortsStay() {
        Api.Pair pair = api.connection();
        label(pair.first(), "a label of some length");
        browse(1000, 740, ColorScheme.LIGHT);
        open("/sockets/" + pair.first().id());
        Locator addresses = page.locator(".detail-head .address-text");
        assertThat(addresses).hasCount(2);
        assertEndsInside(addresses.first(), page.locator(".detail-head .ends"));
        assertEndsInside(addresses.last(), page.locator(".detail-head .ends"));
    }

    /// Where nothing but the first letter has room, Chromium shows that and no sign.
    @Test
    void anAddressInTheHeadThatIsCutSaysSo() {
        Api.Pair pair = api.connection();
        label(pair.first(), "a client with quite a long label for its header line");
        open("/sockets/" + pair.first().id());
        Locator hosts = page.locator(".detail-head .address-text > :first-child");
        assertThat(hosts).hasCount(2);
        assertThat((List<?>) hosts.evaluateAll("(all) => all.map((host) => host.clientWidth)"))
                .allSatisfy(width -> assertThat((Integer) width).isGreaterThan(LETTER_AND_SIGN));
    }

    @Test
    void theNameOfASocketIsWholeBeforeItsAddressesAre() {
        Api.Pair pair = api.connection();
        label(pair.first(), "a label of some length");
        open("/sockets/" + pair.first().id());
        assertThat(page.locator(".detail-head .name")).hasText("a label of some length");
        assertThat(page.locator(".detail-head .name").evaluate(CUT_AT)).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatIsChosenAndTypedOnATelephoneIsNotCut(String language) {
        page = browsing.newTouchPage(360, 740);
        speak(language);
        Api.Pair pair = api.connection();
        pair.first().send("a line\n");
        pair.second().recv(100);
        pair.second().send("a line\n");
        pair.first().recv(100);
        String path = "/sockets/" + pair.first().id();
        String chunk = pair.first().get("traffic").at("items/0/seq").asString();
        for (String place :
                List.of("/conversation?find=line", "/traffic?chunk=" + chunk, "/options", "")) {
            open(path + place);
            settle();
            assertThat(Fit.cut(page)).as(place).isEqualTo(List.of());
        }
    }

    @Test
    void inTheConversationOfATelephoneAFoundWordHasAField() {
        Api.Pair pair = api.connection();
        pair.first().send("a line\n");
        page = browsing.newTouchPage(360, 740);
        open("/sockets/" + pair.first().id() + "/conversation?find=line");
        assertThat(page.locator(".turn mark")).hasText("line");
        assertThat(field("Find in the conversation").boundingBox().width).isGreaterThan(80);
    }

    @Test
    void aTurnHasItsFactsInOneLineOnATelephone() {
        Api.Pair pair = api.connection();
        pair.first().send("a line\n");
        page = browsing.newTouchPage(360, 740);
        open("/sockets/" + pair.first().id() + "/conversation");
        assertThat(page.locator(".turn-head").boundingBox().height).isLessThan(50);
    }

    @Test
    void theToolsOfTheTrafficStandInTwoLinesOnATelephone() {
        page = browsing.newTouchPage(360, 740);
        open("/traffic");
        assertThat(page.locator(".flow-bar").boundingBox().height).isLessThan(110);
        assertThat(page.locator(".flow-bar").boundingBox().x).isZero();
    }

    @Test
    void theLookUpsScrollSidewaysToTheOneThatIsShown() {
        page = browsing.newTouchPage(360, 740);
        open("/names/dns");
        Locator shown = page.locator(".link-row [aria-current]");
        assertThat(shown).isInViewport();
        assertThat(shown).hasText("dns");
        assertThat(page.locator(".link-row").boundingBox().height).isLessThan(60);
    }

    /// The kernel keeps many names that differ in what stands around an underscore.
    @Test
    void theUnderlineOfALinkIsBelowItsUnderscores() {
        open("/reference/constants?q=SO_REUSE");
        Locator link = role(AriaRole.LINK, "SO_REUSEADDR");
        assertThat(link.evaluate(GAP_BELOW_UNDERSCORE)).isEqualTo(true);
    }

    private static final String GAP_BELOW_UNDERSCORE =
            """
            (link) => {
              const pen = document.createElement('canvas').getContext('2d');
              pen.font = getComputedStyle(link.firstElementChild ?? link).font;
              return parseFloat(getComputedStyle(link).textUnderlineOffset) > pen.measureText('_').actualBoundingBoxDescent;
            }
            """;

    /// Seen in its pixels: computed colors are the same where the text is white on yellow.
    @Test
    void whatIsFoundCanBeReadInForcedColors() throws IOException {
        Api.Pair pair = api.connection();
        pair.first().send("a needle\n");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        open("/sockets/" + pair.first().id() + "/traffic?match=needle");
        byte[] picture = page.locator(".chunk mark").screenshot();
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(picture));
        IntSummaryStatistics light =
                Arrays.stream(
                                seen.getRGB(
                                        0,
                                        0,
                                        seen.getWidth(),
                                        seen.getHeight(),
                                        null,
                                        0,
                                        seen.getWidth()))
                        .map(pixel -> (pixel >> 8) & 0xff)
                        .summaryStatistics();
        assertThat(light.getMax() - light.getMin()).isGreaterThan(128);
    }

    @Test
    void theFieldForBytesStandsBesideItsName() {
        open("/sockets/" + api.tcp().id() + "/operations?call=setsockopt");
        Locator form = role(AriaRole.FORM, "Call setsockopt");
        double data = form.locator("textarea").boundingBox().x;
        double value = form.getByLabel("value").boundingBox().x;
        assertThat(data).isEqualTo(value);
    }

    @Test
    void aWaitingCallIsTheLastRowOfTheConversationAndNothingElse() {
        ApiSocket socket = api.pair().first();
        open("/sockets/" + socket.id() + "/conversation");
        var waiting = socket.postLater("recv", "{\"bufsize\": 10}");
        assertThat(page.locator(".conversation .pending")).hasCount(1);
        assertThat(page.locator(".operation-card")).hasCount(0);
        socket.close();
        waiting.join();
    }

    private void speak(String language) {
        page.context()
                .addCookies(
                        List.of(new Cookie("socket-console.language", language).setUrl(url("/"))));
    }

    private static void assertEndsInside(Locator each, Locator room) {
        var inner = each.boundingBox();
        var outer = room.boundingBox();
        assertThat(inner.x + inner.width).isLessThanOrEqualTo(outer.x + outer.width + 1);
        assertThat(each.evaluate("(address) => address.scrollWidth <= address.clientWidth + 1"))
                .isEqualTo(true);
    }
}
