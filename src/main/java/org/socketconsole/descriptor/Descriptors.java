package org.socketconsole.descriptor;

import static org.socketconsole.net.SocketConstants.SCM_PIDFD;
import static org.socketconsole.net.SocketConstants.SCM_RIGHTS;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import org.socketconsole.libc.ControlMessage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The descriptors in control messages, one C int each, see unix(7).
public final class Descriptors {

    /// Each of their descriptors is open when it has been received. Those that only a later kernel
    /// passes stay so (decision 38).
    private static final Set<Integer> HOLDING = Set.of(SCM_RIGHTS, SCM_PIDFD);

    private Descriptors() {}

    public static boolean areIn(List<ControlMessage> messages) {
        return messages.stream().anyMatch(message -> of(message).findAny().isPresent());
    }

    /// What is no whole number of them is left out at the end, as the kernel does it.
    public static IntStream of(ControlMessage message) {
        if (message.level() != SOL_SOCKET || !HOLDING.contains(message.type())) {
            return IntStream.empty();
        }
        ByteBuffer data = ByteBuffer.wrap(message.data()).order(ByteOrder.nativeOrder());
        IntBuffer integers = data.asIntBuffer();
        return IntStream.range(0, integers.limit()).map(integers::get);
    }
}
