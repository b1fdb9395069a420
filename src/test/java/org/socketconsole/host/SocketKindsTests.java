package org.socketconsole.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.Errno.EPERM;
import static org.socketconsole.net.Errno.ESOCKTNOSUPPORT;
import static org.socketconsole.net.SocketConstants.SOCK_CLOEXEC;
import static org.socketconsole.net.SocketConstants.SOCK_RAW;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.junit.jupiter.api.Test;
import org.socketconsole.host.HostController.Type;
import org.socketconsole.libc.ScriptedLibc;

import java.util.ArrayList;
import java.util.List;

class SocketKindsTests {

    private final List<Integer> closed = new ArrayList<>();

    @Test
    void whatNeedsRightsIsListedWithItsErrorAndWhatIsNotThereIsLeftOut() {
        assertThat(kinds().families().getFirst().types())
                .containsExactly(
                        new Type("SOCK_STREAM", SOCK_STREAM, null),
                        new Type("SOCK_RAW", SOCK_RAW, "EPERM"));
    }

    @Test
    void theKernelIsAskedOnceAndKeepsNothingOpen() {
        SocketKinds kinds = kinds();
        kinds.families();
        kinds.families();
        assertThat(closed).hasSize(6);
    }

    private SocketKinds kinds() {
        return new SocketKinds(
                new ScriptedLibc()
                        .answer("socket", arguments -> opened((int) arguments[1] & ~SOCK_CLOEXEC))
                        .answer("close", arguments -> closed.add((int) arguments[0]) ? 0 : -1)
                        .build());
    }

    private static int opened(int type) {
        return switch (type) {
            case SOCK_STREAM -> 77;
            case SOCK_RAW -> -EPERM;
            default -> -ESOCKTNOSUPPORT;
        };
    }
}
