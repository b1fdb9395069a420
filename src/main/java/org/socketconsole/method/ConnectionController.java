package org.socketconsole.method;

import static org.socketconsole.call.ConstantArgument.bitsOf;
import static org.socketconsole.net.Errno.EAFNOSUPPORT;
import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.EBADF;
import static org.socketconsole.net.SocketConstants.SOMAXCONN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.Call;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.Created;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SyscallException;
import org.socketconsole.resolve.Addresses;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketFactory;
import org.socketconsole.socket.SocketView;
import org.socketconsole.socket.SocketViews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.function.Function;

/// The calls between two ends: addresses, listening, connecting, shutting down.
@RestController
@RequestMapping("/api/v1/sockets/{id}")
@Tag(name = "Sockets")
class ConnectionController {

    private final SocketFactory factory;
    private final SocketViews views;
    private final Addresses addresses;
    private final SocketAddresses given;

    ConnectionController(
            SocketFactory factory, SocketViews views, Addresses addresses, SocketAddresses given) {
        this.factory = factory;
        this.views = views;
        this.addresses = addresses;
        this.given = given;
    }

    record AddressRequest(Address address) {}

    record ListenRequest(
            @Schema(description = "A number or a constant", example = "SOMAXCONN")
                    @Nullable ConstantArgument backlog) {}

    record ShutdownRequest(
            @Schema(example = "SHUT_WR", description = "SHUT_RD, SHUT_WR, SHUT_RDWR or 0, 1, 2")
                    ConstantArgument how) {}

    record Accepted(SocketView conn, @Nullable Address address) {}

    @Schema(description = "errno 0 without a symbol is success")
    record ConnectResult(
            @Schema(example = "111") int errno,
            @Schema(example = "ECONNREFUSED") @Nullable String symbol,
            @Schema(example = "Connection refused") @Nullable String strerror) {

        static ConnectResult of(Errno errno) {
            return new ConnectResult(errno.errno(), errno.symbol(), errno.strerror());
        }
    }

    @Operation(summary = "Wait for a connection, and make a socket of it, see accept(2)")
    @PostMapping("/accept")
    Created<Accepted> accept(LiveSocket listener, Call call) {
        var connection = factory.accept(listener, call);
        SocketView conn = views.of(connection.socket());
        return new Created<>(
                "/api/v1/sockets/" + conn.id(),
                new Accepted(conn, addresses.view(connection.peer())),
                conn);
    }

    @Operation(summary = "Give the socket its own address, see bind(2)")
    @PostMapping("/bind")
    void bind(LiveSocket socket, Call call, AddressRequest request) {
        socket.bind(given.sockaddr(socket, request.address, call));
    }

    @Operation(summary = "Connect to an address, see connect(2)")
    @PostMapping("/connect")
    void connect(LiveSocket socket, Call call, AddressRequest request) {
        socket.io().connect(given.sockaddr(socket, request.address, call), call);
    }

    @Operation(summary = "Connect to an address; what the system call fails with is the answer")
    @PostMapping("/connect_ex")
    ConnectResult connectEx(LiveSocket socket, Call call, AddressRequest request) {
        return connectEx(socket, given.sockaddr(socket, request.address, call), call);
    }

    @Operation(summary = "The address of the peer, see getpeername(2)")
    @GetMapping("/getpeername")
    Address getpeername(LiveSocket socket, Call call) {
        return address(socket, LiveSocket::getpeername, call);
    }

    @Operation(summary = "The socket's own address, see getsockname(2)")
    @GetMapping("/getsockname")
    Address getsockname(LiveSocket socket, Call call) {
        return address(socket, LiveSocket::getsockname, call);
    }

    @Operation(summary = "Listen for connections, see listen(2); a backlog below 0 is 0")
    @PostMapping("/listen")
    void listen(LiveSocket socket, Call call, ListenRequest request) {
        socket.listen(bitsOf(request.backlog, SOMAXCONN));
    }

    @Operation(summary = "Shut down one half of a connection, or both, see shutdown(2)")
    @PostMapping("/shutdown")
    void shutdown(LiveSocket socket, Call call, ShutdownRequest request) {
        socket.shutdown(request.how.bits());
    }

    /// The kernel may give one of another family than the socket was taken for, see `fromfd`.
    private Address address(LiveSocket socket, Function<LiveSocket, byte[]> ask, Call call) {
        addresses.requireForm(socket.kind().family(), call);
        Address address = addresses.view(ask.apply(socket));
        if (address == null) {
            throw new SyscallException(call.name(), EAFNOSUPPORT);
        }
        return address;
    }

    /// A time-out of the socket's is `EAGAIN` here, as in CPython; a close is no answer of connect.
    private static ConnectResult connectEx(LiveSocket socket, byte[] addr, Call call) {
        try {
            socket.io().connect(addr, call);
            return new ConnectResult(0, null, null);
        } catch (TimedOutException end) {
            if (end.retry()) {
                throw end;
            }
            return ConnectResult.of(Errno.of(EAGAIN));
        } catch (SyscallException failure) {
            if (failure.number() == EBADF) {
                throw failure;
            }
            return ConnectResult.of(failure.errno());
        }
    }
}
