package org.socketconsole.method;

import static org.socketconsole.call.ConstantArgument.bitsOf;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.Created;
import org.socketconsole.call.NullIsValue;
import org.socketconsole.call.Unlogged;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketChanges;
import org.socketconsole.socket.SocketFactory;
import org.socketconsole.socket.SocketList;
import org.socketconsole.socket.SocketRegistry;
import org.socketconsole.socket.SocketView;
import org.socketconsole.socket.SocketViews;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// The calls that make, show and close sockets.
@RestController
@RequestMapping("/api/v1/sockets")
@Tag(name = "Sockets", description = "Sockets, each over a descriptor of the host")
class SocketController {

    private final SocketRegistry registry;
    private final SocketFactory factory;
    private final SocketViews views;
    private final SocketList list;
    private final SocketChanges changes;

    SocketController(
            SocketRegistry registry,
            SocketFactory factory,
            SocketViews views,
            SocketList list,
            SocketChanges changes) {
        this.registry = registry;
        this.factory = factory;
        this.views = views;
        this.list = list;
        this.changes = changes;
    }

    record SocketRequest(
            @Nullable ConstantArgument family,
            @Nullable ConstantArgument type,
            @Nullable ConstantArgument proto,
            @Size(max = 200) @Nullable String label) {}

    record FromfdRequest(
            Integer fd,
            ConstantArgument family,
            ConstantArgument type,
            @Nullable ConstantArgument proto) {}

    record SocketpairRequest(
            @Nullable ConstantArgument family,
            @Nullable ConstantArgument type,
            @Nullable ConstantArgument proto) {}

    record LabelRequest(@NullIsValue @Size(max = 200) @Nullable String label) {}

    record Socketpair(List<SocketView> sockets) {}

    @Operation(summary = "The open sockets, or with state=CLOSED those closed in the last minutes")
    @GetMapping
    @Unlogged
    SocketList.Page listSockets(Call call, SocketList.Query query) {
        return list.find(query);
    }

    @Operation(summary = "One socket")
    @GetMapping("/{id}")
    @Unlogged
    SocketView getSocket(LiveSocket socket, Call call) {
        return views.of(socket);
    }

    @Operation(summary = "Give the socket another label, or with null none")
    @PutMapping("/{id}/label")
    @Unlogged
    SocketView setLabel(LiveSocket socket, Call call, LabelRequest request) {
        socket.setLabel(request.label);
        changes.note(socket);
        return views.of(socket);
    }

    @Operation(summary = "Make a socket, see socket(2)")
    @PostMapping
    Created<SocketView> socket(Call call, SocketRequest request) {
        return created(
                factory.socket(
                        bitsOf(request.family, AF_INET),
                        bitsOf(request.type, SOCK_STREAM),
                        bitsOf(request.proto, 0),
                        request.label));
    }

    @Operation(summary = "Make a socket of a duplicate of an open descriptor, in blocking mode")
    @PostMapping("/fromfd")
    Created<SocketView> fromfd(Call call, FromfdRequest request) {
        return created(factory.fromfd(request.fd, request.family.bits(), request.type.bits()));
    }

    @Operation(summary = "Make two connected sockets, see socketpair(2)")
    @PostMapping("/socketpair")
    Created<Socketpair> socketpair(Call call, SocketpairRequest request) {
        List<LiveSocket> pair =
                factory.socketpair(
                        bitsOf(request.family, AF_UNIX),
                        bitsOf(request.type, SOCK_STREAM),
                        bitsOf(request.proto, 0));
        return new Created<>(
                "/api/v1/sockets/" + pair.getFirst().id(),
                new Socketpair(pair.stream().map(views::of).toList()));
    }

    @Operation(summary = "Close the socket; calls that wait on it end with EBADF")
    @DeleteMapping("/{id}")
    void close(LiveSocket socket, Call call) {
        registry.close(socket, call);
    }

    @Operation(summary = "Make a second socket of the same open file, with the same time-out")
    @PostMapping("/{id}/dup")
    Created<SocketView> dup(LiveSocket socket, Call call) {
        return created(factory.dup(socket));
    }

    private Created<SocketView> created(LiveSocket socket) {
        return new Created<>("/api/v1/sockets/" + socket.id(), views.of(socket));
    }
}
