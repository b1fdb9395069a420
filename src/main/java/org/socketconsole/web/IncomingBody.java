package org.socketconsole.web;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;
import org.socketconsole.access.BodyRoom;
import org.springframework.http.HttpStatus;

import java.util.List;
import java.util.Objects;

/// A request whose body may not be read: in an encoding that the server does not unpack, slower
/// than it waits, or more than it has room for beside the bodies of all others. Whoever reads it
/// then gets an [HttpException] with the status.
final class IncomingBody extends Request.Wrapper {

    /// The attribute of a request whose body nobody keeps in memory: it may be as large as it is.
    static final String AS_IT_COMES = IncomingBody.class.getName() + ".asItComes";

    /// The attribute of a request whose body may be as slow as it is.
    static final String AT_ITS_PACE = IncomingBody.class.getName() + ".atItsPace";

    /// The attribute of a request whose reader has stopped waiting for it. Jetty waits on, and
    /// takes no second reader.
    static final String IS_GIVEN_UP = IncomingBody.class.getName() + ".isGivenUp";

    private static final long LITTLE = 64 * 1024;

    private final Leftover leftover = new Leftover(this);
    private final BodyLimits limits;
    private final BodyRoom room;
    private final StoppedBodies stopped;
    private final long length;
    private long begin;
    private long bytes;
    private long kept;
    private boolean ended;
    private volatile Content.@Nullable Chunk refusal;

    /// The reader, while it waits.
    private @Nullable Runnable waiting;

    IncomingBody(Request request, BodyLimits limits, BodyRoom room, StoppedBodies stopped) {
        super(request);
        this.limits = limits;
        this.room = room;
        this.stopped = stopped;
        this.length = request.getLength();
    }

    @Override
    public Content.@Nullable Chunk read() {
        if (refusal == null && bytes == 0) {
            refuse(beforehand());
        }
        if (refusal != null) {
            return refusal;
        }
        Content.Chunk chunk = next();
        if (chunk != null) {
            refuse(meanwhile(chunk));
        }
        if (refusal != null && chunk != null) {
            chunk.release();
        }
        return refusal == null ? chunk : refusal;
    }

    @Override
    public void demand(Runnable more) {
        if (is(AT_ITS_PACE)) {
            super.demand(more);
            return;
        }
        synchronized (this) {
            waiting = more;
        }
        stopped.add(this);
        super.demand(Invocable.from(Invocable.getInvocationType(more), this::goOn));
    }

    /// The same of what nobody reads.
    void demandLeftover(Runnable more) {
        super.demand(more);
    }

    private void goOn() {
        Runnable reader = reader();
        if (reader != null) {
            reader.run();
        }
    }

    private synchronized @Nullable Runnable reader() {
        Runnable reader = waiting;
        waiting = null;
        stopped.remove(this);
        return reader;
    }

    /// While it is waited for, nobody reads or counts.
    synchronized void endIfTooSlow() {
        if (waiting != null && limits.isTooSlow(bytes, System.nanoTime() - begin)) {
            setAttribute(IS_GIVEN_UP, true);
            refuse(HttpStatus.REQUEST_TIMEOUT);
            getComponents().getExecutor().execute(Objects.requireNonNull(reader()));
        }
    }

    /// Reads the rest where it is little, so that the connection can be used again. Where it is
    /// more the client is told to close.
    @Override
    public boolean consumeAvailable() {
        if (!isNotToBeRead()) {
            leftover.drop(LITTLE, Leftover.MOMENT_NANOS);
        }
        return ended && super.consumeAvailable();
    }

    /// Reads the rest, after the answer: of one that was refused for its size too, where it is no
    /// more than twice as large as it may be.
    void drop() {
        if (!isNotToBeRead()) {
            leftover.drop(2 * limits.ofOne(), limits.graceNanos());
        }
    }

    /// The next of it, whatever there is against reading it.
    Content.@Nullable Chunk next() {
        Content.Chunk chunk = super.read();
        if (chunk != null) {
            bytes += chunk.remaining();
            ended |= chunk.isLast();
        }
        return chunk;
    }

    /// Whether all of it has been read, or will never be.
    boolean isAtEnd() {
        return ended;
    }

    /// How much of it is to come, as far as its head has told.
    long left() {
        return Math.max(0, length - bytes);
    }

    /// A client that asks first whether it shall send its body has sent none.
    private boolean isNotToBeRead() {
        return is(IS_GIVEN_UP) || bytes == 0 && asksFirst();
    }

    private boolean asksFirst() {
        return getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
    }

    /// Once nobody has its bytes any more.
    void forget() {
        stopped.remove(this);
        room.give(kept);
        kept = 0;
    }

    private @Nullable HttpStatus beforehand() {
        begin = begin == 0 ? System.nanoTime() : begin;
        if (isPacked()) {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        }
        boolean fits = is(AS_IT_COMES) || room.hasFor(Math.min(length, limits.ofOne()));
        return fits ? null : HttpStatus.SERVICE_UNAVAILABLE;
    }

    private boolean isPacked() {
        String encoding = getHeaders().get(HttpHeader.CONTENT_ENCODING);
        List<String> transfer = getHeaders().getCSV(HttpHeader.TRANSFER_ENCODING, false);
        return encoding != null && !encoding.equalsIgnoreCase("identity")
                || transfer.stream().anyMatch(coding -> !coding.equalsIgnoreCase("chunked"));
    }

    private @Nullable HttpStatus meanwhile(Content.Chunk chunk) {
        if (!is(AT_ITS_PACE) && limits.isTooSlow(bytes, System.nanoTime() - begin)) {
            return HttpStatus.REQUEST_TIMEOUT;
        }
        return is(AS_IT_COMES) ? null : keep(chunk);
    }

    private @Nullable HttpStatus keep(Content.Chunk chunk) {
        long more = Math.min(chunk.remaining(), limits.ofOne() - kept);
        if (!room.take(more)) {
            forget();
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        kept += more;
        return null;
    }

    private boolean is(String attribute) {
        return getAttribute(attribute) != null;
    }

    private void refuse(@Nullable HttpStatus status) {
        if (status != null) {
            refusal = Content.Chunk.from(new HttpException.RuntimeException(status.value()), true);
        }
    }
}
