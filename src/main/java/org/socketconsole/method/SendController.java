package org.socketconsole.method;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.BufferArgument;
import org.socketconsole.call.Call;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.descriptor.SocketIo;
import org.socketconsole.libc.ControlMessage;
import org.socketconsole.method.SentControl.Outgoing;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketRegistry;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// The calls that send.
@RestController
@RequestMapping("/api/v1/sockets/{id}")
@Tag(name = "Sockets")
class SendController {

    private final SocketRegistry registry;
    private final SentControl control;
    private final SocketAddresses addresses;

    SendController(SocketRegistry registry, SentControl control, SocketAddresses addresses) {
        this.registry = registry;
        this.control = control;
        this.addresses = addresses;
    }

    record SendmsgRequest(
            List<BufferArgument> buffers,
            @Nullable List<ControlArgument> ancdata,
            @Nullable ConstantArgument flags,
            @Nullable Address address) {}

    @Operation(summary = "Send bytes, see send(2)")
    @PostMapping("/send")
    Sent send(LiveSocket socket, Call call, SendRequest request) {
        return Sent.of(
                socket.io()
                        .send(request.bytes(), SendFlags.of(request.flags()), request.at(), call));
    }

    @Operation(summary = "Send all of the bytes")
    @PostMapping("/sendall")
    void sendall(LiveSocket socket, Call call, SendRequest request) {
        socket.io().sendall(request.bytes(), SendFlags.of(request.flags()), request.at(), call);
    }

    @Operation(summary = "Send a message to an address, see sendto(2)")
    @PostMapping("/sendto")
    Sent sendto(LiveSocket socket, Call call, SendtoRequest request) {
        return Sent.of(
                socket.io()
                        .sendto(
                                request.bytes(),
                                SendFlags.of(request.flags()),
                                addresses.sockaddr(socket, request.address(), call),
                                call));
    }

    @Operation(summary = "Send a message of several buffers, with control messages, see sendmsg(2)")
    @PostMapping("/sendmsg")
    Sent sendmsg(LiveSocket socket, Call call, SendmsgRequest request) {
        Outgoing control = this.control.of(request.ancdata, call);
        return registry.insideAll(
                control.passed(),
                call.name(),
                () -> Sent.of(sendmsg(socket, request, control.messages(), call)));
    }

    private SocketIo.Sent sendmsg(
            LiveSocket socket, SendmsgRequest request, List<ControlMessage> control, Call call) {
        Address address = request.address;
        return socket.io()
                .sendmsg(
                        request.buffers.stream().map(BufferArgument::bytes).toList(),
                        control,
                        address == null ? null : addresses.sockaddr(socket, address, call),
                        SendFlags.of(request.flags),
                        call);
    }
}
