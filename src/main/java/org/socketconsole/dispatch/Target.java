package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;

import java.util.function.Supplier;

/// What calls are made on, such as sockets.
public interface Target<T> {

    Class<T> type();

    /// What has the id in the call's path. One that was closed is `EBADF`, one that never was is
    /// not found.
    T find(Call call);

    /// Runs a call inside it, so that it is not closed before the call has left, and notes how the
    /// call ended.
    @Nullable Object inside(T target, Call call, Supplier<@Nullable Object> body);
}
