package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.RawBytes;
import org.socketconsole.event.Event.Type;
import org.socketconsole.event.Hub;
import org.springframework.stereotype.Component;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The latest calls that ended.
@Component
public class CallLog {

    private static final int MOST = 20_000;

    private final Hub hub;
    private final List<CallObserver> observers;
    private final Deque<LazyCallRecord> ended = new ArrayDeque<>();
    private long last;

    CallLog(Hub hub, List<CallObserver> observers) {
        this.hub = hub;
        this.observers = observers;
    }

    void succeeded(Call call, @Nullable Object result, long size) {
        Object kept = Written.orKept(result, size(result), Repr::result);
        keep(call, arguments(call, size), kept, null);
    }

    /// @param size the bytes that its arguments took
    void failed(Call call, Problem problem, long size) {
        keep(call, arguments(call, size), null, problem);
    }

    /// The oldest first.
    synchronized List<LazyCallRecord> all() {
        return List.copyOf(ended);
    }

    private static @Nullable Object arguments(Call call, long size) {
        return Written.orKept(call.operation().arguments(), size, Repr::arguments);
    }

    /// What is not bytes and has no list in it is small.
    private static long size(@Nullable Object result) {
        return result instanceof RawBytes bytes
                ? bytes.data().length
                : Repr.hasList(result) ? Long.MAX_VALUE : 0;
    }

    private void keep(
            Call call,
            @Nullable Object arguments,
            @Nullable Object result,
            @Nullable Problem problem) {
        LazyCallRecord entry = entered(call, arguments, result, problem);
        observers.forEach(observer -> observer.ended(call, problem != null, entry));
    }

    private synchronized LazyCallRecord entered(
            Call call,
            @Nullable Object arguments,
            @Nullable Object result,
            @Nullable Problem problem) {
        LazyCallRecord entry = LazyCallRecord.of(++last, call, arguments, result, problem);
        ended.addLast(entry);
        if (ended.size() > MOST) {
            ended.removeFirst();
        }
        hub.publish(Type.CALL, call.operation().socketId(), entry);
        return entry;
    }
}
