package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Api;

/// Who may see the sockets.
class SessionIT extends ConsoleTests {

    private static final String KEPT = "sessionStorage.getItem('socket-console.token')";

    @Test
    void aTokenInTheAddressSignsInAndIsTakenOutOfTheAddress() {
        open("/sockets");
        assertThat(page).hasURL(url("/sockets"));
        assertThat(page.evaluate(KEPT)).isEqualTo(Api.TOKEN);
    }

    @Test
    void aTokenInTheAddressOfAnOpenPageSignsIn() {
        page.navigate(url("/sockets"));
        open("/sockets");
        assertThat(page).hasURL(url("/sockets"));
    }

    @Test
    void theTokenStandsInNoStoreThatOutlivesTheTab() {
        open("/sockets");
        assertThat((String) page.evaluate("JSON.stringify(localStorage)"))
                .doesNotContain(Api.TOKEN);
        page.reload();
        assertLive();
    }

    @Test
    void aTabBesideASignedInOneIsSignedIn() {
        open("/sockets");
        page = page.context().newPage();
        page.navigate(url("/traffic"));
        assertLive();
    }

    @Test
    void aTabThatWaitsForATokenTakesTheOneOfAnotherTab() {
        page.navigate(url("/sockets"));
        Page waiting = page;
        page = page.context().newPage();
        open("/sockets");
        page = waiting;
        assertLive();
    }

    @ParameterizedTest
    @ValueSource(strings = {Api.TOKEN, "http://127.0.0.1:8080/#token=" + Api.TOKEN})
    void withoutATokenAFormTakesOneAndKeepsIt(String pasted) {
        page.navigate(url("/sockets"));
        signIn(pasted);
        assertLive();
        page.reload();
        assertLive();
    }

    @Test
    void whoSignsInMakesNoCall() {
        String before = lastCall();
        page.navigate(url("/sockets"));
        signIn(Api.TOKEN);
        assertLive();
        assertThat(lastCall()).isEqualTo(before);
    }

    private String lastCall() {
        return api.get("/calls?limit=1").at("items").toString();
    }

    @Test
    void aTokenThatTheServerDoesNotKnowIsRefusedInWords() {
        page.navigate(url("/sockets"));
        signIn("another");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not know this token");
    }

    @Test
    void aTokenThatTheServerKnowsNoMoreLeadsToTheForm() {
        page.navigate(url("/sockets") + "#token=of-the-last-start");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not know this token");
        signIn(Api.TOKEN);
        assertLive();
    }

    @Test
    void noCookieIsEverSet() {
        open("/sockets");
        page.reload();
        assertLive();
        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
    }

    private void signIn(String pasted) {
        field("Token, or the whole address").fill(pasted);
        button("Sign in").click();
    }
}
