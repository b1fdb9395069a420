package org.socketconsole.live;

import org.jspecify.annotations.Nullable;
import org.socketconsole.live.PageFrames.Stats;

import java.util.function.IntSupplier;

/// The figures of the status bar, once a second.
final class LiveStats {

    private static final long EVERY_NANOS = 1_000_000_000;

    private final LiveState state;
    private final IntSupplier viewers;
    private long told;
    private long received;
    private long sent;

    LiveStats(LiveState state, IntSupplier viewers) {
        this.state = state;
        this.viewers = viewers;
        this.received = state.traffic.bytesReceived();
        this.sent = state.traffic.bytesSent();
        this.told = System.nanoTime() - EVERY_NANOS;
    }

    @Nullable Stats ifDue() {
        long now = System.nanoTime();
        if (now - told < EVERY_NANOS) {
            return null;
        }
        Stats stats = stats((now - told) / 1e9);
        told = now;
        received = state.traffic.bytesReceived();
        sent = state.traffic.bytesSent();
        return stats;
    }

    private Stats stats(double seconds) {
        return new Stats(
                state.sockets.open(),
                state.operations.waiting().size(),
                Math.round((state.traffic.bytesReceived() - received) / seconds),
                Math.round((state.traffic.bytesSent() - sent) / seconds),
                state.traffic.bytes(),
                state.traffic.dropped(),
                viewers.getAsInt());
    }
}
