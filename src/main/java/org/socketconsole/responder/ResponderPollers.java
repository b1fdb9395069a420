package org.socketconsole.responder;

import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Poller;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Pollers for responders alone, one for two processors: their threads make the short answers
/// themselves, in which time they tell nobody of anything.
@Component
class ResponderPollers implements DisposableBean {

    private final List<Poller> pollers;
    private final AtomicInteger last = new AtomicInteger();

    ResponderPollers(Libc libc) {
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        pollers = Stream.generate(() -> new Poller(libc, "responder-poller")).limit(count).toList();
    }

    Poller next() {
        return pollers.get(Math.floorMod(last.getAndIncrement(), pollers.size()));
    }

    @Override
    public void destroy() {
        pollers.forEach(Poller::close);
    }
}
