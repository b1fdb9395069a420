package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.batch.CallRunner.Made;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What goes out of a channel, one frame at a time. While a client does not read, its answers wait
/// here; when they are many, no call is begun for him.
final class ChannelAnswers {

    private static final Logger log = LoggerFactory.getLogger(ChannelAnswers.class);

    /// Characters that may wait to be sent.
    private static final long MOST_WAITING = 16 * 1024 * 1024;

    private final WebSocketSession session;
    private final JsonMapper mapper;
    private final ReentrantLock order = new ReentrantLock();
    private final ReentrantLock count = new ReentrantLock();
    private final Condition less = count.newCondition();
    private long waiting;
    private volatile boolean open = true;

    ChannelAnswers(WebSocketSession session, JsonMapper mapper) {
        this.session = session;
        this.mapper = mapper;
    }

    /// Whether there is somebody to send to; returns when there is room.
    boolean isOpen() {
        count.lock();
        try {
            while (open && waiting > MOST_WAITING) {
                less.awaitUninterruptibly();
            }
            return open;
        } finally {
            count.unlock();
        }
    }

    /// @param number what the client calls the call, null for nothing
    void send(@Nullable JsonNode number, Made made) {
        String text = text(number, made);
        add(text.length());
        order.lock();
        try {
            if (open) {
                session.sendMessage(new TextMessage(text));
            }
        } catch (IOException | RuntimeException gone) {
            log.debug("a client went away", gone);
            close();
        } finally {
            order.unlock();
            add(-text.length());
        }
    }

    void close() {
        open = false;
        add(0);
    }

    private void add(long characters) {
        count.lock();
        try {
            waiting += characters;
            less.signalAll();
        } finally {
            count.unlock();
        }
    }

    private String text(@Nullable JsonNode number, Made made) {
        String n = number == null ? "null" : mapper.writeValueAsString(number);
        return "{\"n\":%s,\"status\":%d,\"body\":%s}".formatted(n, made.status(), made.text());
    }
}
