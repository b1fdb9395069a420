package org.socketconsole.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.SelectOption;

import java.util.List;

/// A person who clicks and types, and what that cost.
final class Hands {

    private final Page page;
    private int clicks;
    private int keys;

    Hands(Page page) {
        this.page = page;
    }

    void click(Locator target) {
        target.click();
        clicks++;
    }

    void clickHolding(KeyboardModifier key, Locator target) {
        target.click(new Locator.ClickOptions().setModifiers(List.of(key)));
        clicks++;
        keys++;
    }

    /// Opened, and one of its options taken.
    void choose(Locator select, String label) {
        select.selectOption(new SelectOption().setLabel(label));
        clicks += 2;
    }

    /// A chord is one key.
    void press(String key) {
        page.keyboard().press(key);
        keys++;
    }

    void type(String text) {
        page.keyboard().type(text);
        keys += text.length();
    }

    Cost cost() {
        return new Cost(clicks, keys);
    }

    record Cost(int clicks, int keys) {}
}
