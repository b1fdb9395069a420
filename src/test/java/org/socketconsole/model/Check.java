package org.socketconsole.model;

import org.jspecify.annotations.Nullable;
import org.socketconsole.model.Exemption.Ask;
import org.socketconsole.model.Exemption.Case;
import org.socketconsole.model.Exemption.Effect;
import org.socketconsole.model.Exemption.Refused;
import org.socketconsole.testing.Api;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Makes the calls of a sequence on both sides, each on both before the next, and compares.
final class Check implements AutoCloseable {

    /// How long a call in blocking mode may wait: what there is to be had is there.
    private static final double WITHIN = 0.02;

    /// The same where another call is made meanwhile.
    private static final double WITHIN_ANSWERED = 0.3;

    /// The same where the socket's own time-out is to end it.
    private static final double WITHIN_TIMEOUT = 2;

    /// Held by a sequence whose sockets hear what is sent to any of their protocol.
    private static final Lock HEARING = new ReentrantLock();

    private final Api api;
    private final Setting ofConsole;
    private final Setting ofPython;
    private final CPython python;
    private int calls;

    /// @param mark two digits that no other check on this machine has
    Check(Api api, int mark, Path directory) throws IOException {
        this.api = api;
        this.ofConsole = setting(mark + ".1", directory.resolve("c"), 0x88b5, 253);
        this.ofPython = setting(mark + ".2", directory.resolve("p"), 0x88b6, 254);
        this.python = CPython.start(ofPython);
    }

    private static Setting setting(String mark, Path directory, int protocol, int proto)
            throws IOException {
        return new Setting(mark, Files.createDirectories(directory), protocol, proto);
    }

    /// The first call of a sequence that ended otherwise over HTTP.
    record Difference(int index, Step step, JsonNode cpython, JsonNode console) {

        /// Whether it is another showing of the same.
        boolean isLike(@Nullable Difference other) {
            return other != null
                    && step.call().equals(other.step.call())
                    && cpython.path("raised").equals(other.cpython.path("raised"))
                    && console.path("raised").equals(other.console.path("raised"));
        }
    }

    int calls() {
        return calls;
    }

    @Nullable Difference run(List<Step> steps) throws IOException {
        boolean hears = steps.stream().anyMatch(Check::hears);
        if (hears) {
            HEARING.lock();
        }
        try {
            return runAlone(steps);
        } finally {
            if (hears) {
                HEARING.unlock();
            }
        }
    }

    private static boolean hears(Step step) {
        return step.isOf("socket")
                && (step.args().get("proto").stringValue().equals("@")
                        || step.args().get("family").stringValue().equals("AF_PACKET"));
    }

    private @Nullable Difference runAlone(List<Step> steps) throws IOException {
        Run run = new Run();
        try {
            for (int i = 0; i < steps.size() && !run.ended; i++) {
                Difference difference = run.make(i, steps.get(i));
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        } finally {
            run.console.end();
            python.end();
            empty(ofConsole.directory());
            empty(ofPython.directory());
        }
    }

    @Override
    public void close() {
        python.close();
    }

    private static void empty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /// One sequence.
    private final class Run {

        private final Console console = new Console(api, ofConsole);
        private final Outcomes consoles = new Outcomes(ofConsole);
        private final Outcomes pythons = new Outcomes(ofPython);
        private final Map<String, Kind> kinds = new HashMap<>();
        private final Set<String> closed = new HashSet<>();

        /// Files that are in different states on the two sides.
        private final Set<String> forgotten = new HashSet<>();

        /// Sockets in time-out mode.
        private final Set<String> timed = new HashSet<>();

        /// The sockets of files.
        private final Map<String, String> owners = new HashMap<>();

        private final Map<String, String> modes = new HashMap<>();

        private boolean ended;

        @Nullable Difference make(int index, Step step) throws IOException {
            Step other = step.meanwhile();
            if (!console.hasAll(step.needs())
                    || forgotten.contains(step.on())
                    || other != null && isClosed(other)) {
                return null;
            }
            Case call =
                    new Case(
                            step,
                            kinds.get(step.on()),
                            modes.get(step.on()),
                            isClosed(step.meanwhile(null)));
            List<Effect> effects = Exemption.of(call);
            double within = within(step);
            String refused = refused(effects);
            if (refused == null) {
                python.begin(step, within, ask(effects));
            }
            JsonNode got = console.run(refused == null ? step : step.meanwhile(null), within);
            JsonNode expected = refused == null ? python.outcome() : Console.raised(refused);
            calls++;
            note(step, got);
            if (Exemption.isForgotten(got, effects)) {
                forgotten.add(step.on());
            }
            return refused != null && Exemption.end(got).matches(refused)
                    ? null
                    : compare(index, step, effects, expected, got);
        }

        private double within(Step step) {
            boolean ends =
                    step.isOf("select")
                            || timed.contains(owners.getOrDefault(step.on(), step.on()));
            return ends ? WITHIN_TIMEOUT : step.meanwhile() == null ? WITHIN : WITHIN_ANSWERED;
        }

        private boolean isClosed(Step step) {
            return step.needs().stream().anyMatch(closed::contains);
        }

        private @Nullable Difference compare(
                int index, Step step, List<Effect> effects, JsonNode expected, JsonNode got) {
            JsonNode left = pythons.canonical(expected);
            JsonNode right = consoles.canonical(got);
            JsonNode theirs = Exemption.hidden(left, effects);
            JsonNode ours = Exemption.hidden(right, effects);
            if (effects.contains(new Exemption.Last())) {
                ended = true;
                return null;
            }
            if (ours.equals(theirs)) {
                return null;
            }
            ended = Exemption.mayDiffer(left, right, effects);
            return ended ? null : new Difference(index, step, theirs, ours);
        }

        private void noteMode(Step step) {
            switch (step.call()) {
                case "settimeout", "setblocking" -> setTimed(step.on(), isTimed(step));
                case "dup" -> setTimed(step.as().getFirst(), timed.contains(step.on()));
                case "makefile" -> {
                    owners.put(step.as().getFirst(), step.on());
                    modes.put(step.as().getFirst(), step.args().get("mode").asString());
                }
                default -> {}
            }
        }

        private void setTimed(String name, boolean isTimed) {
            if (isTimed) {
                timed.add(name);
            } else {
                timed.remove(name);
            }
        }

        private void note(Step step, JsonNode outcome) {
            JsonNode value = outcome.path("ok");
            if (step.isOf("close", "file.close")) {
                closed.add(step.on());
            }
            if (!value.isMissingNode()) {
                noteMode(step);
            }
            List<JsonNode> views =
                    value.has("sockets")
                            ? value.get("sockets").valueStream().toList()
                            : List.of(value.has("conn") ? value.get("conn") : value);
            for (int i = 0; i < step.as().size() && i < views.size(); i++) {
                if (views.get(i).has("family")) {
                    kinds.put(step.as().get(i), Kind.of(views.get(i)));
                }
            }
        }
    }

    private static boolean isTimed(Step step) {
        return step.args().path("timeout").asDouble(0) > 0;
    }

    private static @Nullable String refused(List<Effect> effects) {
        return effects.stream()
                .filter(Refused.class::isInstance)
                .map(effect -> ((Refused) effect).raised())
                .findFirst()
                .orElse(null);
    }

    /// The last that asks counts.
    private static String ask(List<Effect> effects) {
        return effects.stream()
                .filter(Ask.class::isInstance)
                .map(effect -> ((Ask) effect).how())
                .reduce("", (first, last) -> last);
    }
}
