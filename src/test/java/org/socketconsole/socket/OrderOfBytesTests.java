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
import org.socketconsole.descriptor.SocketIo;
import org.socketconsole.file.OpenFile;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SyscallException;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Chunk.Direction;
import org.socketconsole.traffic.TrafficStore;
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
/// says that its bytes are, there they are; those of a file, which says nothing, fill the rest.
@SpringBootTest(properties = "console.traffic.per-socket=256MB")
class OrderOfBytesTests {

    private static final int CHUNKS = 100_000;
    private static final int AT_ONCE = 7;
    private static final Duration LONG = Duration.ofSeconds(120);

    @Autowired private SocketFactory factory;
    @Autowired private SocketRegistry registry;
    @Autowired private TrafficStore traffic;

    private final Queue<Piece> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Piece> received = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
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
        long start = traffic.last();
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
            senders.add(tasks.submit(() -> write(client)));
            receivers.add(tasks.submit(() -> read(server)));
            for (int i = 0; i < AT_ONCE; i++) {
                Way sender = out.get(i % out.size());
                Way receiver = in.get(i % in.size());
                senders.add(tasks.submit(() -> send(sender)));
                receivers.add(tasks.submit(() -> receive(receiver)));
            }
            try {
                for (Future<?> sender : senders) {
                    sender.get(LONG.toSeconds(), TimeUnit.SECONDS);
                }
            } finally {
                client.shutdown(1);
            }
            for (Future<?> receiver : receivers) {
                receiver.get(LONG.toSeconds(), TimeUnit.SECONDS);
            }
        }
        byte[] went = joined(sent, written);
        assertThat(joined(received, read)).isEqualTo(went);
        assertThat(kept(start, Direction.SENT)).isEqualTo(went);
        assertThat(kept(start, Direction.RECEIVED)).isEqualTo(went);
        assertThat(client.bytesSent()).isEqualTo(went.length);
        assertThat(server.bytesReceived()).isEqualTo(went.length);
        assertThat(passed.get()).as("sends").isGreaterThanOrEqualTo(CHUNKS);
        assertThat(written.size()).as("bytes written to the file").isPositive();
        assertThat(read.size()).as("bytes read from the file").isPositive();
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
            Future<?> receiving = tasks.submit(() -> receive(way(pair[1])));
            while (!sending.isDone()) {
                sendNow(sender, few, between);
            }
            SocketIo.Sent told = sending.get();
            sender.shutdown(1);
            receiving.get(LONG.toSeconds(), TimeUnit.SECONDS);
            byte[] stream = joined(received, new ByteArrayOutputStream());
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
    private record Way(LiveSocket owner, int flags) {
        SocketIo io() {
            return owner.io();
        }
    }

    private static Way way(LiveSocket owner) {
        return new Way(owner, 0);
    }

    /// The socket, a duplicate with a time-out, one that does not block, and one by its number.
    private List<Way> ways(LiveSocket socket) {
        LiveSocket timed = factory.dup(socket);
        timed.setTimeout(Duration.ofMillis(2));
        LiveSocket polling = factory.dup(socket);
        polling.setTimeout(Duration.ZERO);
        return List.of(
                way(socket),
                new Way(socket, MSG_DONTWAIT),
                way(timed),
                way(polling),
                way(factory.fromfd(socket.fd(), AF_INET, SOCK_STREAM)));
    }

    private Void send(Way way) {
        while (passed.get() < CHUNKS) {
            byte[] data = marked();
            retry(
                    way,
                    () -> {
                        var done = way.io().send(data, way.flags, call("send", way.owner.id()));
                        byte[] gone = Arrays.copyOf(data, (int) done.sent());
                        passed.incrementAndGet();
                        sent.add(new Piece(done.offset(), gone));
                        return true;
                    });
        }
        return null;
    }

    private Void write(LiveSocket socket) {
        OpenFile file = OpenFile.of(socket, factory.duplicate(socket));
        while (passed.get() < CHUNKS) {
            byte[] data = marked();
            file.write(data, call("file.write", socket.id()));
            written.writeBytes(data);
        }
        file.close(call("file.close", socket.id()));
        return null;
    }

    private Void read(LiveSocket socket) {
        OpenFile file = OpenFile.of(socket, factory.duplicate(socket));
        for (byte[] data; (data = file.read(100, call("file.read", socket.id()))).length > 0; ) {
            read.writeBytes(data);
        }
        file.close(call("file.close", socket.id()));
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
                    var chunk = way.io().recv(size, way.flags, call("recv", way.owner.id()));
                    byte[] data = chunk.received().data();
                    if (data.length > 0) {
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

    /// The stream, of which the rest stands between the pieces.
    private static byte[] joined(Queue<Piece> pieces, ByteArrayOutputStream rest) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ByteBuffer between = ByteBuffer.wrap(rest.toByteArray());
        pieces.stream()
                .sorted(Comparator.comparingLong(Piece::offset))
                .forEach(
                        piece -> {
                            stream.writeBytes(next(between, piece.offset - stream.size()));
                            stream.writeBytes(piece.data);
                        });
        stream.writeBytes(next(between, between.remaining()));
        return stream.toByteArray();
    }

    private static byte[] next(ByteBuffer bytes, long size) {
        assertThat(size).as("bytes that no call told of").isBetween(0L, (long) bytes.remaining());
        byte[] next = new byte[(int) size];
        bytes.get(next);
        return next;
    }

    private byte[] kept(long after, Direction direction) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        traffic.after(after, null)
                .filter(chunk -> chunk.direction() == direction)
                .sorted(Comparator.comparingLong(Chunk::offset))
                .forEach(
                        chunk -> {
                            assertThat(chunk.offset()).isEqualTo(stream.size());
                            stream.writeBytes(chunk.data());
                        });
        return stream.toByteArray();
    }

    private static Call call(String name, String socketId) {
        return Call.begin(name, socketId, Caller.CLIENT, LONG, false);
    }
}
