package org.socketconsole.responder;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.ECONNREFUSED;
import static org.socketconsole.net.Errno.EHOSTUNREACH;
import static org.socketconsole.net.Errno.ENETUNREACH;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.Problems;
import org.socketconsole.filter.AddressText;
import org.socketconsole.method.ReceivedMessage;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Answers each datagram to its sender. There is no connection to be ended.
final class Datagrams extends Attendance {

    /// What others had to say of a datagram that went before.
    private static final Set<Integer> TRANSIENT =
            Set.of(EAGAIN, ECONNREFUSED, EHOSTUNREACH, ENETUNREACH);

    /// When as many answers are late, nothing more is received.
    private static final int MOST_LATE = 256;

    private final Set<Thread> late = ConcurrentHashMap.newKeySet();

    Datagrams(Attendant attendant) {
        super(attendant, Behaviour::forDatagrams);
    }

    /// Until it is dismissed, or the socket closed.
    void hold() {
        try {
            goOn();
        } finally {
            late.forEach(Thread::interrupt);
        }
    }

    @Override
    @Nullable Outcome received() {
        return attendant.calls().recvfrom();
    }

    @Override
    boolean isTransient(Problem problem) {
        return problem.errno() != null && TRANSIENT.contains(problem.errno());
    }

    /// All that is said answers a datagram.
    @Override
    void speak() {}

    @Override
    void take(@Nullable Object result) {
        if (result instanceof ReceivedMessage message) {
            attendant.responder().received(message.data().length);
            answer(answerer(), message.data(), new Sender(message.address()));
        }
    }

    /// One that is late holds up no other.
    private void answer(Answerer answerer, byte[] message, Sender sender) {
        if (behaviour().isLate()) {
            awaitRoom();
            late.add(Thread.startVirtualThread(() -> answerLate(answerer, message, sender)));
        } else {
            answerer.heard(message, sender);
        }
    }

    private void awaitRoom() {
        while (late.removeIf(thread -> !thread.isAlive()) | late.size() >= MOST_LATE) {
            attendant.await();
        }
    }

    private void answerLate(Answerer answerer, byte[] message, Sender sender) {
        try {
            answerer.heard(message, sender);
        } catch (RuntimeException failure) {
            sender.failed(Problems.of(failure).build(null, null));
        } finally {
            late.remove(Thread.currentThread());
            attendant.stir();
        }
    }

    /// Who sent one datagram.
    private final class Sender implements Peer {

        private final @Nullable Address address;

        Sender(@Nullable Address address) {
            this.address = address;
        }

        @Override
        public void send(byte[] bytes) {
            if (deliver(bytes)) {
                attendant.answered();
            }
        }

        @Override
        public void sendPiece(byte[] bytes) {
            deliver(bytes);
        }

        /// One without a name can be answered by a connected socket alone. An answer that cannot go
        /// is told, and the next may.
        private boolean deliver(byte[] bytes) {
            boolean connected = attendant.isConnected();
            if (!connected && (address == null || "".equals(address.path()))) {
                return false;
            }
            Outcome outcome =
                    connected || address == null
                            ? attendant.calls().sendall(bytes)
                            : attendant.calls().sendto(bytes, address);
            if (outcome instanceof Outcome.Failed(Problem problem)) {
                failed(problem);
                return false;
            }
            attendant.responder().replied(bytes.length);
            return true;
        }

        void failed(Problem problem) {
            if (!attendant.isOver()) {
                attendant.responder().met(problem);
            }
        }

        @Override
        public void pause(Duration time) {
            attendant.pause(time);
        }

        @Override
        public void close() {}

        @Override
        public void shutdown() {}

        @Override
        public void reset() {}

        @Override
        public void unmatched() {
            attendant.responder().unmatched();
        }

        @Override
        public String address() {
            return address == null ? "" : AddressText.of(address);
        }
    }
}
