package org.socketconsole.socket;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.filter.SocketFacts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// A socket as a filter sees it.
///
/// @param waitingOn the calls that wait on the socket of an id
record ViewFacts(SocketView view, Function<String, List<SocketFacts.WaitingCall>> waitingOn)
        implements SocketFacts {

    @Override
    public String id() {
        return view.id();
    }

    @Override
    public int fd() {
        return view.fd();
    }

    @Override
    public String family() {
        return view.family();
    }

    @Override
    public String type() {
        return view.type();
    }

    @Override
    public String proto() {
        return view.proto();
    }

    @Override
    public String state() {
        return view.state().name();
    }

    @Override
    public @Nullable Double timeout() {
        return view.timeout();
    }

    @Override
    public @Nullable String label() {
        return view.label();
    }

    @Override
    public @Nullable Address localAddress() {
        return view.localAddress();
    }

    @Override
    public @Nullable Address peerAddress() {
        return view.peerAddress();
    }

    @Override
    public long bytesSent() {
        return view.bytesSent();
    }

    @Override
    public long bytesReceived() {
        return view.bytesReceived();
    }

    @Override
    public Duration age() {
        return Duration.between(view.createdAt(), Instant.now());
    }

    @Override
    public String origin() {
        return view.origin();
    }

    @Override
    public @Nullable String parent() {
        return view.parent();
    }

    @Override
    public @Nullable String lastError() {
        return view.lastError();
    }

    @Override
    public List<WaitingCall> waiting() {
        return waitingOn.apply(view.id());
    }

    @Override
    public boolean hasUnread() {
        return view.unread() != null && view.unread() > 0;
    }
}
