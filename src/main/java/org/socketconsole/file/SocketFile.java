package org.socketconsole.file;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.EBADF;
import static org.socketconsole.net.Errno.ECANCELED;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Payload;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.descriptor.SocketIo;
import org.socketconsole.net.SyscallException;
import org.socketconsole.socket.LiveSocket;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// One open file over its own descriptor of a socket. Reads queue with reads and writes with
/// writes.
final class SocketFile {

    private final String id;
    private final LiveSocket socket;
    private final SocketIo io;
    private final OpenMode mode;
    private final FileInput input;
    private final FileOutput output;
    private final @Nullable TextEncoder encoder;
    private final Turn reading = new Turn();
    private final Turn writing = new Turn();

    /// As in CPython, whose stream is no longer to be trusted after it: not even what had come
    /// before it is read.
    private volatile boolean timedOut;

    SocketFile(String id, LiveSocket socket, SocketIo io, OpenMode mode) {
        this.id = id;
        this.socket = socket;
        this.io = io;
        this.mode = mode;
        this.input = mode.input();
        this.output = mode.output();
        this.encoder =
                mode.encoding() == null ? null : new TextEncoder(mode.encoding(), mode.newline());
    }

    String id() {
        return id;
    }

    LiveSocket socket() {
        return socket;
    }

    OpenMode mode() {
        return mode;
    }

    int fd() {
        return io.descriptor().fd();
    }

    boolean isClosed() {
        return io.descriptor().isClosed();
    }

    Piece read(int size, Call call) {
        return reading(call, source -> input.read(size, source));
    }

    Piece readline(int size, Call call) {
        return reading(call, source -> input.readline(size, source));
    }

    List<Piece> readlines(int hint, Call call) {
        return reading(call, source -> input.readlines(hint, source));
    }

    /// Answers how many bytes of the payload were taken: all, but for an unbuffered file.
    long write(Payload payload, Call call) {
        requireMode(mode.writes(), "writing");
        int length = payload.bytes().length;
        return inside(
                writing,
                call,
                () ->
                        mode.isUnbuffered()
                                ? send(payload.bytes(), call)
                                : buffer(encoded(payload), length, call));
    }

    /// A file that only reads has nothing to flush.
    void flush(Call call) {
        inside(
                writing,
                call,
                () -> {
                    output.flush(data -> send(data, call));
                    return output;
                });
    }

    /// Flushes, and closes whatever becomes of that; what could not go is lost then.
    void close(Call call) {
        boolean closed;
        try {
            flush(call);
        } catch (TimedOutException unsent) {
            throw TimedOutException.ofClose(output.size());
        } finally {
            closed = io.descriptor().close();
        }
        if (!closed) {
            throw new SyscallException(call.name(), EBADF);
        }
        io.descriptor().awaitClose(call);
    }

    private <T> T reading(Call call, Function<Source, T> body) {
        requireMode(mode.reads(), "reading");
        return inside(
                reading,
                call,
                () -> {
                    requireNoTimeout();
                    return body.apply(size -> receive(size, call));
                });
    }

    private void requireNoTimeout() {
        if (timedOut) {
            throw TimedOutException.ofEarlierRead(socket.id());
        }
    }

    /// CPython's `io.UnsupportedOperation`, which has no errno.
    private void requireMode(boolean fits, String purpose) {
        if (!fits) {
            throw new InvalidArgumentException(
                    "mode", "is `" + mode.mode() + "`: the file is not open for " + purpose);
        }
    }

    /// The descriptor is entered when the call's turn has come, since it may be closed before.
    private <T> T inside(Turn turn, Call call, Supplier<T> body) {
        Duration timeout = socket.timeout();
        return turn.take(
                call,
                timeout == null || timeout.isPositive(),
                () -> {
                    io.descriptor().enter(call.name());
                    try {
                        return body.get();
                    } finally {
                        io.descriptor().leave();
                    }
                });
    }

    /// As in CPython each call of the kernel may take the socket's whole time-out. The request's
    /// limit counts for all of them together.
    private byte[] receive(int size, Call call) {
        try {
            return io.recv(size, 0, call.step()).received().data();
        } catch (TimedOutException end) {
            timedOut |= !end.retry();
            throw end;
        }
    }

    private int send(byte[] data, Call call) {
        return (int) io.send(data, 0, call.step()).sent();
    }

    private byte[] encoded(Payload payload) {
        String text = payload.text();
        if (encoder == null) {
            return payload.bytes();
        }
        return text == null ? encoder.encode(payload.bytes()) : encoder.encode(text);
    }

    /// While the buffer finds no room nothing was taken. Afterwards all of it is, and an error says
    /// so in its `sent`.
    private long buffer(byte[] data, int length, Call call) {
        Sink sink = part -> send(part, call);
        output.makeRoom(data.length, sink);
        output.add(data);
        try {
            drain(data, sink);
        } catch (TimedOutException end) {
            throw end.afterSending(length);
        } catch (SyscallException end) {
            throw new SyscallException(call.name(), end.number(), taken(end, length));
        }
        return length;
    }

    private void drain(byte[] data, Sink sink) {
        if (mode.isLineBuffered() && encoder != null && encoder.hasLineEnd(data)) {
            output.flush(sink);
        } else {
            output.drain(sink);
        }
    }

    /// What can never go, such as a message that is too long, must not stop all that is written
    /// later.
    private long taken(SyscallException end, int length) {
        if (end.number() == EAGAIN || end.number() == ECANCELED) {
            return length;
        }
        long gone = Math.max(0, length - output.size());
        output.discard();
        return gone;
    }
}
