package org.socketconsole.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import org.junit.jupiter.api.Test;
import org.socketconsole.libc.ControlMessage;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;

import java.util.List;
import java.util.stream.Stream;

class DescriptorsTests {

    private static final List<String> WITHOUT =
            List.of(
                    "SCM_CREDENTIALS",
                    "SCM_DEVMEM_DMABUF",
                    "SCM_DEVMEM_LINEAR",
                    "SCM_INQ",
                    "SCM_SECURITY",
                    "SCM_TIMESTAMP",
                    "SCM_TIMESTAMPING",
                    "SCM_TIMESTAMPING_OPT_STATS",
                    "SCM_TIMESTAMPING_PKTINFO",
                    "SCM_TIMESTAMPNS",
                    "SCM_TS_OPT_ID",
                    "SCM_TXTIME",
                    "SCM_WIFI_STATUS");

    /// One that a later kernel brings fails here until somebody says what it has.
    @Test
    void ofEachControlMessageItIsKnownWhetherItPassesDescriptors() {
        Stream<String> others =
                Constants.all().stream()
                        .filter(constant -> constant.group().equals("SCM"))
                        .filter(constant -> !passes(constant))
                        .map(Constant::name);
        assertThat(others).containsExactlyInAnyOrderElementsOf(WITHOUT);
    }

    @Test
    void descriptorsAreThoseOfRightsAndOfTheSendersProcess() {
        assertThat(Constants.all().stream().filter(DescriptorsTests::passes).map(Constant::name))
                .containsExactlyInAnyOrder("SCM_RIGHTS", "SCM_PIDFD");
    }

    private static boolean passes(Constant constant) {
        var message = new ControlMessage(SOL_SOCKET, (int) constant.value(), new byte[4]);
        return constant.group().equals("SCM") && Descriptors.areIn(List.of(message));
    }
}
