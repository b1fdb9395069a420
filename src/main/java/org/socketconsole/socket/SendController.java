package org.socketconsole.socket;

import static org.socketconsole.call.ConstantArgument.bitsOf;
import static org.socketconsole.net.SocketConstants.SCM_RIGHTS;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.ForbiddenException;
import org.socketconsole.call.Address;
import org.socketconsole.call.Call;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.Payload;
import org.socketconsole.libc.ControlMessage;
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
    private final SocketAddresses addresses;

    SendController(SocketRegistry registry, SocketAddresses addresses) {
        this.registry = registry;
        this.addresses = addresses;
    }

    record SendRequest(
            byte @Nullable [] data,
            @Schema(description = "In place of data, sent as UTF-8", example = "Hello, world")
                    @Nullable String text,
            @Schema(description = "In place of data: pairs of digits", example = "48 65:6c")
                    @Nullable String hex,
            @Schema(example = "MSG_OOB") @Nullable ConstantArgument flags)
            implements Payload {}

    record SendtoRequest(
            byte @Nullable [] data,
            @Schema(example = "Hello, world") @Nullable String text,
            @Schema(example = "48 65:6c") @Nullable String hex,
            @Nullable ConstantArgument flags,
            Address address)
            implements Payload {}

    record ControlArgument(
            @Schema(example = "SOL_SOCKET") ConstantArgument level,
            @Schema(example = "SCM_RIGHTS") ConstantArgument type,
            byte[] data) {

        ControlMessage message() {
            return new ControlMessage(level.bits(), type.bits(), data);
        }
    }

    record SendmsgRequest(
            List<byte[]> buffers,
            @Nullable List<ControlArgument> ancdata,
            @Nullable ConstantArgument flags,
            @Nullable Address address) {}

    @Schema(description = "The bytes that the kernel took")
    record Sent(
            long sent,
            @Schema(description = "The place of the first byte, or of the message, in the stream")
                    long offset) {

        static Sent of(SocketIo.Sent sent) {
            return new Sent(sent.sent(), sent.offset());
        }
    }

    @Operation(summary = "Send bytes, see send(2)")
    @PostMapping("/send")
    Sent send(LiveSocket socket, Call call, SendRequest request) {
        return Sent.of(socket.io().send(request.bytes(), bitsOf(request.flags, 0), call));
    }

    @Operation(summary = "Send all of the bytes")
    @PostMapping("/sendall")
    void sendall(LiveSocket socket, Call call, SendRequest request) {
        socket.io().sendall(request.bytes(), bitsOf(request.flags, 0), call);
    }

    @Operation(summary = "Send a message to an address, see sendto(2)")
    @PostMapping("/sendto")
    Sent sendto(LiveSocket socket, Call call, SendtoRequest request) {
        return Sent.of(
                socket.io()
                        .sendto(
                                request.bytes(),
                                bitsOf(request.flags, 0),
                                addresses.sockaddr(socket, request.address, call),
                                call));
    }

    @Operation(summary = "Send a message of several buffers, with control messages, see sendmsg(2)")
    @PostMapping("/sendmsg")
    Sent sendmsg(LiveSocket socket, Call call, SendmsgRequest request) {
        List<ControlMessage> control =
                request.ancdata == null
                        ? List.of()
                        : request.ancdata.stream().map(ControlArgument::message).toList();
        List<LiveSocket> passed = passed(control);
        return registry.insideAll(
                passed, call.name(), () -> Sent.of(sendmsg(socket, request, control, call)));
    }

    private SocketIo.Sent sendmsg(
            LiveSocket socket, SendmsgRequest request, List<ControlMessage> control, Call call) {
        Address address = request.address;
        return socket.io()
                .sendmsg(
                        request.buffers,
                        control,
                        address == null ? null : addresses.sockaddr(socket, address, call),
                        bitsOf(request.flags, 0),
                        call);
    }

    /// The sockets that go along: nobody may pass on a descriptor of the server's own.
    private List<LiveSocket> passed(List<ControlMessage> control) {
        return control.stream()
                .filter(message -> message.level() == SOL_SOCKET && message.type() == SCM_RIGHTS)
                .flatMapToInt(message -> Descriptors.read(message.data(), "ancdata.data"))
                .mapToObj(this::listed)
                .toList();
    }

    private LiveSocket listed(int fd) {
        return registry.ofDescriptor(fd)
                .orElseThrow(
                        () ->
                                new ForbiddenException(
                                        "Descriptor " + fd + " is not that of a listed socket."));
    }
}
