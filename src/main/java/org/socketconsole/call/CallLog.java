package org.socketconsole.call;

import static org.socketconsole.net.Errno.ETIMEDOUT;

import org.jspecify.annotations.Nullable;
import org.socketconsole.event.Event.Type;
import org.socketconsole.event.Hub;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The latest calls that ended. Arguments and results are kept shortened, payloads not at all.
@Component
public class CallLog {

    private static final int MOST = 20_000;

    private final Hub hub;
    private final Deque<CallRecord> ended = new ArrayDeque<>();
    private long last;

    CallLog(Hub hub) {
        this.hub = hub;
    }

    void succeeded(Call call, @Nullable Object result) {
        keep(call, Repr.result(result), null, null, null);
    }

    void failed(Call call, Throwable failure) {
        Coded code = Coded.of(failure);
        keep(call, null, ErrorKind.of(failure), code, failure.getMessage());
    }

    /// The oldest first.
    public synchronized List<CallRecord> all() {
        return List.copyOf(ended);
    }

    /// The number and the name of an error, where it has them.
    private record Coded(int number, String symbol) {

        static @Nullable Coded of(Throwable failure) {
            return switch (failure) {
                case SyscallException e -> of(e.errno());
                case CodedException e -> new Coded(e.code(), e.symbol());
                case TimedOutException e -> of(Errno.of(ETIMEDOUT));
                default -> null;
            };
        }

        private static Coded of(Errno errno) {
            return new Coded(errno.errno(), errno.symbol());
        }
    }

    private void keep(
            Call call,
            @Nullable String result,
            @Nullable ErrorKind kind,
            @Nullable Coded code,
            @Nullable String detail) {
        Operation operation = call.operation();
        String text = Repr.call(call.name(), operation.arguments());
        synchronized (this) {
            CallRecord record =
                    new CallRecord(
                            ++last,
                            operation.socketId(),
                            call.name(),
                            text,
                            operation.startedAt(),
                            call.elapsed(),
                            result,
                            kind,
                            code == null ? null : code.number,
                            code == null ? null : code.symbol,
                            detail);
            ended.addLast(record);
            if (ended.size() > MOST) {
                ended.removeFirst();
            }
            hub.publish(Type.CALL, record.socketId(), record);
        }
    }
}
