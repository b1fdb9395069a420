package org.socketconsole.access;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Map;

/// Counts the wrong tokens of each address, of the latest thousand of them, so that one who guesses
/// is told to stop. Whoever has the right token never meets it.
@Component
public class Brake {

    private static final int MOST_A_SECOND = 10;
    private static final int MOST_ADDRESSES = 1000;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Map<String, Second> seconds =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Second> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    /// Counts one of an address.
    public synchronized void count(String address) {
        Second second = seconds.get(address);
        if (second == null || second.isOver()) {
            second = new Second();
            seconds.remove(address);
            seconds.put(address, second);
        }
        second.count++;
    }

    /// Whether the address has shown too many within a second.
    public synchronized boolean isOn(String address) {
        Second second = seconds.get(address);
        return second != null && !second.isOver() && second.count > MOST_A_SECOND;
    }

    private static final class Second {
        private final long begin = System.nanoTime();
        private int count;

        boolean isOver() {
            return System.nanoTime() - begin > SECOND_NANOS;
        }
    }
}
