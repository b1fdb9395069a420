package org.socketconsole.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socketconsole.model.Check.Difference;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Random sequences of calls end over HTTP as they do on CPython's own sockets, see the package. The
/// seed is printed; more calls, by another, are
///
///     mvn test -Dtest=ModelTests -Dmodel.calls=1000000 -Dmodel.seed=$RANDOM
///
/// A difference is shown by the shortest sequence that has it, as a program and as calls of curl.
class ModelTests extends ContractTests {

    private static final int CALLS = Integer.getInteger("model.calls", 20_000);

    /// The same in each build, so that a build that fails has broken something.
    private static final long SEED = Long.getLong("model.seed", 8_332_928_556_386L);

    /// So many differences are enough to look at.
    private static final int MOST = 10;

    /// Most of the time of a sequence is waiting.
    private static final int AT_ONCE = 4;

    /// Of which three calls are needed to accept.
    private static final List<Step> LISTENING =
            List.of(
                    socket("SOCK_STREAM", "a"),
                    socket("SOCK_DGRAM", "b"),
                    Step.method("settimeout", "b", Map.of("timeout", 0)),
                    Step.method("getsockname", "a", Map.of()),
                    Step.method("listen", "a", Map.of("backlog", 5)),
                    Step.method("dup", "b", Map.of(), "c"),
                    Step.method("close", "c", Map.of()),
                    Step.method("accept", "a", Map.of(), "d"));

    @TempDir private Path directory;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final AtomicInteger made = new AtomicInteger();
    private final List<String> reports = Collections.synchronizedList(new ArrayList<>());
    private final List<Difference> unsteady = Collections.synchronizedList(new ArrayList<>());

    @Test
    void sequencesOfCallsEndAsOnTheSocketsOfCpython() throws Exception {
        Python.require();
        System.out.printf("model check: -Dmodel.seed=%d -Dmodel.calls=%d%n", SEED, CALLS);
        int mark = mark();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<?> end : workers.invokeAll(checks(mark))) {
                end.get();
            }
        }
        assertThat(reports).as("model.seed=%d", SEED).isEmpty();
        assertThat(unsteady)
                .as("differences that do not come again, of a machine under load")
                .hasSizeLessThanOrEqualTo(1 + CALLS / 1000);
    }

    /// The console's `listen` is that of another socket.
    @Test
    void aDifferenceThatIsThereIsFoundAndShownByTheCallsThatItTakes() throws Exception {
        Python.require();
        ApiSocket other = api.tcp();
        Api planted = spy(api);
        doAnswer(asked -> api.request("POST", other.path("listen")))
                .when(planted)
                .request(eq("POST"), contains("/listen"));
        try (Check check = new Check(planted, mark(), directory)) {
            Difference found = check.run(LISTENING);
            assertThat(found).isNotNull();
            assertThat(found.step().call()).isEqualTo("accept");
            assertThat(found.cpython().get("raised").asString()).isEqualTo("waits");
            assertThat(found.isLike(check.run(LISTENING))).isTrue();
            List<Step> least = Shrinker.shrink(LISTENING, some -> found.isLike(check.run(some)));
            assertThat(least).extracting(Step::call).containsExactly("socket", "listen", "accept");
            assertThat(Program.of(least, found)).contains("a.listen(5)", "a.accept()");
        }
        try (Check check = new Check(api, mark(), Files.createDirectory(directory.resolve("1")))) {
            assertThat(check.run(LISTENING)).isNull();
        }
    }

    private static Step socket(String type, String name) {
        Map<String, String> kind = Map.of("family", "AF_INET", "type", type, "proto", "0");
        return Step.function("socket", kind, name);
    }

    private int mark() {
        return random.split().nextInt(10, 100 - AT_ONCE);
    }

    private List<Callable<Integer>> checks(int mark) {
        return IntStream.range(mark, mark + AT_ONCE)
                .<Callable<Integer>>mapToObj(own -> () -> check(own))
                .toList();
    }

    private int check(int mark) throws IOException {
        try (Check check = new Check(api, mark, directory.resolve(Integer.toString(mark)))) {
            while (made.get() < CALLS && reports.size() < MOST) {
                check(check, Generator.sequence(next()));
            }
            return check.calls();
        }
    }

    private synchronized SplittableRandom next() {
        return random.split();
    }

    private void check(Check check, List<Step> steps) throws IOException {
        int before = check.calls();
        Difference difference = check.run(steps);
        made.addAndGet(check.calls() - before);
        if (difference != null && difference.isLike(check.run(steps))) {
            reports.add(shrunk(check, steps, difference));
        } else if (difference != null) {
            unsteady.add(difference);
        }
    }

    private static String shrunk(Check check, List<Step> steps, Difference difference)
            throws IOException {
        List<Step> least =
                Shrinker.shrink(
                        steps.subList(0, difference.index() + 1),
                        some -> difference.isLike(check.run(some)));
        Difference shown = check.run(least);
        return Program.of(least, shown == null ? difference : shown);
    }
}
