package org.socketconsole.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the page costs a browser, by the scripts in `bench/page`, in the form that it was built in
/// last.
final class PageBench {

    private PageBench() {}

    public static void main(String[] arguments) throws Exception {
        if (!Files.exists(Path.of("target/classes/static/assets"))) {
            throw new IllegalStateException(
                    "The page is not built: mvn -DskipTests package builds it");
        }
        try (Server console = Server.console()) {
            for (String script : List.of("start.mjs", "live-list.mjs")) {
                run("node", "bench/page/" + script, "http://127.0.0.1:" + console.port());
            }
        }
    }

    private static void run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("SOCKET_CONSOLE_TOKEN", Api.TOKEN);
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(command[1] + " failed");
        }
    }
}
