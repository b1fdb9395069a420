package org.socketconsole.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;
import static org.socketconsole.net.SocketConstants.SOCK_NONBLOCK;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Poller;
import org.socketconsole.libc.ScriptedLibc;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A file system that does not answer holds a system call with a path of it, though the descriptor
/// does not block.
class SlowKernelTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final byte[] PATH =
            Sockaddr.encode(new SocketAddress.Unix("/gone/s".getBytes(StandardCharsets.UTF_8)));

    @ParameterizedTest
    @ValueSource(strings = {"connect", "sendto"})
    void aPathThatTheKernelLooksUpForLongHoldsUpNoOtherCall(String function) throws Exception {
        int held = 2 * Runtime.getRuntime().availableProcessors();
        CountDownLatch looking = new CountDownLatch(held);
        CountDownLatch found = new CountDownLatch(1);
        Function<Object[], Object> slow =
                arguments -> {
                    looking.countDown();
                    awaitFound(found);
                    return function.equals("connect") ? (Object) 0 : (Object) 1L;
                };
        Libc libc = new ScriptedLibc().answer(function, slow).build();
        try (Poller poller = new Poller(libc)) {
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (int i = 0; i < held; i++) {
                SocketIo io = io(libc, poller);
                calls.add(later(() -> call(io, function)));
            }
            assertThat(looking.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            later(() -> {}).get(LONG.toSeconds(), TimeUnit.SECONDS);
            assertThat(calls).noneMatch(CompletableFuture::isDone);
            found.countDown();
            for (CompletableFuture<Void> call : calls) {
                call.get(LONG.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private static void call(SocketIo io, String function) {
        Call call = Call.begin(function, "s-1", Caller.CLIENT, LONG, false);
        if (function.equals("connect")) {
            io.connect(PATH, call);
        } else {
            io.sendto(new byte[1], 0, PATH, call);
        }
        io.descriptor().close();
    }

    private static SocketIo io(Libc libc, Poller poller) {
        int fd = libc.socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
        Descriptor descriptor = Scripted.descriptors(libc, poller).own(fd);
        return new SocketIo(libc, descriptor, "s-1", () -> null);
    }

    private static void awaitFound(CountDownLatch found) {
        try {
            found.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<Void> later(Runnable body) {
        return CompletableFuture.runAsync(body, task -> Thread.ofVirtual().start(task));
    }
}
