package org.socketconsole.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.assertj.core.api.InstanceOfAssertFactories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The accessibility rules of axe-core, WCAG 2.2 AA and its best practice.
public final class Axe {

    private static final Path SOURCE = Path.of("frontend/node_modules/axe-core/axe.min.js");
    private static final String RUN =
            """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
              return violations.flatMap(({ id, nodes }) =>
                nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`));
            }
            """;

    private Axe() {}

    public static void assertNoViolations(Page page) {
        // By the debugger, which the page's policy does not bind: no script element, no eval.
        page.evaluate(source());
        assertThat(page.evaluate(RUN))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .as("axe at %s", page.url())
                .isEmpty();
    }

    private static String source() {
        try {
            return Files.readString(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
