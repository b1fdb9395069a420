package org.socketconsole.method;

import static org.socketconsole.call.ConstantArgument.bitsOf;
import static org.socketconsole.net.SocketConstants.MSG_ZEROCOPY;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.ForbiddenException;
import org.socketconsole.call.ConstantArgument;

/// The flags that a client may send with.
final class SendFlags {

    private SendFlags() {}

    /// `MSG_ZEROCOPY` would need the buffer to be left alone until the error queue says that it is
    /// free; ours has the next call's bytes by then.
    static int of(@Nullable ConstantArgument flags) {
        int bits = bitsOf(flags, 0);
        if ((bits & MSG_ZEROCOPY) != 0) {
            throw new ForbiddenException(
                    "MSG_ZEROCOPY has the kernel read a buffer after the call has ended, and it"
                            + " would by then hold the bytes of other sockets.");
        }
        return bits;
    }
}
