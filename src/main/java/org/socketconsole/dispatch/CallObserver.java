package org.socketconsole.dispatch;

import org.socketconsole.call.Call;

import java.util.function.Supplier;

/// Is told of each call that is listed, when it has ended and before it answers.
public interface CallObserver {

    /// @param view made when it is asked for
    void ended(Call call, boolean failed, Supplier<CallRecord> view);
}
