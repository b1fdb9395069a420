package org.socketconsole.access;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// The WebSockets that have not shown the token yet, whatever they are for. A page cannot set a
/// header, so it shows the token in its first text frame, `{"token": "…"}`, within 5 seconds; a
/// right one has no answer. Of many strangers the oldest makes room for the next: a page shows its
/// token at once.
@Component
public class Strangers {

    private static final int MOST = 32;
    private static final long PATIENCE_SECONDS = 5;
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(
                    PATIENCE_SECONDS, TimeUnit.SECONDS, Thread::startVirtualThread);

    private final Token token;
    private final Brake brake;
    private final Set<Stranger> waiting = new LinkedHashSet<>();

    Strangers(Token token, Brake brake) {
        this.token = token;
        this.brake = brake;
    }

    /// @param address that it is of, and that pays for a wrong token
    /// @param refuse closes the WebSocket, as one that breaks a rule (1008 of RFC 6455); called
    ///   once at most, and not after it was admitted or has left
    public Stranger arrive(String address, Runnable refuse) {
        Stranger stranger = new Stranger(address, refuse);
        Stranger oldest = add(stranger);
        LATER.execute(stranger::refuse);
        if (oldest != stranger) {
            oldest.refuse();
        }
        return stranger;
    }

    /// Answers the one that has to go for it, itself for none.
    private synchronized Stranger add(Stranger stranger) {
        waiting.add(stranger);
        return waiting.size() > MOST ? waiting.iterator().next() : stranger;
    }

    private synchronized boolean remove(Stranger stranger) {
        return waiting.remove(stranger);
    }

    private boolean shows(String frame) {
        try {
            String shown = JsonMapper.shared().readTree(frame).path("token").asString("");
            return token.is(shown);
        } catch (JacksonException malformed) {
            return false;
        }
    }

    /// One that is yet to show the token.
    public final class Stranger {

        private final String address;
        private final Runnable refuse;

        private Stranger(String address, Runnable refuse) {
            this.address = address;
            this.refuse = refuse;
        }

        /// Whether its first frame shows the token; if not, it is refused.
        public boolean isAdmittedBy(String frame) {
            boolean shows = shows(frame);
            if (!shows) {
                brake.count(address);
                refuse();
            }
            return shows && remove(this);
        }

        /// It went by itself.
        public void leave() {
            remove(this);
        }

        private void refuse() {
            if (remove(this)) {
                refuse.run();
            }
        }
    }
}
