package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.WARM_UP;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the time of a call goes: samples of the flight recorder under the load of [HttpBench] with
/// 16 connections, by the places that are on their stacks. Shares overlap.
final class ProfileBench {

    private static final int SECONDS = Math.max(Settings.SECONDS * Settings.ROUNDS, 5);
    private static final int SHOWN = 20;

    /// By `Class.method`, without the package; what is renamed gets its new name beside the old
    /// one.
    private static final Map<String, Pattern> PLACES =
            Map.ofEntries(
                    place(
                            "writing the answer",
                            "HttpOutput\\.|writeWithMessageConverters|ServletResponse.*\\.|HttpGenerator\\.|.*Serializer.*\\.serialize|AnswerWriter\\."),
                    place(
                            "looking the endpoint up",
                            "DispatcherServlet\\.getHandler$|AbstractHandlerMapping\\.getHandler$|PathPattern|CallMapping\\.|CallTable\\.find"),
                    place(
                            "binding the arguments",
                            "HandlerMethodArgumentResolverComposite\\.|ArgumentsResolver\\.|ArgumentBinder\\.|RecordResolver\\.|Binding\\."),
                    place("names in snake case", "SnakeCase\\.|SnakeCaseStrategy\\."),
                    place("log of calls", "CallLog\\.|Repr\\.|CallRecord"),
                    place("events to whoever looks", "Hub\\."),
                    place("traffic", "Traffic\\.|TrafficStore\\.|ChunkViews\\."),
                    place("resolving the call", "CallResolver\\."),
                    place("the system call", "NativeLibc\\."),
                    place(
                            "reading the request",
                            "RequestBody\\.|IncomingBody\\.|HttpInput\\.|HttpParser\\.|HttpServletRequest.*\\."));

    /// One of these on the stack is a request.
    private static final Pattern REQUEST =
            Pattern.compile("HttpChannelState\\$HandlerInvoker\\.run");

    /// Where one filter, or the servlet, gives way to the next.
    private static final Pattern STEP =
            Pattern.compile("\\.doFilter(Internal)?$|Servlet\\.service$");

    private ProfileBench() {}

    public static void main(String[] arguments) throws Exception {
        String given = System.getenv("RECORDING");
        report(given == null ? record() : Path.of(given));
    }

    private static Path record() throws Exception {
        Path recording = Files.createTempFile("console", ".jfr");
        try (Server console = Server.console("-XX:FlightRecorderOptions:stackdepth=256")) {
            Load.on(console, 16, WARM_UP);
            jcmd(console, "JFR.start", "name=bench", "settings=profile");
            Load.on(console, 16, SECONDS);
            jcmd(console, "JFR.stop", "name=bench", "filename=" + recording);
        }
        return recording;
    }

    private static void report(Path recording) throws IOException {
        List<List<String>> requests = requests(recording);
        System.out.printf("%d samples inside requests, in %s%n%n", requests.size(), recording);
        print("place", requests, ProfileBench::places);
        print("filter, without what is behind it", requests, ProfileBench::filter);
        print("innermost method of the console's own", requests, ProfileBench::own);
    }

    private static Map.Entry<String, Pattern> place(String name, String methods) {
        return Map.entry(name, Pattern.compile("\\b(" + methods + ")"));
    }

    private static void jcmd(Server server, String... command)
            throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        List<String> start = List.of(jcmd.toString(), "" + server.process().pid());
        Process process =
                new ProcessBuilder(Stream.concat(start.stream(), Stream.of(command)).toList())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }

    /// The stacks inside requests, each from the innermost method on.
    private static List<List<String>> requests(Path recording) throws IOException {
        return RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.ExecutionSample"))
                .filter(event -> event.getStackTrace() != null)
                .map(ProfileBench::stack)
                .filter(stack -> stack.stream().anyMatch(REQUEST.asPredicate()))
                .toList();
    }

    private static List<String> stack(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                .map(RecordedFrame::getMethod)
                .map(method -> method.getType().getName() + "." + method.getName())
                .toList();
    }

    private static Stream<String> places(List<String> stack) {
        return PLACES.entrySet().stream()
                .filter(place -> stack.stream().anyMatch(place.getValue().asPredicate()))
                .map(Map.Entry::getKey);
    }

    /// The filter that the sample is in, and not in what it gives way to.
    private static Stream<String> filter(List<String> stack) {
        return stack.stream()
                .filter(STEP.asPredicate())
                .limit(1)
                .filter(method -> method.contains(".doFilter"))
                .map(method -> method.substring(0, method.lastIndexOf('.')));
    }

    private static Stream<String> own(List<String> stack) {
        return stack.stream()
                .filter(method -> method.startsWith("org.socketconsole."))
                .limit(1)
                .map(method -> method.replaceFirst("(/0x|\\$\\$Lambda).*\\.", "."));
    }

    private static void print(
            String what, List<List<String>> stacks, Function<List<String>, Stream<String>> places) {
        Map<String, Long> counts =
                stacks.stream()
                        .flatMap(places)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        System.out.printf("| %s | share |%n|---|---|%n", what);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(
                        count ->
                                System.out.printf(
                                        Locale.ROOT,
                                        "| %s | %.1f %% |%n",
                                        count.getKey(),
                                        100.0 * count.getValue() / stacks.size()));
        System.out.println();
    }
}
