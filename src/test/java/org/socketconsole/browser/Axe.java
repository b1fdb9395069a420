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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The accessibility rules of axe-core, WCAG 2.2 AA and its best practice.
///
/// What it finds depends on the looks: it looks at each element that was not seen yet with its
/// attributes, classes and states, where it stands, and in the colours of the page; at the whole
/// page when the outline of its headings and landmarks is new.
public final class Axe {

    private static final Path SOURCE = Path.of("frontend/node_modules/axe-core/axe.min.js");
    private static final String LOOKS =
            """
            () => {
              const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(width < 600px)'];
              const page = media.map((query) => matchMedia(query).matches).join() + document.documentElement.dataset.theme;
              const values = ['class', 'role', 'type', 'tabindex', 'aria-selected', 'aria-pressed', 'aria-current', 'aria-invalid', 'aria-expanded', 'aria-hidden'];
              const look = (element) => [element.localName, ...element.getAttributeNames().sort(),
                ...values.map((name) => element.getAttribute(name))].join();
              const place = (element) => element && `${element.localName}.${element.className}`;
              const all = (selector) => [...document.querySelectorAll(selector)];
              window.looks = Map.groupBy(all('*'), (element) => `${page} ${place(element.parentElement)} ${look(element)}`);
              const outline = all('h1, h2, h3, h4, header, nav, main, footer, [role=region]').map(({ localName }) => localName);
              const ids = all('[id]').map(({ id }) => id);
              const whole = `${outline} ${ids.length === new Set(ids).size}`;
              window.looks.set(whole, [document.documentElement]);
              return [...window.looks.keys()];
            }
            """;
    private static final String RUN =
            """
            async (unseen) => {
              const include = unseen.flatMap((look) => window.looks.get(look)).filter(({ isConnected }) => isConnected);
              const { violations } = await axe.run({ include }, { resultTypes: ['violations'], preload: false });
              return violations.flatMap(({ id, nodes }) =>
                nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`));
            }
            """;

    private static final Set<Object> SEEN = ConcurrentHashMap.newKeySet();

    private Axe() {}

    public static void assertNoViolations(Page page) {
        List<Object> unseen = new ArrayList<>((List<?>) page.evaluate(LOOKS));
        unseen.removeIf(look -> !SEEN.add(look));
        if (unseen.isEmpty()) {
            return;
        }
        load(page);
        assertThat(page.evaluate(RUN, unseen))
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
