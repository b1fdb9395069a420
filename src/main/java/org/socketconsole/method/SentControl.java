package org.socketconsole.method;

import static org.socketconsole.net.SocketConstants.SCM_RIGHTS;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.ForbiddenException;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.codec.Codec.Text;
import org.socketconsole.codec.ControlValues;
import org.socketconsole.descriptor.ControlNames;
import org.socketconsole.descriptor.Descriptors;
import org.socketconsole.libc.ControlMessage;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketRegistry;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The control messages that a client sends: as bytes or in words, with no descriptor but those of
/// listed sockets.
@Component
class SentControl {

    private static final int SOL_RDS = 276;

    /// `RDS_CMSG_RDMA_ARGS`, `RDS_CMSG_RDMA_MAP` and the atomic ones: addresses of memory, which
    /// would be the server's.
    private static final Set<Integer> POINTERS = Set.of(1, 3, 6, 7, 8, 9);

    private final SocketRegistry registry;

    SentControl(SocketRegistry registry) {
        this.registry = registry;
    }

    /// The messages, and the sockets that go along.
    record Outgoing(List<ControlMessage> messages, List<LiveSocket> passed) {}

    Outgoing of(@Nullable List<ControlArgument> ancdata, Call call) {
        List<ControlMessage> messages = ancdata == null ? List.of() : messages(ancdata, call);
        return new Outgoing(
                messages,
                messages.stream().flatMapToInt(Descriptors::of).mapToObj(this::listed).toList());
    }

    private List<ControlMessage> messages(List<ControlArgument> ancdata, Call call) {
        return IntStream.range(0, ancdata.size())
                .mapToObj(i -> message("ancdata." + i, ancdata.get(i), call))
                .toList();
    }

    private ControlMessage message(String field, ControlArgument control, Call call) {
        int level = control.level().bits();
        int type = control.type().bits();
        if (level == SOL_RDS && POINTERS.contains(type)) {
            throw new ForbiddenException(
                    ControlNames.type(level, type)
                            + " holds addresses of memory, and they would be the server's.");
        }
        return new ControlMessage(level, type, data(field, control, level, type, call));
    }

    private byte[] data(String field, ControlArgument control, int level, int type, Call call) {
        if (!control.isOneThing()) {
            throw new InvalidArgumentException(
                    field + ".data",
                    "is required, or `text`, `hex` or `value` in its place, and only one of them");
        }
        JsonNode value = control.value();
        if (value == null) {
            return bytes(field, control);
        }
        return level == SOL_SOCKET && type == SCM_RIGHTS
                ? rights(field + ".value", value, call)
                : ControlValues.encode(level, type, field + ".value", value);
    }

    private static byte[] bytes(String field, ControlArgument control) {
        try {
            return control.bytes();
        } catch (InvalidArgumentException wrong) {
            throw new InvalidArgumentException(
                    field + "." + wrong.field(), String.valueOf(wrong.getMessage()));
        }
    }

    private byte[] rights(String field, JsonNode value, Call call) {
        JsonNode ids = value.path("sockets");
        if (!ids.isArray() || value.size() != 1) {
            throw new InvalidArgumentException(
                    field, "must be {\"sockets\": [id]}, or `data` in its place");
        }
        ByteBuffer data =
                ByteBuffer.allocate(ids.size() * Integer.BYTES).order(ByteOrder.nativeOrder());
        for (int i = 0; i < ids.size(); i++) {
            String id = Text.string(field + ".sockets." + i, ids.get(i));
            data.putInt(registry.get(id, call.name()).fd());
        }
        return data.array();
    }

    private LiveSocket listed(int fd) {
        return registry.ofDescriptor(fd)
                .orElseThrow(
                        () ->
                                new ForbiddenException(
                                        "Descriptor " + fd + " is not that of a listed socket."));
    }
}
