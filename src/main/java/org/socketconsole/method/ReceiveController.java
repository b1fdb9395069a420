package org.socketconsole.method;

import static org.socketconsole.call.ConstantArgument.bitsOf;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.Call;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.RawBytes;
import org.socketconsole.call.SizeDeserializer;
import org.socketconsole.call.Streamed;
import org.socketconsole.call.Text;
import org.socketconsole.call.Unlogged;
import org.socketconsole.descriptor.SocketIo;
import org.socketconsole.net.Constants;
import org.socketconsole.resolve.Addresses;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketView;
import org.socketconsole.socket.SocketViews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.annotation.JsonDeserialize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The calls that receive.
@RestController
@RequestMapping("/api/v1/sockets/{id}")
@Tag(name = "Sockets")
class ReceiveController {

    /// More room for control messages than any kernel fills.
    private static final int ANCBUFSIZE_MAX = 64 * 1024;

    static final String FLAGS = "What the kernel says of the message; absent for nothing";
    static final String LENGTH =
            "What the message had before it was cut, or how much MSG_TRUNC discarded of a stream;"
                    + " absent where nothing is missing";

    private static final String OCTET_STREAM = "application/octet-stream";

    private final ReceivedControl control;
    private final SocketViews views;
    private final Addresses addresses;

    ReceiveController(ReceivedControl control, SocketViews views, Addresses addresses) {
        this.control = control;
        this.views = views;
        this.addresses = addresses;
    }

    record ReceivedRequest(
            @Schema(description = "The offset of the first byte, or the number of the message")
                    @Min(0)
                    long from) {}

    record RecvmsgRequest(
            @Schema(description = RecvRequest.BUFSIZE)
                    @JsonDeserialize(using = SizeDeserializer.class)
                    @Min(0)
                    @Nullable Integer bufsize,
            @Schema(description = "The room for control messages") @Min(0)
                    @Nullable Integer ancbufsize,
            @Nullable ConstantArgument flags,
            @Nullable Boolean text) {

        int size() {
            return Objects.requireNonNullElse(bufsize, RecvRequest.USUAL_BUFSIZE);
        }

        int ancillary() {
            return Math.min(Objects.requireNonNullElse(ancbufsize, 0), ANCBUFSIZE_MAX);
        }
    }

    @Schema(description = "A size of 0 on a stream is its end")
    record ReceivedBytes(
            byte[] data,
            int size,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
            @Schema(description = "The place of the first byte, or of the message, in the stream")
                    long offset,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(description = FLAGS, example = "MSG_TRUNC")
                    @Nullable String msgFlags,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = LENGTH)
                    @Nullable Integer length)
            implements RawBytes {
        @Override
        public Map<String, Object> headers() {
            return ReceiveController.headers(offset, msgFlags, length);
        }
    }

    record ReceivedWithControl(
            byte[] data,
            int size,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
            long offset,
            List<Control> ancdata,
            @Schema(example = "MSG_TRUNC|MSG_CTRUNC") String msgFlags,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = LENGTH)
                    @Nullable Integer length,
            @Nullable Address address,
            @Schema(description = "The sockets that came by SCM_RIGHTS")
                    List<SocketView> sockets) {}

    @Operation(summary = "Receive bytes, see recv(2)")
    @PostMapping("/recv")
    ReceivedBytes recv(LiveSocket socket, Call call, RecvRequest request) {
        var chunk = socket.io().recv(request.size(), request.bits(), request.after(), call);
        byte[] data = chunk.received().data();
        return new ReceivedBytes(
                data,
                data.length,
                Text.of(data, request.text()),
                chunk.offset(),
                flags(chunk),
                chunk.length());
    }

    @Operation(summary = "Receive bytes with the sender's address, see recvfrom(2)")
    @PostMapping("/recvfrom")
    ReceivedMessage recvfrom(LiveSocket socket, Call call, RecvRequest request) {
        var chunk = socket.io().recvfrom(request.size(), request.bits(), request.after(), call);
        byte[] data = chunk.received().data();
        return new ReceivedMessage(
                data,
                data.length,
                Text.of(data, request.text()),
                chunk.offset(),
                flags(chunk),
                chunk.length(),
                addresses.view(chunk.received().addr()));
    }

    @Operation(summary = "Receive a message with its control messages, see recvmsg(2)")
    @PostMapping("/recvmsg")
    ReceivedWithControl recvmsg(LiveSocket socket, Call call, RecvmsgRequest request) {
        return view(
                socket.io()
                        .recvmsg(
                                request.size(),
                                request.ancillary(),
                                bitsOf(request.flags, 0),
                                call),
                request,
                socket.id());
    }

    @Operation(summary = "What was received from an offset on, as far as it is kept")
    @GetMapping(path = "/received", produces = OCTET_STREAM)
    @Unlogged
    Streamed getReceived(LiveSocket socket, Call call, ReceivedRequest request) {
        return new Streamed(OCTET_STREAM, "received.bin", socket.io().received(request.from));
    }

    private ReceivedWithControl view(SocketIo.Chunk chunk, RecvmsgRequest request, String parent) {
        var received = chunk.received();
        var control = this.control.of(received.control(), parent);
        return new ReceivedWithControl(
                received.data(),
                received.data().length,
                Text.of(received.data(), request.text),
                chunk.offset(),
                control.ancdata(),
                Constants.flags("MSG_", received.msgFlags()),
                chunk.length(),
                addresses.view(received.addr()),
                control.sockets().stream().map(views::of).toList());
    }

    /// None is null.
    private static @Nullable String flags(SocketIo.Chunk chunk) {
        int flags = chunk.received().msgFlags();
        return flags == 0 ? null : Constants.flags("MSG_", flags);
    }

    static Map<String, Object> headers(
            long offset, @Nullable String msgFlags, @Nullable Integer length) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("Socket-Offset", offset);
        if (msgFlags != null) {
            headers.put("Socket-Flags", msgFlags);
        }
        if (length != null) {
            headers.put("Socket-Length", length);
        }
        return headers;
    }
}
