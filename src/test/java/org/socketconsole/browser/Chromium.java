package org.socketconsole.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Drives `$CHROMIUM`, or else the one in the npm package, a headless shell that opens a page in
/// half the time of a desktop's browser; where the package has none, the distribution's. The driver
/// is an npm package too.
final class Chromium implements AutoCloseable {

    private static final Path FRONTEND = Path.of("frontend").toAbsolutePath();
    private static final Path WORK = Path.of("target", "browser").toAbsolutePath();
    private static final Path DISTRIBUTION = Path.of("/usr/bin/chromium");
    private static final boolean IN_NPM = System.getProperty("os.arch").equals("amd64");
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    /// One after the other: the first unpacks what they share.
    Chromium() {
        synchronized (Chromium.class) {
            playwright = Playwright.create(driver());
            browser = playwright.chromium().launch(options());
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Playwright.CreateOptions driver() {
        System.setProperty("playwright.cli.dir", driverDirectory().toString());
        return new Playwright.CreateOptions()
                .setEnv(
                        Map.of(
                                "PLAYWRIGHT_NODEJS_PATH", "node",
                                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    }

    /// The driver is looked for in a folder of the name `package`.
    private static Path driverDirectory() {
        try {
            Path link = Files.createDirectories(WORK).resolve("package");
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, FRONTEND.resolve("node_modules/playwright-core"));
            return WORK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(ARGUMENTS);
    }

    private static Path executable() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .map(Path::of)
                .orElseGet(() -> IN_NPM ? fromNpm() : DISTRIBUTION);
    }

    private static Path fromNpm() {
        try {
            ProcessBuilder builder = new ProcessBuilder("node", "scripts/chromium-path.mjs");
            builder.directory(FRONTEND.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("TMPDIR", WORK.toString());
            return Path.of(output(builder.start()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String output(Process process) throws IOException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (output.isEmpty()) {
            throw new IllegalStateException("No Chromium in frontend/node_modules: run npm ci");
        }
        return output;
    }
}
