package org.socketconsole.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives a test pages of a real browser, and fails it for whatever the browser complained of: an
/// error on the console, an uncaught exception, a violation of the Content-Security-Policy. A
/// request to another host than this one is such a complaint too.
public final class Browsing implements BeforeEachCallback, AfterEachCallback {

    private static final String REPORT_VIOLATIONS =
            """
            document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
              console.error(`CSP: ${violatedDirective}, ${blockedURI}`));
            """;

    private static final String FAILED_RESPONSE =
            "Failed to load resource: the server responded with a status of";

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Set<Request> unanswered = new HashSet<>();
    private @Nullable Chromium chromium;

    /// All classes of a thread, to which Playwright is bound, share one browser; the root store
    /// closes it after the last of them.
    @Override
    public void beforeEach(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(Namespace.create(Chromium.class));
        chromium =
                store.computeIfAbsent(
                        Thread.currentThread(), thread -> new Chromium(), Chromium.class);
        PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
    }

    /// A page in a context of its own, that shares nothing with those before it.
    public Page newPage() {
        return newPage(1280, 720, ColorScheme.LIGHT);
    }

    public Page newPage(int width, int height, ColorScheme scheme) {
        return watched(options(width, height).setColorScheme(scheme)).newPage();
    }

    /// Of a screen that is touched.
    public Page newTouchPage(int width, int height) {
        return watched(options(width, height).setHasTouch(true)).newPage();
    }

    /// Until nothing that a page has asked for is on its way.
    public void awaitAnswers(Page page) {
        page.waitForCondition(unanswered::isEmpty);
    }

    /// For a test that provokes a complaint: that it was made, and is no failure.
    public void assertComplaintOf(String text) {
        assertThat(complaints.removeIf(said -> said.contains(text))).as(text).isTrue();
    }

    /// What may be said or not, such as of requests under way when a server is killed.
    public void forgiveComplaintsOf(String text) {
        complaints.removeIf(said -> said.contains(text));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            contexts.forEach(failed -> failed.pages().forEach(page -> take(page, context)));
        }
        contexts.forEach(Browsing::close);
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }

    private static Browser.NewContextOptions options(int width, int height) {
        Browser.NewContextOptions options = new Browser.NewContextOptions();
        // The npm Chromium has no locale otherwise, and Intl throws.
        return options.setLocale("en-US").setViewportSize(width, height);
    }

    private BrowserContext watched(Browser.NewContextOptions options) {
        if (chromium == null) {
            throw new IllegalStateException("no browser before the first test");
        }
        BrowserContext context = chromium.browser().newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(20_000);
        context.addInitScript(REPORT_VIOLATIONS);
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(this::note);
        context.onRequest(request -> noteForeign(request.url()));
        context.onRequest(unanswered::add);
        context.onRequestFinished(unanswered::remove);
        context.onRequestFailed(unanswered::remove);
        return context;
    }

    /// What a failed test saw last.
    private static void take(Page page, ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName();
        String name = test + "." + context.getDisplayName().replaceAll("[^\\w.-]+", "-");
        Path picture = Path.of("target", "failures", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        System.out.printf("%s failed at %s, see %s%n", test, page.url(), picture);
    }

    /// A page that asks on while its context closes must not run into a route that is closing too.
    private static void close(BrowserContext context) {
        context.pages().forEach(Page::unrouteAll);
        context.close();
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") && !isErrorOfCall(message)) {
            complaints.add(message.text());
        }
    }

    /// The API answers a call that failed with a 4xx or 5xx, and Chromium writes each of them to
    /// the console. The page tells of it in its own way; only a 500 is nobody's.
    private static boolean isErrorOfCall(ConsoleMessage message) {
        return message.location().contains("/api/v1/")
                && message.text().startsWith(FAILED_RESPONSE)
                && !message.text().contains("status of 500");
    }

    private void noteForeign(String url) {
        if (url.startsWith("http") && !url.matches("http://(127\\.0\\.0\\.1|localhost):.*")) {
            complaints.add("request to another host: " + url);
        }
    }
}
