package org.socketconsole.bench;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What the page costs a browser, by the scripts in `bench/page`, in the form that it was built in
/// last.
final class PageBench {

    private static final String LIVE = "from the address to the live list in a %s profile, ms";
    private static final String CPU = "CPU of a frame, ms, ";

    private final String server;
    private final Table table = new Table("page");

    private PageBench(String server) throws IOException {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        if (!Files.exists(Path.of("target/classes/static/assets"))) {
            throw new IllegalStateException(
                    "The page is not built: mvn -DskipTests package builds it");
        }
        try (Server console = Server.console()) {
            PageBench bench = new PageBench("http://127.0.0.1:" + console.port());
            bench.start();
            bench.list();
        }
    }

    private void start() throws Exception {
        Map<String, Double> times = figures("bench/page/start.mjs");
        for (String profile : new String[] {"new", "known"}) {
            String figure = LIVE.formatted(profile);
            Pair pair = new Pair(figure, "a page that is nothing but a row");
            pair.add(0, times.get(figure + ", floor"), times.get(figure + ", " + server));
            table.ratio(pair, Target.NONE);
        }
    }

    private void list() throws Exception {
        Map<String, Double> costs = figures("bench/page/live-list.mjs");
        tell(costs, "standing still", Target.atMost(2));
        tell(costs, "scrolling", Target.atMost(8));
        tell(costs, "an empty page", Target.NONE);
    }

    private void tell(Map<String, Double> costs, String what, Target target) throws IOException {
        table.value(CPU + what, costs.get(CPU + what), target);
    }

    /// What a script tells, a figure a line.
    private Map<String, Double> figures(String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("node", script, server);
        builder.environment().put("SOCKET_CONSOLE_TOKEN", Api.TOKEN);
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(script + " failed");
        }
        return output.lines()
                .map(line -> line.split(": "))
                .collect(toMap(cells -> cells[0], cells -> Double.valueOf(cells[1])));
    }
}
