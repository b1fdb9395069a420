package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.net.SocketConstants;

import java.util.function.Supplier;

/// What calls are made on, such as sockets.
public interface Target<T> {

    Class<T> type();

    /// What has the id in the call's path. One that was closed is `EBADF`, one that never was is
    /// not found.
    T find(Call call);

    /// The family of the addresses that calls on it take; `AF_UNSPEC` where they take none.
    default int family(T target) {
        return SocketConstants.AF_UNSPEC;
    }

    /// Runs a call inside it, so that it is not closed before the call has left, and notes how the
    /// call ended.
    @Nullable Object inside(T target, Call call, Supplier<@Nullable Object> body);
}
