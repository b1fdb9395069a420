package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.junit.jupiter.api.Test;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.event.Hub;
import org.socketconsole.libc.Libc;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

@SpringBootTest
class SocketChangesTests {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Autowired private SocketFactory factory;
    @Autowired private SocketRegistry registry;
    @Autowired private SocketViews real;

    private final Hub hub = new Hub();
    private final CountDownLatch looked = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);

    @Test
    void whatIsToldLastOfASocketIsHowItIs() throws Exception {
        LiveSocket known = factory.socket(AF_UNIX, SOCK_STREAM, 0, null);
        LiveSocket socket = unknownToThePoller(known);
        socket.setLabel("before");
        SocketChanges changes = new SocketChanges(hub, slowAtFirst());
        Thread first = Thread.ofPlatform().start(() -> changes.note(socket));
        looked.await();
        socket.setLabel("after");
        Thread second = Thread.ofPlatform().start(() -> changes.note(socket));
        await().atMost(LONG).until(() -> isHeldUpOrOver(second));
        goesOn.countDown();
        first.join();
        second.join();
        registry.close(known, Call.begin("close", known.id(), Caller.CLIENT, LONG, false));
        SocketView last = (SocketView) hub.after(0, 10).events().getLast().body();
        assertThat(last.label()).isEqualTo("after");
    }

    @Test
    void whatHappensInAMomentIsLookedAtOnce() {
        LiveSocket known = factory.socket(AF_UNIX, SOCK_STREAM, 0, null);
        LiveSocket socket = unknownToThePoller(known);
        AtomicInteger looks = new AtomicInteger();
        SocketChanges changes = new SocketChanges(hub, counted(looks));
        IntStream.range(0, 1000).forEach(call -> changes.noteSoon(socket));
        changes.begin();
        await().atMost(LONG).until(() -> looks.get() == 1);
        socket.setLabel("later");
        changes.noteSoon(socket);
        await().atMost(LONG).until(() -> looks.get() == 2 && hub.last() == 1);
        changes.end();
        registry.close(known, Call.begin("close", known.id(), Caller.CLIENT, LONG, false));
    }

    /// The same, but the changes of the server's own do not look at it.
    private LiveSocket unknownToThePoller(LiveSocket known) {
        LiveSocket socket =
                new LiveSocket(
                        Libc.host(), known.id(), known.descriptor(), known.kind(), known.origin());
        socket.isNews(real.of(socket).withoutCounts());
        return socket;
    }

    private SocketViews counted(AtomicInteger looks) {
        SocketViews views = mock(SocketViews.class);
        when(views.of(any()))
                .thenAnswer(
                        call -> {
                            looks.incrementAndGet();
                            return real.of(call.getArgument(0));
                        });
        return views;
    }

    private static boolean isHeldUpOrOver(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED
                || thread.getState() == Thread.State.TERMINATED;
    }

    /// The first look is over long before it is told of.
    private SocketViews slowAtFirst() {
        AtomicBoolean first = new AtomicBoolean(true);
        SocketViews views = mock(SocketViews.class);
        when(views.of(any()))
                .thenAnswer(
                        call -> {
                            SocketView view = real.of(call.getArgument(0));
                            if (first.getAndSet(false)) {
                                looked.countDown();
                                goesOn.await();
                            }
                            return view;
                        });
        return views;
    }
}
