package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.ECANCELED;
import static org.socketconsole.net.SocketConstants.MSG_PEEK;

import org.socketconsole.call.BodyReader;
import org.socketconsole.call.BodyWriter;
import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.descriptor.Flow.Mover;
import org.socketconsole.descriptor.Flow.Taken;
import org.socketconsole.descriptor.Sending.Outgoing;
import org.socketconsole.libc.Octets;
import org.socketconsole.net.SyscallException;

import java.io.IOException;
import java.util.Objects;

/// A socket's bytes in bulk, between the kernel and a client who reads or writes at his own pace:
/// of each piece the one waits for the other, so that no more than one is under way. It waits as in
/// blocking mode, whatever the socket's time-out is, until the stream ends, the client leaves, or
/// the call is cancelled or the socket closed. One of these is of one call.
public final class ByteStream {

    private static final byte[] NOBODY = {};

    private final Wire wire;
    private final Mover mover;
    private final Call call;
    private final Patience patience;
    private long moved;

    ByteStream(Wire wire, Mover mover, Call call) {
        this.wire = wire;
        this.mover = mover;
        this.call = call;
        this.patience = Patience.of(null, call);
    }

    /// Receives until the end of the stream.
    public void receive(BodyWriter client) {
        if (client.isAsking()) {
            requireConnected();
        } else {
            client.whenLeft(call.operation()::cancel);
            whileOpen(() -> receiveAll(client));
        }
    }

    /// Sends what the client does, and answers how many bytes that were; an error says how many had
    /// gone.
    public long send(BodyReader client) {
        try {
            whileOpen(() -> sendAll(client));
        } catch (TimedOutException end) {
            throw moved == 0 ? end : end.afterSending(moved);
        } catch (SyscallException end) {
            throw moved == 0 ? end : new SyscallException(call.name(), end.number(), moved);
        }
        return moved;
    }

    /// Fails as a receive would before it waits, and takes nothing.
    private void requireConnected() {
        Taken peeked = new Receiving(wire, mover, 0, MSG_PEEK, null, patience).receiveNow(1);
        if (peeked != null) {
            peeked.received().octets().release();
        }
    }

    private void receiveAll(BodyWriter client) throws IOException, InterruptedException {
        Receiving receiving = new Receiving(wire, mover, 0, 0, null, patience);
        try {
            for (Octets piece; (piece = next(receiving, client)).size() > 0; ) {
                client.write(piece);
                moved += piece.size();
                piece.release();
                patience.progress(moved);
            }
        } catch (SyscallException | TimedOutException end) {
            if (moved > 0) {
                client.flush();
            }
            throw end;
        }
        client.flush();
    }

    /// The client has all that came before the wait for more begins. The head of an answer to which
    /// nothing has come yet is held back where the wait has an end, which is then a problem.
    private Octets next(Receiving receiving, BodyWriter client)
            throws IOException, InterruptedException {
        goOn();
        Taken taken = receiving.receiveNow(BodyReader.PIECE);
        if (taken == null) {
            if (moved > 0 || call.isEndless()) {
                client.flush();
            }
            taken = receiving.receive(BodyReader.PIECE);
        }
        return taken.received().octets();
    }

    private void sendAll(BodyReader client) throws IOException, InterruptedException {
        goOn();
        for (Octets piece; (piece = client.next()).size() > 0; ) {
            goOn();
            send(piece);
            piece.release();
        }
    }

    private void send(Octets piece) {
        patience.goesOnAfter(moved);
        Outgoing outgoing = new Outgoing(piece, 0, null, NOBODY, null);
        try {
            new Sending(wire, mover, patience, outgoing).all();
            moved += piece.size();
        } catch (TimedOutException end) {
            moved += Objects.requireNonNullElse(end.sent(), 0L);
            throw end;
        } catch (SyscallException end) {
            moved += Objects.requireNonNullElse(end.sent(), 0L);
            throw end;
        }
    }

    /// What is always ready never waits, and would see neither a close nor a cancel.
    private void goOn() {
        wire.descriptor().requireOpen(call.name());
        patience.remaining();
    }

    /// A close wakes only those who wait for the kernel: who waits for a client is cancelled.
    private void whileOpen(Body body) {
        Runnable whenClosed = this::cancelWhenClosed;
        wire.descriptor().onlook(whenClosed);
        try {
            body.run();
        } catch (InterruptedException cancelled) {
            throw ended(patience.interrupted());
        } catch (IOException left) {
            throw ended(new SyscallException(call.name(), ECANCELED));
        } catch (SyscallException failure) {
            throw ended(failure);
        } finally {
            wire.descriptor().lookAway(whenClosed);
        }
    }

    private void cancelWhenClosed() {
        if (wire.descriptor().isClosed()) {
            call.operation().cancel();
        }
    }

    private SyscallException ended(SyscallException failure) {
        wire.descriptor().requireOpen(call.name());
        return failure;
    }

    @FunctionalInterface
    private interface Body {
        void run() throws IOException, InterruptedException;
    }
}
