package org.socketconsole.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What a person sees and does on the page of the sockets.
record SocketsPage(Page page, String url) {

    private static final String LIST = "**/api/v1/sockets";

    SocketsPage open() {
        page.navigate(url);
        return this;
    }

    SocketsPage openWithToken(String token) {
        page.navigate(url + "#token=" + token);
        return this;
    }

    void signIn(String pasted) {
        page.getByLabel("Token, or the whole address").fill(pasted);
        button("Sign in").click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator row(String label) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(label));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    void assertLive() {
        assertThat(text("Live")).isVisible();
    }

    /// From here on the server is not asked: it has the sockets of sockets.json.
    void showSample() {
        page.route(LIST, route -> answer(route, sample()));
        assertThat(row("echo client")).isVisible();
    }

    /// The sample again, whose second socket sends a thousand bytes more with each update.
    void showBusySample() {
        int[] updates = {0};
        page.route(
                LIST,
                route -> answer(route, sample().replace("1258291", 1000 * ++updates[0] + "")));
    }

    void loseServer() {
        page.route(LIST, Route::abort);
    }

    void findServer() {
        page.unroute(LIST);
    }

    private static void answer(Route route, String json) {
        route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(json));
    }

    private static String sample() {
        try {
            return new ClassPathResource("sockets.json", SocketsPage.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
