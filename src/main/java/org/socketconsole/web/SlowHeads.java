package org.socketconsole.web;

import static java.util.Comparator.comparing;

import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NegotiatingServerConnection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Ends connections whose client sends the head of a request slowly, byte by byte so that it is
/// never idle, or holds very many without a request. Jetty has a limit for neither. A connection
/// whose call waits has sent its head, and is left alone.
final class SlowHeads extends AbstractLifeCycle implements Connection.Listener {

    private static final long LOOK_MILLIS = 1000;

    /// Within it a request may be there that a busy server has not come to read: thousands of
    /// clients may come at once.
    private static final long COMING_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Connector connector;
    private final long patienceNanos;
    private final int mostUnfinished;

    /// With the time at which each was opened, in nanoseconds.
    private final Map<Connection, Long> connections = new ConcurrentHashMap<>();

    SlowHeads(Connector connector, HttpProperties http) {
        this.connector = connector;
        this.patienceNanos = http.headWithin().toNanos();
        this.mostUnfinished = http.unfinished();
    }

    @Override
    protected void doStart() {
        connector.getScheduler().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        if (takesRequests(connection)) {
            connections.put(connection, System.nanoTime());
        }
    }

    /// Or is about to agree on the protocol of them.
    private static boolean takesRequests(Connection connection) {
        return connection instanceof HttpConnection
                || connection instanceof HTTP2Connection
                || connection instanceof NegotiatingServerConnection;
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        try {
            connections.keySet().stream().filter(this::isSlow).forEach(SlowHeads::end);
            unfinished().values().forEach(this::endOldest);
        } finally {
            doStart();
        }
    }

    private boolean isSlow(Connection connection) {
        return connection instanceof HttpConnection http && isSlow(http.getParser());
    }

    private boolean isSlow(HttpParser parser) {
        long begin = parser.getBeginNanoTime();
        return begin != 0
                && parser.getState().compareTo(HttpParser.State.HEADER) <= 0
                && System.nanoTime() - begin > patienceNanos;
    }

    /// By their client's address.
    private Map<InetAddress, List<Connection>> unfinished() {
        long before = System.nanoTime() - COMING_NANOS;
        return connections.entrySet().stream()
                .filter(opened -> opened.getKey().getMessagesIn() == 0)
                .filter(opened -> opened.getValue() - before < 0)
                .sorted(comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .filter(connection -> address(connection) != null)
                .collect(Collectors.groupingBy(SlowHeads::address));
    }

    private void endOldest(List<Connection> ofOneAddress) {
        ofOneAddress.stream()
                .limit(Math.max(0, ofOneAddress.size() - mostUnfinished))
                .forEach(SlowHeads::end);
    }

    private static @Nullable InetAddress address(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : null;
    }

    private static void end(Connection connection) {
        connection.getEndPoint().close();
    }
}
