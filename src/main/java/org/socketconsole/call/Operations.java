package org.socketconsole.call;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/// The calls under way, by number, the oldest first.
@Component
public class Operations {

    private final AtomicLong last = new AtomicLong();
    private final Map<Long, Call> running = new ConcurrentSkipListMap<>();

    long begin(Call call) {
        long number = last.incrementAndGet();
        running.put(number, call);
        return number;
    }

    void end(long number) {
        Call call = running.remove(number);
        if (call != null) {
            call.operation().end();
        }
    }

    public Map<Long, Call> running() {
        return running;
    }
}
