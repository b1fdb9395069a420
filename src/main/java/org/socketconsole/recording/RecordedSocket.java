package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.filter.SocketFacts;
import org.socketconsole.net.Constants;
import org.socketconsole.resolve.Addresses;
import org.socketconsole.traffic.Chunk;

import java.time.Duration;
import java.util.List;

/// What is known of a socket by a chunk that passed it once.
record RecordedSocket(Chunk chunk, Addresses addresses) implements SocketFacts {

    private static final int NO_DESCRIPTOR = -1;

    @Override
    public String id() {
        return chunk.socketId();
    }

    @Override
    public int fd() {
        return NO_DESCRIPTOR;
    }

    @Override
    public String family() {
        return Constants.name("AF_", chunk.transport().family());
    }

    @Override
    public String type() {
        return Constants.name("SOCK_", chunk.transport().type());
    }

    @Override
    public String proto() {
        return Constants.name("IPPROTO_", chunk.transport().proto());
    }

    @Override
    public String state() {
        return "CLOSED";
    }

    @Override
    public @Nullable Double timeout() {
        return null;
    }

    @Override
    public @Nullable String label() {
        return null;
    }

    @Override
    public @Nullable Address localAddress() {
        return addresses.view(chunk.ends().local());
    }

    @Override
    public @Nullable Address peerAddress() {
        return addresses.view(chunk.ends().peer());
    }

    @Override
    public long bytesSent() {
        return 0;
    }

    @Override
    public long bytesReceived() {
        return 0;
    }

    @Override
    public Duration age() {
        return Duration.ZERO;
    }

    @Override
    public String origin() {
        return "";
    }

    @Override
    public @Nullable String parent() {
        return null;
    }

    @Override
    public @Nullable String lastError() {
        return null;
    }

    @Override
    public List<WaitingCall> waiting() {
        return List.of();
    }

    @Override
    public boolean hasUnread() {
        return false;
    }
}
