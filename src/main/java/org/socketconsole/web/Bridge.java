package org.socketconsole.web;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.socketconsole.access.Strangers.Stranger;
import org.socketconsole.call.BodyReader;
import org.socketconsole.dispatch.CallArguments;
import org.socketconsole.dispatch.InternalCalls;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A WebSocket whose binary frames are a socket's bytes, both ways. Each direction is a call of its
/// own, and ends by itself; when both are over, so is the WebSocket.
///
/// A frame is read when the piece before it is on its way to the kernel, so that a peer who is slow
/// slows the client down. While one is held back so, nothing of the client is seen, not even that
/// he leaves. Jetty looks for its methods in a public class.
public final class Bridge implements Session.Listener {

    static final String RECEIVE = "receive_stream";

    private static final int LARGEST_TEXT = 64 * 1024;

    /// That the client has no more to send is told to the peer.
    private static final CallArguments.Written SHUTDOWN =
            new CallArguments.Written("{\"shutdown\": true}");

    /// How long a client may take to answer the end.
    static final Duration END = Duration.ofSeconds(10);

    private final InternalCalls.OnTarget calls;
    private final @Nullable Function<Runnable, Stranger> arrival;
    private final LongTalk talk = new LongTalk();
    private final TextPieces text = new TextPieces();
    private final AtomicInteger open = new AtomicInteger(2);
    private volatile @Nullable Stranger stranger;
    private volatile boolean gone;
    private @Nullable Session session;
    private @Nullable FrameReader reader;
    private @Nullable FrameWriter writer;

    /// @param arrival makes it a stranger until it shows the token; null where it has
    Bridge(InternalCalls.OnTarget calls, @Nullable Function<Runnable, Stranger> arrival) {
        this.calls = calls;
        this.arrival = arrival;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        opened.setIdleTimeout(Duration.ZERO);
        opened.setInputBufferSize(BodyReader.PIECE);
        reader = new FrameReader(opened);
        writer = new FrameWriter(opened);
        if (arrival == null) {
            begin();
        } else {
            stranger = arrival.apply(() -> end(StatusCode.POLICY_VIOLATION, "no token"));
        }
        opened.demand();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        talk.answerPing(session(), payload);
    }

    @Override
    public void onWebSocketPartialText(String piece, boolean last) {
        talk.goOn();
        if (text.hasRoomFor(piece, LARGEST_TEXT)) {
            take(text.add(piece, last));
        } else {
            end(StatusCode.MESSAGE_TOO_LARGE, TextPieces.TOO_LARGE);
        }
        session().demand();
    }

    private void take(@Nullable String whole) {
        Stranger one = stranger;
        if (whole == null) {
            return;
        }
        if (one == null) {
            hear(whole);
        } else if (one.isAdmittedBy(whole)) {
            stranger = null;
            begin();
        }
    }

    @Override
    public void onWebSocketPartialBinary(ByteBuffer payload, boolean last, Callback callback) {
        talk.goOn();
        if (stranger == null && reader().isTaking()) {
            reader().add(payload);
        } else {
            end(StatusCode.POLICY_VIOLATION, "no bytes are taken");
        }
        callback.succeed();
    }

    @Override
    public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
        gone = true;
        left();
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable failure) {
        gone = true;
        left();
    }

    private void hear(String text) {
        if (isShutdown(text)) {
            reader().end();
        } else {
            end(StatusCode.BAD_DATA, "a text frame is {\"shutdown\": \"SHUT_WR\"}");
        }
    }

    private static boolean isShutdown(String text) {
        try {
            return JsonMapper.shared()
                    .readTree(text)
                    .path("shutdown")
                    .asString("")
                    .equals("SHUT_WR");
        } catch (JacksonException malformed) {
            return false;
        }
    }

    private void begin() {
        Thread.ofVirtual().name("bridge-down").start(this::receive);
        Thread.ofVirtual().name("bridge-up").start(this::send);
    }

    private void receive() {
        Outcome outcome = calls.run(RECEIVE, new CallArguments.To(writer()));
        if (outcome instanceof Outcome.Returned) {
            session().sendText("{\"eof\": true}", Callback.NOOP);
        }
        over(outcome);
    }

    private void send() {
        over(calls.run("send_stream", new CallArguments.From(reader(), SHUTDOWN)));
    }

    /// An error of one direction ends the other.
    private void over(Outcome outcome) {
        switch (outcome) {
            case Outcome.Failed failed -> end(StatusCode.SERVER_ERROR, reason(failed.problem()));
            case Outcome.Repeated repeated -> over(repeated.first());
            case Outcome.Returned _ -> {
                if (open.decrementAndGet() == 0) {
                    end(StatusCode.NORMAL, null);
                }
            }
        }
    }

    private static String reason(Problem problem) {
        return problem.errno() == null
                ? problem.kind().text()
                : problem.errno() + " " + problem.symbol() + ": " + problem.strerror();
    }

    /// A client who does not answer the end is not waited for. One who has closed has his own
    /// status answered: that his leaving cancels the calls is no error.
    private void end(int status, @Nullable String reason) {
        if (!gone) {
            session().setIdleTimeout(END);
            session().close(status, reason, Callback.NOOP);
            left();
        }
    }

    private void left() {
        Stranger one = stranger;
        if (one != null) {
            one.leave();
        }
        reader().leave();
        writer().leave();
    }

    private Session session() {
        return Objects.requireNonNull(session);
    }

    private FrameReader reader() {
        return Objects.requireNonNull(reader);
    }

    private FrameWriter writer() {
        return Objects.requireNonNull(writer);
    }
}
