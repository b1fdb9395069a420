package org.socketconsole.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One end of a WebSocket of the server: collects whole text frames, and how it was closed.
public class WebSocketClient implements WebSocket.Listener {

    private static final int LONGEST_SECONDS = 30;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteBuffer> pongs = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private CompletableFuture<?> said = CompletableFuture.completedFuture(null);
    private volatile WebSocket socket;

    /// With what the server closed it.
    public record Closed(int code, String reason) {}

    /// @param path below the base path
    /// @param headers names and values in turn
    public final void open(HttpClient client, Api api, String path, String... headers) {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        URI uri = URI.create("ws://127.0.0.1:%d/api/v1%s".formatted(api.port(), path));
        socket = builder.buildAsync(uri, this).join();
    }

    public final WebSocket socket() {
        return socket;
    }

    /// One after the other, as this client demands.
    public final synchronized void say(String frame) {
        said = said.thenCompose(before -> socket.sendText(frame, true));
    }

    /// After what was said; it is on its way when this returns.
    public final void send(byte[] frame) {
        add(frame).join();
    }

    private synchronized CompletableFuture<?> add(byte[] frame) {
        said = said.thenCompose(before -> socket.sendBinary(ByteBuffer.wrap(frame), true));
        return said;
    }

    /// The server takes one frame after the other: it has taken all that was said.
    public final void awaitPong() {
        ping();
        next(pongs, "a pong");
    }

    private synchronized void ping() {
        said = said.thenCompose(before -> socket.sendPing(ByteBuffer.allocate(0)));
    }

    /// The next text frame.
    public final String next() {
        return next(frames, "a frame");
    }

    /// The text frames that [#next] has not given yet.
    public final List<String> unread() {
        return List.copyOf(frames);
    }

    public final void forgetUnread() {
        frames.clear();
    }

    private static <T> T next(BlockingQueue<T> from, String what) {
        try {
            T found = from.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (found == null) {
                throw new AssertionError("no %s within %d s".formatted(what, LONGEST_SECONDS));
            }
            return found;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public final Closed closedWithin(int seconds) {
        return closed.copy().orTimeout(seconds, TimeUnit.SECONDS).join();
    }

    /// Without a word.
    public final void leave() {
        said.join();
        socket.abort();
    }

    /// A whole text frame has come.
    protected void heard(String frame) {
        frames.add(frame);
    }

    /// Reads all that comes, where nobody says otherwise.
    protected void opened(WebSocket opened) {
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public final void onOpen(WebSocket opened) {
        socket = opened;
        opened(opened);
    }

    @Override
    public final CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        partial.append(part);
        if (last) {
            String frame = partial.toString();
            partial.setLength(0);
            heard(frame);
        }
        return null;
    }

    @Override
    public final CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs.add(message);
        return null;
    }

    @Override
    public final CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(new Closed(code, reason));
        return null;
    }

    @Override
    public final void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }
}
