package org.socketconsole.option;

import org.jspecify.annotations.Nullable;
import org.socketconsole.libc.Libc.SockFprog;
import org.socketconsole.option.RefusedOptions.Way;
import org.socketconsole.socket.LiveSocket;

/// `getsockopt` and `setsockopt` as a client may have them made.
final class OptionCalls {

    private OptionCalls() {}

    static byte[] get(LiveSocket socket, int level, int optname, int buflen) {
        RefusedOptions.check(Way.GET, level, optname);
        return socket.getsockopt(level, optname, buflen);
    }

    /// A null value is the NULL pointer, of that length.
    static void set(
            LiveSocket socket, int level, int optname, byte @Nullable [] value, int optlen) {
        RefusedOptions.check(Way.SET, level, optname);
        socket.setsockopt(level, optname, value, optlen);
    }

    /// The one form in which a value with a pointer is set: what it points to is ours.
    static void set(LiveSocket socket, int level, int optname, SockFprog program) {
        socket.setsockopt(level, optname, program);
    }
}
