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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The accessibility rules of axe-core, WCAG 2.2 AA and its best practice.
///
/// The contrast takes three quarters of the time, and depends on the looks alone: it is measured
/// when there is an element in an element whose classes and states were not seen together yet in
/// the colours of the page.
public final class Axe {

    private static final Path SOURCE = Path.of("frontend/node_modules/axe-core/axe.min.js");
    private static final String LOOKS =
            """
            () => {
              const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(width <= 700px)'];
              const page = media.map((query) => matchMedia(query).matches).join() + document.documentElement.dataset.theme;
              const states = ['class', 'disabled', 'aria-selected', 'aria-pressed', 'aria-current', 'aria-invalid'];
              const look = (element) => element && [element.localName, ...states.map((name) => element.getAttribute(name))].join();
              const looks = [...document.querySelectorAll('*')].map((element) =>
                `${page} ${look(element.parentElement)} ${look(element)}`);
              return [...new Set(looks)];
            }
            """;
    private static final String RUN =
            """
            async (contrast) => {
              const rules = { 'color-contrast': { enabled: contrast } };
              const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false, rules });
              return violations.flatMap(({ id, nodes }) =>
                nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`));
            }
            """;

    private static final Set<Object> SEEN = new HashSet<>();

    private Axe() {}

    public static void assertNoViolations(Page page) {
        load(page);
        boolean hasNewLooks = SEEN.addAll((List<?>) page.evaluate(LOOKS));
        assertThat(page.evaluate(RUN, hasNewLooks))
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
