package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;

import java.util.regex.Pattern;

/// The options of a socket, as the kernel has them.
class OptionsIT extends ConsoleTests {

    @Test
    void whatIsTypedIsSetByEnterAndReadBackAndTheKernelsOwnValueIsTold() {
        ApiSocket socket = openOptions(api.tcp(), "SO_RCVBUF");
        field("SO_RCVBUF").fill("65536");
        page.keyboard().press("Enter");
        assertThat(option("SO_RCVBUF").locator(".told"))
                .hasText(
                        "asked 65,536, kernel keeps 131,072: Linux doubles it for its own"
                                + " bookkeeping");
        assertThat(field("SO_RCVBUF")).hasValue(readBack(socket, "SO_RCVBUF"));
        assertThat(option("SO_RCVBUF").getByLabel("Changed on this socket")).isVisible();
    }

    @Test
    void escapeTakesBackWhatIsTypedAndSetsNothing() {
        ApiSocket socket = openOptions(api.tcp(), "SO_RCVLOWAT");
        field("SO_RCVLOWAT").fill("7");
        assertThat(option("SO_RCVLOWAT").getByText("Set", exactly())).isVisible();
        page.keyboard().press("Escape");
        assertThat(field("SO_RCVLOWAT")).hasValue("1");
        assertThat(readBack(socket, "SO_RCVLOWAT")).isEqualTo("1");
    }

    @Test
    void aSwitchActsAtOnceAndItsRowStaysWhereItIsUntilAllIsReadAgain() {
        ApiSocket socket = openOptions(api.tcp(), "");
        page.getByLabel("SO_KEEPALIVE", exactLabel()).check();
        assertThat(option("SO_KEEPALIVE").locator(".switch")).hasText("on");
        assertThat(readBack(socket, "SO_KEEPALIVE")).isEqualTo("1");
        assertThat(group("Changed")).hasCount(0);
        button("Read again").click();
        assertThat(group("Changed")).containsText("SO_KEEPALIVE");
        assertThat(option("SO_KEEPALIVE")).hasCount(1);
    }

    @Test
    void whatCannotBeReadShowsItsErrnoAndTheStepThatMakesItReadable() {
        openOptions(api.tcp(), "IP_MTU");
        Locator mtu = option("IP_MTU");
        assertThat(mtu.locator(".unreadable")).containsText("ENOTCONN");
        assertThat(mtu.getByText("connect it"))
                .hasAttribute("href", Pattern.compile("/operations\\?call=connect$"));
    }

    @Test
    void factsAreFoldedAndAreNotSaidToBeSet() {
        openOptions(api.tcp(), "");
        assertThat(page.getByText("SO_ACCEPTCONN", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        page.getByText("Facts, only to read").click();
        assertThat(option("SO_TYPE")).containsText("SOCK_STREAM (1)");
        assertThat(option("SO_ERROR")).containsText("not read: that would change it");
    }

    @Test
    void aGroupIsJoinedListedAndLeft() {
        openOptions(api.udp(), "");
        field("Group to join").fill("239.1.2.3");
        field("By interface").fill("127.0.0.1");
        page.keyboard().press("Enter");
        assertThat(group("Multicast groups joined")).containsText("239.1.2.3");
        button("Leave group 239.1.2.3").click();
        assertThat(button("Leave group 239.1.2.3")).hasCount(0);
    }

    @Test
    void theOptionsAreFoundByTheirNames() {
        openOptions(api.tcp(), "");
        page.getByLabel("Find an option").fill("nodelay");
        assertThat(option("TCP_NODELAY")).isVisible();
        assertThat(page.locator(".option-table tbody tr:not(.group-row)")).hasCount(1);
    }

    private ApiSocket openOptions(ApiSocket socket, String name) {
        open("/sockets/" + socket.id() + "/options?option=" + name);
        assertThat(page.locator(".option-table")).isVisible();
        return socket;
    }

    private Locator group(String name) {
        return page.locator(".option-table tbody")
                .filter(new Locator.FilterOptions().setHas(button(name)));
    }

    private Locator option(String name) {
        Locator code = page.getByText(name, new Page.GetByTextOptions().setExact(true));
        return page.locator(".option-table tbody tr", new Page.LocatorOptions().setHas(code));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Page.GetByLabelOptions exactLabel() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static String readBack(ApiSocket socket, String name) {
        return String.valueOf(socket.getsockopt("SOL_SOCKET", name).at("value").asInt());
    }
}
