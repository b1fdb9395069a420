package org.socketconsole.responder;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.QuotaException;
import org.socketconsole.call.ErrorKind;
import org.socketconsole.call.RawBytes;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.Problems;
import org.socketconsole.libc.Libc;
import org.socketconsole.method.Sent;
import org.socketconsole.net.SyscallException;

import java.time.Duration;
import java.util.Arrays;

/// Answers on one connection: one message after the other, and nothing is read before the answer to
/// what came has gone. So a peer that does not read is not read from.
final class Conversation extends Attendance implements Peer {

    private static final Duration LONGEST_UNACKNOWLEDGED = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(1);
    private static final byte[] NOTHING = {};

    /// The most messages of one receive that are answered on the poller's thread.
    private static final int MOST_AT_ONCE = 16;

    private final String address;
    private final Unfinished unfinished;
    private Framer framer;
    private boolean shut;
    private boolean undelayed;
    private boolean over;

    /// On the poller's thread.
    private boolean atOnce;

    /// The last receive gave as much as it could.
    private boolean filled;

    /// What is left to be done by the thread that may wait.
    private @Nullable Runnable left;

    Conversation(Attendant attendant, String address, Unfinished unfinished) {
        super(attendant, Behaviour::forStream);
        this.address = address;
        this.unfinished = unfinished;
        this.framer = framer(NOTHING);
    }

    /// Until one of the two ends it.
    void hold() {
        try {
            answerer().opened(this);
            attendant.actsAtOnce(this::actAtOnce);
            goOn();
        } catch (EndedException _) {
            drop();
        } catch (SyscallException | QuotaException wrong) {
            refuse(wrong);
        } finally {
            attendant.actsNoMoreAtOnce();
            framer.leave();
        }
    }

    /// Answers what came on the poller's thread; answers whether nothing is left.
    private boolean actAtOnce() {
        atOnce = isStream() && left == null;
        try {
            return atOnce && behaviour().receive() && answerAtOnce();
        } catch (RuntimeException | Error wrong) {
            left =
                    () -> {
                        throw wrong;
                    };
            return false;
        } finally {
            atOnce = false;
        }
    }

    /// A receive from TCP that gave less than it could has taken all; what comes then is an event.
    private boolean answerAtOnce() {
        filled = false;
        receive();
        return left == null && !filled && (isTcp() || !attendant.isReadable());
    }

    /// On the poller's thread it is left to the one that may wait.
    private void waiting(Runnable work) {
        if (atOnce) {
            left = work;
        } else {
            work.run();
        }
    }

    @Override
    void finish() {
        Runnable work = left;
        if (work != null) {
            left = null;
            work.run();
            renew();
            answer();
        }
    }

    @Override
    boolean goesOn() {
        return !over && super.goesOn();
    }

    @Override
    void renewed() {
        framer.leave();
        framer = framer(framer.rest());
    }

    /// What keeps messages apart needs no framing.
    private Framer framer(byte[] rest) {
        Framing framing = isStream() ? behaviour().cuts() : Behaviour.CHUNK;
        return new Framer(framing, rest, unfinished);
    }

    private boolean isStream() {
        return attendant.socket().kind().isStream();
    }

    @Override
    @Nullable Outcome received() {
        return isStream() ? attendant.calls().recv() : attendant.calls().recvMessage();
    }

    @Override
    void speak() {
        answerer().speak(this);
    }

    @Override
    void take(@Nullable Object result) {
        byte[] data = result instanceof RawBytes raw ? raw.data() : NOTHING;
        if (data.length > 0) {
            take(data);
        } else {
            waiting(this::takeNothing);
        }
    }

    /// The end of a stream, and of messages unless the peer is still there: then it is one that is
    /// empty.
    private void takeNothing() {
        if (isStream() || attendant.isEnded()) {
            end();
        } else {
            answerer().heard(NOTHING, this);
        }
    }

    private void take(byte[] data) {
        filled = data.length == ResponderCalls.STREAM;
        attendant.responder().received(data.length);
        framer.add(data);
        answer();
    }

    private void answer() {
        int heard = 0;
        while (goesOn() && left == null && framer.next() instanceof byte[] message) {
            hear(message, heard++ < MOST_AT_ONCE);
            renew();
            attendant.giveWay();
        }
    }

    private void hear(byte[] message, boolean isFew) {
        Answerer now = answerer();
        if (isFew && now.isPrompt(message)) {
            now.heard(message, this);
        } else {
            waiting(() -> now.heard(message, this));
        }
    }

    private void end() {
        answerer().ended(framer.hasRest(), this);
        drop();
    }

    /// What the peer said can be no message, or there is no room for it.
    private void refuse(RuntimeException wrong) {
        if (goesOn()) {
            attendant.responder().met(Problems.of(wrong).build(null, null));
            drop();
        }
    }

    @Override
    public void send(byte[] bytes) {
        if (shut || attendant.isOver()) {
            return;
        }
        int sent = bytes.length > ResponderCalls.STREAM ? 0 : sendAtOnce(bytes);
        if (sent < bytes.length) {
            waiting(() -> sendFrom(sent, bytes));
        } else {
            attendant.answered();
        }
    }

    /// Answers how much the kernel took.
    private int sendAtOnce(byte[] bytes) {
        Outcome outcome = bytes.length == 0 ? null : attendant.calls().send(bytes);
        if (outcome instanceof Outcome.Returned(_, Sent(long sent, _))) {
            attendant.responder().replied(sent);
            return (int) sent;
        }
        if (outcome != null) {
            Attendant.require(outcome);
        }
        return 0;
    }

    private void sendFrom(int start, byte[] bytes) {
        int held = bytes.length > ResponderCalls.STREAM ? bytes.length : 0;
        unfinished.change(0, held);
        try {
            deliver(bytes, start);
        } finally {
            unfinished.change(held, 0);
        }
        attendant.answered();
    }

    /// What the socket's own mode ends is gone on with.
    private void deliver(byte[] bytes, int start) {
        for (int sent = start; sent < bytes.length; ) {
            byte[] rest = sent == 0 ? bytes : Arrays.copyOfRange(bytes, sent, bytes.length);
            long went = went(attendant.calls().sendall(rest), rest.length);
            attendant.responder().replied(went);
            sent += (int) went;
        }
    }

    private long went(Outcome outcome, int size) {
        if (!(outcome instanceof Outcome.Failed(Problem problem))) {
            return size;
        }
        if (!isTransient(problem)) {
            throw new EndedException(problem);
        }
        awaitRoom();
        return problem.sent() == null ? 0 : problem.sent();
    }

    /// What else stirs it meanwhile is looked at later.
    private void awaitRoom() {
        while (!attendant.isOver() && !attendant.isWritable()) {
            attendant.await();
        }
        attendant.stir();
    }

    @Override
    boolean isTransient(Problem problem) {
        return problem.kind() == ErrorKind.TIMEOUT || problem.isErrno(EAGAIN);
    }

    @Override
    public void sendPiece(byte[] bytes) {
        if (shut) {
            return;
        }
        if (!undelayed && isInet()) {
            undelayed = true;
            attendant.calls().nodelay();
        }
        deliver(bytes, 0);
    }

    /// The peer sees the end at once. A close while something is unread would be a reset to it, by
    /// which it may lose the reply: what it still says is taken until it ends, too.
    @Override
    public void close() {
        if (goesOn() && isStream() && isInet()) {
            shutdown();
            listenToTheEnd();
        }
        drop();
    }

    /// For a second, more and more seldom.
    private void listenToTheEnd() {
        Duration look = LOOK;
        while (goesOn() && mayStillSpeak() && look.compareTo(LONGEST_UNACKNOWLEDGED) < 0) {
            pause(look);
            look = look.multipliedBy(2);
        }
    }

    private boolean mayStillSpeak() {
        return switch (attendant.calls().recv()) {
            case null -> true;
            case Outcome.Returned returned ->
                    returned.result() instanceof RawBytes raw && raw.data().length > 0;
            case Outcome.Failed(Problem problem) -> isTransient(problem);
            default -> false;
        };
    }

    private void drop() {
        if (goesOn()) {
            attendant.calls().close();
        }
        over = true;
    }

    @Override
    public void shutdown() {
        if (!shut) {
            Attendant.require(attendant.calls().shutdown());
        }
        shut = true;
    }

    @Override
    public void reset() {
        if (isInet()) {
            awaitAcknowledged();
            Attendant.require(attendant.calls().lingerForNothing());
        }
        drop();
    }

    /// Until the peer's kernel has all, of which nothing tells.
    private void awaitAcknowledged() {
        long end = System.nanoTime() + LONGEST_UNACKNOWLEDGED.toNanos();
        while (unacknowledged() > 0 && System.nanoTime() < end) {
            pause(LOOK);
        }
    }

    private int unacknowledged() {
        return attendant.socket().inside("ioctl", () -> attendant.socket().ioctl(Libc.SIOCOUTQ));
    }

    private boolean isTcp() {
        return attendant.socket().descriptor().transport().isTcpStream();
    }

    private boolean isInet() {
        int family = attendant.socket().kind().family();
        return family == AF_INET || family == AF_INET6;
    }

    @Override
    public void pause(Duration time) {
        attendant.pause(time);
    }

    @Override
    public void unmatched() {
        attendant.responder().unmatched();
    }

    @Override
    public String address() {
        return address;
    }
}
