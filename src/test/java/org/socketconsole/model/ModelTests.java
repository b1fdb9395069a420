package org.socketconsole.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socketconsole.model.Check.Difference;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Python;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

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

    @TempDir private Path directory;

    @Test
    void sequencesOfCallsEndAsOnTheSocketsOfCpython() throws IOException {
        Python.require();
        System.out.printf("model check: -Dmodel.seed=%d -Dmodel.calls=%d%n", SEED, CALLS);
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> reports = new ArrayList<>();
        List<Difference> unsteady = new ArrayList<>();
        try (Check check = new Check(api, random.split().nextInt(10, 100), directory)) {
            for (int made = 0; made < CALLS && reports.size() < MOST; ) {
                List<Step> steps = Generator.sequence(random.split());
                int before = check.calls();
                Difference difference = check.run(steps);
                made += check.calls() - before;
                if (difference != null && difference.isLike(check.run(steps))) {
                    reports.add(shrunk(check, steps, difference));
                } else if (difference != null) {
                    unsteady.add(difference);
                }
            }
        }
        assertThat(reports).as("model.seed=%d", SEED).isEmpty();
        assertThat(unsteady)
                .as("differences that do not come again, of a machine under load")
                .hasSizeLessThanOrEqualTo(1 + CALLS / 1000);
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
