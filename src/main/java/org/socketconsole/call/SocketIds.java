package org.socketconsole.call;

import org.springframework.stereotype.Component;

import java.util.concurrent.atomic.AtomicLong;

/// The ids that sockets were given. They count up, and none is used again: which there ever were is
/// known without a list of them.
@Component
public class SocketIds {

    private static final String PREFIX = "s-";

    private final AtomicLong last = new AtomicLong();

    public String next() {
        return PREFIX + last.incrementAndGet();
    }

    /// The number of an id, or zero for what is none.
    public static long number(String id) {
        return Ids.number(PREFIX, id);
    }

    /// An id that no socket ever had is not found.
    public String require(String id) {
        long number = number(id);
        if (number < 1 || number > last.get()) {
            throw new NotFoundException("There is no socket `" + id + "`.");
        }
        return id;
    }
}
