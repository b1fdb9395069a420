package org.socketconsole.responder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Seconds;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SyscallException;
import org.socketconsole.responder.RuleBook.Met;
import org.socketconsole.responder.RuleRequest.On;
import org.socketconsole.responder.RuleRequest.Then;
import org.socketconsole.responder.TrialView.Tried;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A peer whom nothing reaches: what would be said and done to it is kept, and nothing is waited
/// for.
final class Trial implements Peer {

    /// The most bytes that can be tried, and the most messages that they are cut into.
    private static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_MESSAGES = 100;

    private static final byte[] NOTHING = {};

    private final RuleBook rules;
    private final Framer framer;
    private final String address;
    private final List<Tried> tried = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long kept;
    private double paused;
    private @Nullable Then end;
    private boolean shut;

    private Trial(RuleBook rules, Framer framer, String address) {
        this.rules = rules;
        this.framer = framer;
        this.address = address;
    }

    static TrialView of(RuleBook rules, Framing framing, byte[] bytes, String address) {
        if (bytes.length > MOST_BYTES) {
            throw new InvalidArgumentException(
                    "message", "must be at most %d bytes".formatted(MOST_BYTES));
        }
        return new Trial(rules, new Framer(framing, bytes, new Unfinished(MOST_BYTES)), address)
                .view();
    }

    /// As far as the peer is still there.
    private TrialView view() {
        Tried open = meet(On.OPEN);
        while (!over() && tried.size() < MOST_MESSAGES && framer.next() instanceof byte[] message) {
            tried.add(hear(message));
        }
        return new TrialView(open, tried, framer.rest().length, over() ? null : meet(On.END));
    }

    /// Null where no rule is for it.
    private @Nullable Tried meet(On event) {
        return rules.find(event, NOTHING) instanceof Met met ? answered(NOTHING, met) : null;
    }

    private boolean over() {
        return end == Then.CLOSE || end == Then.RESET;
    }

    private Tried hear(byte[] message) {
        return switch (rules.find(On.DATA, message)) {
            case null -> new Tried(message, null, List.of(), NOTHING, 0, null);
            case Met met -> answered(message, met);
        };
    }

    private Tried answered(byte[] message, Met met) {
        said.reset();
        paused = 0;
        end = null;
        rules.answer(met, this);
        return new Tried(
                message,
                met.rule(),
                met.groups().stream().map(Trial::bytes).toList(),
                said.toByteArray(),
                paused,
                end);
    }

    private static byte[] bytes(@Nullable String group) {
        return group == null ? NOTHING : group.getBytes(ISO_8859_1);
    }

    /// What all messages together are answered has an end too.
    @Override
    public void send(byte[] bytes) {
        kept += shut ? 0 : bytes.length;
        if (kept > Template.LARGEST) {
            throw new SyscallException("send", Errno.EMSGSIZE);
        }
        said.writeBytes(shut ? NOTHING : bytes);
    }

    @Override
    public void sendPiece(byte[] bytes) {
        send(bytes);
    }

    @Override
    public void pause(Duration time) {
        paused += Objects.requireNonNull(Seconds.of(time));
    }

    @Override
    public void close() {
        end = Then.CLOSE;
    }

    @Override
    public void shutdown() {
        end = Then.SHUTDOWN;
        shut = true;
    }

    @Override
    public void reset() {
        end = Then.RESET;
    }

    @Override
    public void unmatched() {}

    @Override
    public String address() {
        return address;
    }
}
