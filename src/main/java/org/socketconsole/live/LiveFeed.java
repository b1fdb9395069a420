package org.socketconsole.live;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.LongWork;
import org.socketconsole.live.PageFrames.FromPage;
import org.socketconsole.live.PageFrames.Subscription;
import org.socketconsole.live.PageFrames.ToPage;
import org.socketconsole.socket.SocketView;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Feeds one tab, on a virtual thread of its own: a few times a second it looks what is new to the
/// page and sends that as one frame. A page that is slow gets fewer frames, not a longer queue: it
/// acknowledges each, and no more than a few are on their way.
final class LiveFeed implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);
    private static final long TICK_MILLIS = 100;
    private static final long AHEAD = 3;

    private final WebSocketSession session;
    private final JsonMapper mapper;
    private final LiveState state;
    private final IntSupplier viewers;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean paused;
    private volatile boolean hidden;
    private volatile boolean behind;
    private volatile long acknowledged;
    private final AtomicReference<@Nullable Subscription> asked = new AtomicReference<>();
    private Supplier<Predicate<SocketView>> filter = () -> socket -> true;
    private @Nullable LiveView view;
    private long sent;

    LiveFeed(WebSocketSession session, JsonMapper mapper, LiveState state, IntSupplier viewers) {
        this.session = session;
        this.mapper = mapper;
        this.state = state;
        this.viewers = viewers;
    }

    /// What is asked for is answered at once. What is acknowledged asks for nothing, or a page that
    /// is quick would hear as often as it can; but one that comes back to much hears all of it.
    void hear(FromPage frame) {
        if (frame.subscribe() != null) {
            asked.set(frame.subscribe());
        }
        if (frame.paused() != null) {
            paused = frame.paused();
        }
        if (frame.hidden() != null) {
            hidden = frame.hidden();
        }
        if (frame.ack() != null) {
            acknowledged = frame.ack();
        }
        if (frame.ack() == null || behind) {
            news.release();
        }
    }

    /// A page whose feed ends is closed, and comes again: open, it would wait for news of nobody.
    @Override
    public void run() {
        try {
            feed();
        } catch (IOException gone) {
            log.debug("a page went away", gone);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            log.error("a page cannot be fed", defect);
        } finally {
            close();
        }
    }

    private void feed() throws IOException, InterruptedException {
        LongWork work = new LongWork();
        while (session.isOpen()) {
            news.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS);
            news.drainPermits();
            work.giveWay();
            tick();
        }
    }

    private void close() {
        try {
            session.close(CloseStatus.SERVER_ERROR);
        } catch (IOException gone) {
            log.debug("a page went away", gone);
        }
    }

    private void tick() throws IOException {
        takeSubscription();
        if (view != null && !hidden && sent - acknowledged < AHEAD) {
            send(paused ? view.heartbeat(sent + 1) : view.news(sent + 1));
        }
    }

    private void takeSubscription() {
        Subscription subscription = asked.getAndSet(null);
        if (subscription != null) {
            filter = filter(Objects.requireNonNullElse(subscription.filter(), ""));
            view = new LiveView(state, subscription, filter, viewers);
        }
    }

    /// Where it is no filter, the last one stays in force.
    private Supplier<Predicate<SocketView>> filter(String expression) {
        try {
            return state.sockets.matching(expression);
        } catch (InvalidArgumentException wrong) {
            return filter;
        }
    }

    private void send(ToPage frame) throws IOException {
        if (!frame.isEmpty()) {
            sent = frame.n();
            behind = LiveView.isFull(frame.traffic());
            session.sendMessage(new TextMessage(mapper.writeValueAsString(frame)));
        }
    }
}
