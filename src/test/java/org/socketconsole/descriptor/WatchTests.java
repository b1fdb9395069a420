package org.socketconsole.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.MSG_NOSIGNAL;
import static org.socketconsole.net.SocketConstants.SOCK_NONBLOCK;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Octets;
import org.socketconsole.libc.Poller;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress.Inet4;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The poller is woken for those who wait, and not for each message.
class WatchTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Libc libc = Libc.host();
    private final Poller poller = new Poller(libc);
    private final AtomicInteger glances = new AtomicInteger();
    private Descriptor sender;
    private Descriptor receiver;

    @BeforeEach
    void open() {
        int[] pair = new int[2];
        libc.socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair);
        DescriptorFactory descriptors = Scripted.descriptors(libc, poller);
        sender = descriptors.own(pair[0]);
        receiver = descriptors.own(pair[1]);
        receiver.onlook(glances::incrementAndGet);
    }

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
        poller.close();
    }

    @Test
    void anOnlookerIsToldOnceUntilItHasLooked() {
        for (int message = 0; message < 100; message++) {
            send();
            awaitThePoller();
        }
        assertThat(glances).hasValueBetween(1, 2);
        int before = glances.get();
        receiver.rouse();
        awaitThePoller();
        assertThat(glances).as("what came meanwhile").hasValue(before + 1);
        receiver.rouse();
        awaitThePoller();
        assertThat(glances).as("nothing new").hasValue(before + 1);
        send();
        awaitThePoller();
        assertThat(glances).hasValue(before + 2);
    }

    @Test
    void anObserverIsToldOfEachMessage() {
        AtomicInteger told = new AtomicInteger();
        send();
        awaitThePoller();
        receiver.observe(events -> told.incrementAndGet());
        for (int message = 1; message <= 10; message++) {
            int before = told.get();
            send();
            await().atMost(LONG).until(() -> told.get() > before);
        }
    }

    @Test
    void anotherPollerTellsOfEachMessageAndOfTheCloseWhileThisOneRests() {
        AtomicInteger told = new AtomicInteger();
        try (Poller other = new Poller(libc)) {
            receiver.watch(other, events -> told.incrementAndGet());
            send();
            awaitThePoller();
            int seen = glances.get();
            for (int message = 1; message <= 10; message++) {
                int before = told.get();
                send();
                await().atMost(LONG).until(() -> told.get() > before);
            }
            assertThat(glances).hasValueBetween(seen, seen + 1);
            int before = told.get();
            receiver.close();
            assertThat(told).hasValue(before + 1);
        }
    }

    @Test
    void whoWatchesNoMoreIsToldOfNothing() {
        AtomicInteger told = new AtomicInteger();
        try (Poller other = new Poller(libc)) {
            Watch watch = receiver.watch(other, events -> told.incrementAndGet());
            send();
            await().atMost(LONG).until(() -> told.get() > 0);
            receiver.unwatch(watch);
            int before = told.get();
            send();
            receiver.close();
            assertThat(told).hasValue(before);
        }
    }

    @Test
    void theCloseIsToldWhileItRests() {
        send();
        awaitThePoller();
        send();
        awaitThePoller();
        int before = glances.get();
        receiver.close();
        assertThat(glances).hasValue(before + 1);
    }

    @Test
    void thePeersEndIsToldWhileItRests() {
        send();
        awaitThePoller();
        send();
        awaitThePoller();
        int before = glances.get();
        sender.close();
        await().atMost(LONG).until(() -> glances.get() > before);
    }

    /// A TCP socket without a peer is at its end all the time, as epoll has it.
    @Test
    void anEndThatLastsIsToldAFewTimes() {
        int fd = libc.socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        Descriptor unconnected = Scripted.descriptors(libc, poller).own(fd);
        AtomicInteger told = new AtomicInteger();
        unconnected.onlook(told::incrementAndGet);
        byte[] refusing = Sockaddr.encode(new Inet4(new byte[] {127, 0, 0, 1}, 1));
        libc.connect(fd, refusing);
        await().atMost(LONG).until(() -> told.get() > 0);
        for (int round = 0; round < 100; round++) {
            awaitThePoller();
        }
        unconnected.close();
        assertThat(told).hasValueBetween(2, 5);
    }

    @Test
    void aCallThatBeginsToWaitWhileItRestsIsToldOfTheNextMessage() throws Exception {
        SocketIo io = new SocketIo(libc, receiver, "s-1", () -> null);
        for (int round = 0; round < 20; round++) {
            send();
            awaitThePoller();
            assertThat(receive(io, 1)).isEqualTo(1);
            CompletableFuture<Long> received = new CompletableFuture<>();
            Thread.startVirtualThread(() -> received.complete(receive(io, 1)));
            await().pollInterval(Duration.ofMillis(1)).until(receiver.input::isAwaited);
            send();
            assertThat(received.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    /// Each message may find the receiver before, in or after its wait, and the watch at rest or
    /// not.
    @Test
    void noMessageIsMissedByACallThatWaits() throws Exception {
        int messages = 50_000;
        SocketIo io = new SocketIo(libc, receiver, "s-1", () -> null);
        CompletableFuture<Long> slowest = new CompletableFuture<>();
        Thread.startVirtualThread(() -> slowest.complete(receive(io, messages)));
        for (int message = 0; message < messages; message++) {
            send();
            if (message % 7 == 0) {
                Thread.yield();
            }
        }
        assertThat(slowest.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(messages);
    }

    /// A wait that nothing ends would end with the call's time, and so the test.
    private static long receive(SocketIo io, long bytes) {
        long received = 0;
        while (received < bytes) {
            Call call = Call.begin("recv", "s-1", Caller.CLIENT, LONG, false);
            received += io.recv(3, 0, call).received().size();
        }
        return received;
    }

    private void send() {
        Octets one = Octets.of(new byte[1]);
        while (libc.send(sender.fd(), one, MSG_NOSIGNAL) < 0) {
            Thread.onSpinWait();
        }
    }

    /// It has told of all that was ready before.
    private void awaitThePoller() {
        int[] other = new int[2];
        libc.socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, other);
        AtomicInteger told = new AtomicInteger();
        long key = poller.add(other[0], events -> told.incrementAndGet());
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> told.get() > 0);
        poller.remove(other[0], key);
        libc.close(other[0]);
        libc.close(other[1]);
    }
}
