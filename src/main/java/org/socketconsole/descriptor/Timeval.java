package org.socketconsole.descriptor;

import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import org.socketconsole.libc.Libc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/// `struct timeval`, as `SO_RCVTIMEO` and `SO_SNDTIMEO` have it: two longs, seconds and
/// microseconds.
final class Timeval {

    private static final int SIZE = 2 * Long.BYTES;

    private Timeval() {}

    /// Zero where there is no time-out.
    static Duration read(Libc libc, int fd, int optname) {
        byte[] value = new byte[SIZE];
        int length = libc.getsockopt(fd, SOL_SOCKET, optname, value);
        ByteBuffer timeval = ByteBuffer.wrap(value).order(ByteOrder.nativeOrder());
        return length == SIZE
                ? Duration.ofSeconds(timeval.getLong()).plusNanos(timeval.getLong() * 1000)
                : Duration.ZERO;
    }
}
