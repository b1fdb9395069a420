package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;
import static org.socketconsole.net.SocketConstants.SOCK_NONBLOCK;
import static org.socketconsole.net.SocketConstants.SOCK_SEQPACKET;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;
import static org.socketconsole.net.SocketConstants.SO_LINGER;
import static org.socketconsole.net.SocketConstants.SO_TYPE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.descriptor.Descriptor;
import org.socketconsole.descriptor.Scripted;
import org.socketconsole.descriptor.SocketKind;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Poller;
import org.socketconsole.libc.ScriptedLibc;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// What the kernel may hold although the descriptor does not block: a path whose file system does
/// not answer, a close that lingers. A system call on a virtual thread would hold its carrier, and
/// with it every other call.
class SlowKernelTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final byte[] PATH =
            Sockaddr.encode(new SocketAddress.Unix("/gone/s".getBytes(StandardCharsets.UTF_8)));

    private final List<Thread> held = new CopyOnWriteArrayList<>();
    private final CountDownLatch found = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(strings = {"connect", "bind", "sendto", "sendmsg"})
    void aPathThatTheKernelLooksUpForLongHoldsUpNoOtherCall(String function) throws Exception {
        CountDownLatch looking = new CountDownLatch(8);
        Libc libc = new ScriptedLibc().answer(function, held(function, looking)).build();
        try (Poller poller = new Poller(libc)) {
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (long i = looking.getCount(); i > 0; i--) {
                LiveSocket socket = socket(libc, poller, AF_UNIX, SOCK_DGRAM);
                calls.add(later(() -> call(socket, function)));
            }
            assertThat(looking.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(held).noneMatch(Thread::isVirtual);
            assertThat(calls).noneMatch(CompletableFuture::isDone);
            found.countDown();
            for (CompletableFuture<Void> call : calls) {
                call.get(LONG.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SOCK_STREAM, SOCK_SEQPACKET})
    void aCloseThatLingersHoldsUpNoOtherCall(int type) throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        Libc libc =
                new ScriptedLibc()
                        .answer("getsockopt", arguments -> getsockopt(arguments, type))
                        .answer("close", held("close", closing))
                        .build();
        try (Poller poller = new Poller(libc)) {
            LiveSocket socket = socket(libc, poller, AF_INET, SOCK_STREAM);
            byte[] linger = new byte[2 * Integer.BYTES];
            ByteBuffer.wrap(linger).order(ByteOrder.nativeOrder()).putInt(1).putInt(5);
            socket.setsockopt(SOL_SOCKET, SO_LINGER, linger, linger.length);
            later(() -> socket.descriptor().close());
            assertThat(closing.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(held).noneMatch(Thread::isVirtual);
            found.countDown();
        }
    }

    private Function<Object[], Object> held(String function, CountDownLatch begun) {
        return arguments -> {
            held.add(Thread.currentThread());
            begun.countDown();
            awaitFound();
            return switch (function) {
                case "close" -> Libc.host().close((int) arguments[0]);
                case "sendto", "sendmsg" -> (Object) 1L;
                default -> 0;
            };
        };
    }

    private static Object getsockopt(Object[] arguments, int type) {
        byte[] value = (byte[]) arguments[3];
        int optname = (int) arguments[2];
        if (optname == SO_TYPE) {
            ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).putInt(type);
            return value.length;
        }
        return Libc.host().getsockopt((int) arguments[0], (int) arguments[1], optname, value);
    }

    private static void call(LiveSocket socket, String function) {
        Call call = Call.begin(function, "s-1", Caller.CLIENT, LONG, false);
        switch (function) {
            case "connect" -> socket.io().connect(PATH, call);
            case "bind" -> socket.bind(PATH);
            case "sendto" -> socket.io().sendto(new byte[1], 0, PATH, call);
            default -> socket.io().sendmsg(List.of(new byte[1]), List.of(), PATH, 0, call);
        }
        socket.descriptor().close();
    }

    private static LiveSocket socket(Libc libc, Poller poller, int family, int type) {
        int fd = libc.socket(family, type | SOCK_NONBLOCK, 0);
        Descriptor descriptor = Scripted.descriptors(libc, poller).own(fd);
        SocketKind kind = new SocketKind(family, type, 0);
        return new LiveSocket(libc, "s-1", descriptor, kind, Origin.of("socket"));
    }

    private void awaitFound() {
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
