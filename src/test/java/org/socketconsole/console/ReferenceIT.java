package org.socketconsole.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import java.nio.ByteOrder;

@Order(1)
class ReferenceIT extends ConsoleTests {

    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    @Test
    void htonsConvertsAsOnThisHost() {
        openByteOrder("0x1234");
        String swapped = LITTLE ? "0x3412" : "0x1234";
        assertThat(sixteenBits().locator("dl")).containsText(swapped);
        assertThat(page).hasURL(url("/reference/byte-order?x=0x1234"));
    }

    @Test
    void theBoxesShowTheBytesInTheOrderOfTheirAddresses() {
        openByteOrder("0x1234");
        assertThat(boxes("On the network")).hasText(new String[] {"12", "34"});
        assertThat(boxes("In this host’s memory"))
                .hasText(LITTLE ? new String[] {"34", "12"} : new String[] {"12", "34"});
    }

    @Test
    void whatIsNoNumberIsSaidInWords() {
        openByteOrder("12 34");
        assertThat(main().getByRole(AriaRole.ALERT)).containsText("Write 4660, 0x1234");
    }

    @Test
    void constantsAreSearchedAsOneTypes() {
        open("/reference/constants");
        field("Search names, values and meanings").pressSequentially("so_reuse");
        assertThat(row("SO_REUSEADDR")).isVisible();
        assertThat(row("AF_INET")).hasCount(0);
        assertThat(page).hasURL(url("/reference/constants?q=so_reuse"));
        assertThat(field("Search names, values and meanings")).isFocused();
    }

    @Test
    void theValuesAreThoseOfThisHost() {
        int value = api.get("/constants/SO_REUSEADDR").at("value").asInt();
        open("/reference/constants/SO_REUSEADDR");
        assertThat(heading()).hasText("SO_REUSEADDR");
        assertThat(main().getByRole(AriaRole.DEFINITION).first()).containsText("" + value);
    }

    @Test
    void anErrorNumberHasSeveralCauses() {
        open("/reference/errno/ECONNREFUSED");
        assertThat(heading()).containsText("ECONNREFUSED");
        Locator causes = main().locator("section[aria-labelledby=error-causes] li");
        assertThat(causes.nth(1)).isVisible();
    }

    @Test
    void whatIsNotThereIsSaid() {
        open("/reference/constants/" + HOSTILE.replace("<", "%3C").replace(">", "%3E"));
        assertThat(heading()).containsText(HOSTILE);
        assertThat(page.locator("img")).hasCount(0);
        assertThat(page.title()).contains(HOSTILE);
    }

    private void openByteOrder(String number) {
        open("/reference/byte-order");
        field("A number in decimal or hexadecimal, or an address").fill(number);
    }

    private Locator sixteenBits() {
        return main().locator("section[aria-labelledby=byte-order-2]");
    }

    private Locator boxes(String title) {
        return sixteenBits()
                .getByRole(AriaRole.FIGURE)
                .filter(new Locator.FilterOptions().setHasText(title))
                .locator("code");
    }
}
