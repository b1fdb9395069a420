package org.socketconsole.descriptor;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Poller;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Traffic;
import org.socketconsole.traffic.TrafficStore;

import java.util.function.LongFunction;

/// Descriptors of a scripted kernel, whose traffic nobody keeps.
public final class Scripted {

    private Scripted() {}

    public static DescriptorFactory descriptors(Libc libc, Poller poller) {
        KernelSockets sockets = new KernelSockets(libc, store());
        return new DescriptorFactory(libc, poller, sockets, new KernelThreads());
    }

    private static TrafficStore store() {
        Traffic traffic = mock(Traffic.class);
        when(traffic.keep(any()))
                .thenAnswer(call -> call.<LongFunction<Chunk>>getArgument(0).apply(1));
        TrafficStore store = mock(TrafficStore.class);
        when(store.open()).thenReturn(traffic);
        return store;
    }
}
