package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;

/// Swagger UI inside the frame of the page.
class ApiPageIT extends ConsoleTests {

    /// Swagger UI draws all calls at once.
    private static final LocatorAssertions.IsAttachedOptions SLOWLY =
            new LocatorAssertions.IsAttachedOptions().setTimeout(60_000);

    /// What Swagger UI draws is not ours to be looked through.
    @AfterEach
    void leaveSwagger() {
        open("/settings");
    }

    @Test
    void aCallIsMadeWithoutTypingATokenAndTheWayBackIsWhereItAlwaysIs() {
        ApiSocket socket = labelled("seen by swagger");
        open("/sockets");
        rail("API").click();
        assertThat(page).hasURL(url("/swagger"));
        assertThat(rail("API")).hasAttribute("aria-current", "page");
        Locator list = swagger().locator("#operations-Sockets-listSockets");
        assertThat(swagger().locator(".authorize.locked").first()).isAttached(SLOWLY);
        list.locator(".opblock-summary").click();
        list.locator("tr[data-param-name=filter] input").fill("");
        list.locator(".execute").click();
        assertThat(list.locator(".live-responses-table")).containsText("seen by swagger");
        rail("Sockets").click();
        assertThat(row("seen by swagger")).containsText(socket.id());
    }

    @Test
    void theKeysOfThePageWorkFromWithinIt() {
        open("/swagger");
        assertThat(swagger().locator(".opblock-summary-control").first()).isAttached(SLOWLY);
        swagger().locator(".opblock-summary-control").first().focus();
        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.COMBOBOX)).isFocused();
        page.keyboard().press("Escape");
        swagger().locator(".opblock-summary-control").first().focus();
        page.keyboard().type("gs");
        assertThat(page).hasURL(url("/sockets"));
    }

    @Test
    void itIsDarkWhereTheConsoleIs() {
        open("/settings");
        field("Dark").check();
        rail("API").click();
        assertThat(swagger().locator("html.dark-mode .opblock").first()).isAttached(SLOWLY);
    }

    private Locator rail(String name) {
        return role(AriaRole.NAVIGATION, "Pages")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private FrameLocator swagger() {
        return page.frameLocator("iframe");
    }
}
