package org.socketconsole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.Command;

import java.nio.file.Path;

/// What of the page needs no browser, in what the other tests leave of the processors.
@Order(0)
class FrontendTests {

    @Test
    void thePagePassesItsOwnChecks() {
        Capabilities.assume(!Boolean.getBoolean("skipFrontend"), "npm is left alone");
        Command.Result checks = Command.run(Path.of("frontend"), "nice", "npm", "run", "check");
        assertThat(checks.status()).as(checks.output()).isZero();
    }
}
