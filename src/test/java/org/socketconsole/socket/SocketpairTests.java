package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.call.SocketIds;
import org.socketconsole.descriptor.DescriptorFactory;
import org.socketconsole.descriptor.DescriptorReserve;
import org.socketconsole.descriptor.InheritedDescriptors;
import org.socketconsole.descriptor.Scripted;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Poller;
import org.socketconsole.libc.ScriptedLibc;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SyscallException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class SocketpairTests {

    private final List<Integer> opened = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void neitherEndIsLeftOpenWhenOneOfThemCannotBeWatched(int failing) {
        AtomicInteger added = new AtomicInteger();
        Libc host = Libc.host();
        Libc libc =
                new ScriptedLibc()
                        .answer("socketpair", this::open)
                        .answer("close", this::close)
                        .answer(
                                "epoll_ctl",
                                call ->
                                        isEnd(call) && added.incrementAndGet() == failing
                                                ? -Errno.ENOMEM
                                                : host.epoll_ctl(
                                                        (int) call[0],
                                                        (int) call[1],
                                                        (int) call[2],
                                                        (int) call[3],
                                                        (long) call[4]))
                        .build();
        try (Poller poller = new Poller(libc)) {
            DescriptorFactory descriptors = Scripted.descriptors(libc, poller);
            SocketRegistry registry =
                    new SocketRegistry(
                            libc,
                            new SocketIds(),
                            descriptors,
                            new ClosedSockets(),
                            mock(SocketChanges.class));
            SocketFactory factory =
                    new SocketFactory(
                            libc, descriptors, registry, room(), mock(InheritedDescriptors.class));
            assertThatThrownBy(() -> factory.socketpair(AF_UNIX, SOCK_STREAM, 0))
                    .isInstanceOf(SyscallException.class);
            assertThat(registry.open()).isEmpty();
            assertThat(closed).containsExactlyInAnyOrderElementsOf(opened);
        }
    }

    private boolean isEnd(Object[] call) {
        return opened.contains((int) call[2]) && (int) call[1] == Libc.EPOLL_CTL_ADD;
    }

    private int open(Object[] call) {
        int[] sv = (int[]) call[3];
        int result = Libc.host().socketpair((int) call[0], (int) call[1], (int) call[2], sv);
        opened.addAll(List.of(sv[0], sv[1]));
        return result;
    }

    private int close(Object[] call) {
        if (opened.contains((int) call[0])) {
            closed.add((int) call[0]);
        }
        return Libc.host().close((int) call[0]);
    }

    private static DescriptorReserve room() {
        DescriptorReserve reserve = mock(DescriptorReserve.class);
        when(reserve.admit(any(), anyInt())).thenAnswer(call -> call.getArgument(1));
        return reserve;
    }
}
