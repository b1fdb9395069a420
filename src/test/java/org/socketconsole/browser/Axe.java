package org.socketconsole.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

import org.assertj.core.api.InstanceOfAssertFactories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The accessibility rules of axe-core, WCAG 2.2 AA and its best practice.
///
/// What it finds depends on the looks: it runs when there is an element in an element, with their
/// attributes, classes and states, that were not seen together yet in the colours of the page, or
/// an outline of headings and landmarks that is new.
public final class Axe {

    private static final Path SOURCE = Path.of("frontend/node_modules/axe-core/axe.min.js");
    private static final String LOOKS =
            """
            () => {
              const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(width <= 700px)'];
              const page = media.map((query) => matchMedia(query).matches).join() + document.documentElement.dataset.theme;
              const values = ['class', 'role', 'type', 'tabindex', 'aria-selected', 'aria-pressed', 'aria-current', 'aria-invalid', 'aria-expanded', 'aria-hidden'];
              const look = (element) => element && [element.localName, element.firstChild !== null,
                ...element.getAttributeNames().sort(), ...values.map((name) => element.getAttribute(name))].join();
              const looks = [...document.querySelectorAll('*')].map((element) =>
                `${page} ${look(element.parentElement)} ${look(element)}`);
              const all = (selector) => [...document.querySelectorAll(selector)];
              const outline = all('h1, h2, h3, h4, header, nav, main, footer, [role=region]').map(({ localName }) => localName);
              const ids = all('[id]').map(({ id }) => id);
              return [...new Set(looks), `${outline} ${ids.length === new Set(ids).size}`];
            }
            """;
    private static final String RUN =
            """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
              return violations.flatMap(({ id, nodes }) =>
                nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`));
            }
            """;

    private static final Set<Object> SEEN = ConcurrentHashMap.newKeySet();

    private Axe() {}

    public static void assertNoViolations(Page page) {
        if (!SEEN.addAll((List<?>) page.evaluate(LOOKS))) {
            return;
        }
        load(page);
        assertThat(page.evaluate(RUN))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .as("axe at %s", page.url())
                .isEmpty();
    }

    /// By the debugger, which the page's policy does not bind: no script element, no eval.
    private static void load(Page page) {
        JsonObject source = new JsonObject();
        source.addProperty("expression", source());
        CDPSession debugger = page.context().newCDPSession(page);
        debugger.send("Runtime.evaluate", source);
        debugger.detach();
    }

    private static String source() {
        try {
            return Files.readString(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
