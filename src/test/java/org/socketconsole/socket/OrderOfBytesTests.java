package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.descriptor.Flow;
import org.socketconsole.descriptor.SocketIo;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SyscallException;
import org.socketconsole.traffic.Chunk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Many calls move bytes of one stream at once, by several descriptors of it. Where each of them
/// says that its bytes are, there they are.
@SpringBootTest(properties = "console.traffic.per-socket=256MB")
class OrderOfBytesTests {

    private static final int CHUNKS = 100_000;
    private static final int AT_ONCE = 8;
    private static final Duration LONG = Duration.ofSeconds(120);

    @Autowired private SocketFactory factory;
    @Autowired private SocketRegistry registry;

    private final Queue<Piece> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Piece> received = new ConcurrentLinkedQueue<>();
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong marks = new AtomicLong();

    /// What one call said of its bytes.
    private record Piece(long offset, byte[] data) {}

    @AfterEach
    void closeAll() {
        registry.open().forEach(socket -> registry.close(socket, call("close", socket.id())));
    }

    @Test
    void chunksInTheOrderOfTheirOffsetsAreTheStreamWhoeverSentAndReceivedThem() throws Exception {
        LiveSocket listener = factory.socket(AF_INET, SOCK_STREAM, 0, null);
        listener.bind(Sockaddr.encode(new Inet4(new byte[] {127, 0, 0, 1}, 0)));
        listener.listen(1);
        LiveSocket client = factory.socket(AF_INET, SOCK_STREAM, 0, null);
        client.io().connect(listener.getsockname(), call("connect", client.id()));
        LiveSocket server = factory.accept(listener, call("accept", listener.id())).socket();
        try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = new ArrayList<>();
            List<Future<?>> receivers = new ArrayList<>();
            List<Way> out = ways(client);
            List<Way> in = ways(server);
            for (int i = 0; i < AT_ONCE; i++) {
                Way sender = out.get(i % out.size());
                Way receiver = in.get(i % in.size());
                senders.add(tasks.submit(() -> send(sender)));
                receivers.add(tasks.submit(() -> receive(receiver)));
            }
            for (Future<?> sender : senders) {
                sender.get(LONG.toSeconds(), TimeUnit.SECONDS);
            }
            client.shutdown(1);
            for (Future<?> receiver : receivers) {
                receiver.get(LONG.toSeconds(), TimeUnit.SECONDS);
            }
        }
        byte[] went = joined(sent);
        assertThat(joined(received)).isEqualTo(went);
        assertThat(kept(client.descriptor().socket().sent(), went.length)).isEqualTo(went);
        assertThat(kept(server.descriptor().socket().received(), went.length)).isEqualTo(went);
        assertThat(client.bytesSent()).isEqualTo(went.length);
        assertThat(server.bytesReceived()).isEqualTo(went.length);
        assertThat(passed.get()).isGreaterThanOrEqualTo(CHUNKS);
    }

    /// One that does not wait has no place in the queue, and comes between the pieces of one that
    /// does.
    @Test
    void aSendTellsOfBytesThatFollowEachOtherWhateverOthersSendMeanwhile() throws Exception {
        LiveSocket[] pair = factory.socketpair(AF_UNIX, SOCK_STREAM, 0).toArray(LiveSocket[]::new);
        LiveSocket sender = pair[0];
        byte[] many = new byte[8 * 1024 * 1024];
        Arrays.fill(many, (byte) 'm');
        byte[] few = {'f'};
        AtomicLong between = new AtomicLong();
        try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SocketIo.Sent> sending =
                    tasks.submit(() -> sender.io().send(many, 0, call("send", sender.id())));
            Future<?> receiving = tasks.submit(() -> receive(new Way(pair[1], pair[1].io(), 0)));
            while (!sending.isDone()) {
                sendNow(sender, few, between);
            }
            SocketIo.Sent told = sending.get();
            sender.shutdown(1);
            receiving.get(LONG.toSeconds(), TimeUnit.SECONDS);
            byte[] stream = joined(received);
            assertThat(
                            Arrays.copyOfRange(
                                    stream,
                                    (int) told.offset(),
                                    (int) (told.offset() + told.sent())))
                    .as("what it says that it has sent")
                    .containsOnly('m');
            assertThat(between.get()).as("sends that came between").isPositive();
        }
    }

    private void sendNow(LiveSocket socket, byte[] data, AtomicLong sends) {
        try {
            socket.io().send(data, MSG_DONTWAIT, call("send", socket.id()));
            sends.incrementAndGet();
        } catch (SyscallException full) {
            assertThat(full.number()).isEqualTo(EAGAIN);
        }
    }

    /// A descriptor of the stream, and how a call on it waits.
    private record Way(LiveSocket owner, SocketIo io, int flags) {}

    /// The socket, a duplicate with a time-out, one that does not block, and a file of it.
    private List<Way> ways(LiveSocket socket) {
        LiveSocket timed = factory.dup(socket);
        timed.setTimeout(Duration.ofMillis(2));
        LiveSocket polling = factory.dup(socket);
        polling.setTimeout(Duration.ZERO);
        return List.of(
                new Way(socket, socket.io(), 0),
                new Way(socket, socket.io(), MSG_DONTWAIT),
                new Way(timed, timed.io(), 0),
                new Way(polling, polling.io(), 0),
                new Way(socket, factory.duplicate(socket), 0));
    }

    private Void send(Way way) {
        while (passed.get() < CHUNKS) {
            byte[] data = marked();
            retry(
                    way,
                    () -> {
                        var done = way.io.send(data, way.flags, call("send", way.owner.id()));
                        byte[] gone = Arrays.copyOf(data, (int) done.sent());
                        passed.incrementAndGet();
                        sent.add(new Piece(done.offset(), gone));
                        return true;
                    });
        }
        return null;
    }

    /// Between 8 and 160 bytes that no other send has.
    private byte[] marked() {
        long mark = marks.getAndIncrement();
        int longs = 1 + ThreadLocalRandom.current().nextInt(20);
        var data = ByteBuffer.allocate(Long.BYTES * longs);
        for (int i = 0; i < longs; i++) {
            data.putLong(mark << 8 | i);
        }
        return data.array();
    }

    private Void receive(Way way) {
        while (retry(
                way,
                () -> {
                    int size = 1 + ThreadLocalRandom.current().nextInt(200);
                    var chunk = way.io.recv(size, way.flags, call("recv", way.owner.id()));
                    byte[] data = chunk.received().data();
                    if (data.length > 0) {
                        passed.incrementAndGet();
                        received.add(new Piece(chunk.offset(), data));
                    }
                    return data.length > 0;
                })) {}
        return null;
    }

    /// Again while the way of waiting gives up.
    private static boolean retry(Way way, BooleanSupplier call) {
        while (true) {
            try {
                return way.owner.inside("test", call::getAsBoolean);
            } catch (TimedOutException end) {
                Thread.yield();
            } catch (SyscallException end) {
                assertThat(end.number()).isEqualTo(EAGAIN);
                Thread.yield();
            }
        }
    }

    private static byte[] joined(Queue<Piece> pieces) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        pieces.stream()
                .sorted(Comparator.comparingLong(Piece::offset))
                .forEach(
                        piece -> {
                            assertThat(piece.offset).isEqualTo(stream.size());
                            stream.writeBytes(piece.data);
                        });
        return stream.toByteArray();
    }

    private static byte[] kept(Flow flow, int size) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        while (stream.size() < size) {
            Chunk chunk = flow.at(stream.size());
            assertThat(chunk.offset()).isEqualTo(stream.size());
            stream.writeBytes(chunk.data());
        }
        return stream.toByteArray();
    }

    private static Call call(String name, String socketId) {
        return Call.begin(name, socketId, Caller.CLIENT, LONG, false);
    }
}
