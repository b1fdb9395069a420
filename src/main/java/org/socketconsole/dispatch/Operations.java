package org.socketconsole.dispatch;

import org.socketconsole.call.Call;
import org.socketconsole.event.Event.Type;
import org.socketconsole.event.Hub;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The calls under way, by number.
@Component
public class Operations {

    private final AtomicLong last = new AtomicLong();
    private final Map<Long, Call> running = new ConcurrentHashMap<>();

    private final Hub hub;

    Operations(Hub hub) {
        this.hub = hub;
    }

    long begin(Call call) {
        long number = last.incrementAndGet();
        running.put(number, call);
        call.operation().whenWaiting(() -> publish(number, call, false));
        return number;
    }

    void end(long number) {
        Call call = running.remove(number);
        if (call == null) {
            return;
        }
        call.operation().end();
        if (call.operation().isWaiting()) {
            publish(number, call, true);
        }
    }

    /// Those that wait, the oldest first; what has not waited so far is over before anyone could
    /// look.
    public List<OperationView> waiting() {
        return running.entrySet().stream()
                .filter(entry -> entry.getValue().operation().isWaiting())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> OperationView.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void publish(long number, Call call, boolean ended) {
        OperationView view = OperationView.of(number, call);
        hub.publish(Type.OPERATION, view.socketId(), new OperationEvent(view, ended));
    }

    public Map<Long, Call> running() {
        return running;
    }
}
