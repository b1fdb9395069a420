package org.socketconsole.responder;

import static java.time.Duration.ZERO;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Seconds;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SyscallException;
import org.socketconsole.responder.RuleRequest.MatchRequest;
import org.socketconsole.responder.RuleRequest.On;
import org.socketconsole.responder.RuleRequest.ReplyRequest;
import org.socketconsole.responder.RuleRequest.Then;
import org.socketconsole.responder.Template.Filling;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/// A rule: what happens, what is then said, and how. Its counts are over all connections.
final class ReplyRule {

    private final On on;
    private final MessageMatch match;
    private final int every;
    private final @Nullable Template reply;
    private final Duration delay;
    private final int chunkSize;
    private final Duration chunkDelay;
    private final @Nullable Then then;
    private final AtomicLong matches = new AtomicLong();
    private final AtomicLong uses = new AtomicLong();

    ReplyRule(RuleRequest request) {
        on = Objects.requireNonNullElse(request.on(), On.DATA);
        match = match(request.match());
        every = Objects.requireNonNullElse(request.every(), 1);
        reply = reply(request.reply());
        delay = seconds("delay", request.delay());
        chunkSize = Objects.requireNonNullElse(request.chunkSize(), Integer.MAX_VALUE);
        chunkDelay = seconds("chunk_delay", request.chunkDelay());
        then = request.then();
        if (on != On.DATA && request.match() != null) {
            throw new InvalidArgumentException("match", "is of messages, which `on: data` has");
        }
    }

    private static MessageMatch match(@Nullable MatchRequest request) {
        return request == null
                ? MessageMatch.all()
                : Places.within("match", () -> MessageMatch.of(request));
    }

    private static @Nullable Template reply(@Nullable ReplyRequest request) {
        return request == null ? null : Places.within("reply", () -> template(request));
    }

    private static Template template(ReplyRequest request) {
        String text = request.text();
        return text == null
                ? Template.of(request.bytes())
                : Places.within("text", () -> Template.parse(text));
    }

    private static Duration seconds(String field, @Nullable Double seconds) {
        return seconds == null ? ZERO : Seconds.parse(field, seconds);
    }

    /// Whether it takes its time.
    boolean isLate() {
        return delay.isPositive() || chunkDelay.isPositive();
    }

    /// Whether it says what it says in one piece that is short, and nothing comes before or after.
    ///
    /// @param size of the message
    boolean isPrompt(int size) {
        return !isLate() && chunkSize == Integer.MAX_VALUE && then == null && isShort(size);
    }

    private boolean isShort(int size) {
        return reply == null || reply.most(size) <= ResponderCalls.STREAM;
    }

    /// How many steps a byte of a message may cost.
    int size() {
        return match.size();
    }

    /// The groups of the match, which is counted; null where it is not for this.
    @Nullable List<@Nullable String> meets(On event, byte[] message) {
        List<@Nullable String> groups = event == on ? match.groups(message) : null;
        return groups != null && matches.incrementAndGet() % every == 0 ? groups : null;
    }

    /// Says and does what it is for.
    void answer(List<@Nullable String> groups, Peer peer) {
        Filling filling = new Filling(groups, uses.incrementAndGet(), peer.address());
        peer.pause(delay);
        if (reply != null) {
            say(filled(reply, filling), peer);
        }
        switch (then) {
            case CLOSE -> peer.close();
            case SHUTDOWN -> peer.shutdown();
            case RESET -> peer.reset();
            case null -> {}
        }
    }

    private static byte[] filled(Template reply, Filling filling) {
        byte[] filled = reply.fill(filling);
        if (filled == null) {
            throw new SyscallException("send", Errno.EMSGSIZE);
        }
        return filled;
    }

    private void say(byte[] bytes, Peer peer) {
        int start = 0;
        for (; bytes.length - start > chunkSize; start += chunkSize) {
            peer.sendPiece(Arrays.copyOfRange(bytes, start, start + chunkSize));
            peer.pause(chunkDelay);
        }
        peer.send(start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length));
    }
}
