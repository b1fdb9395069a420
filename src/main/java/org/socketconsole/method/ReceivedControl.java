package org.socketconsole.method;

import static org.socketconsole.net.SocketConstants.SCM_RIGHTS;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import org.jspecify.annotations.Nullable;
import org.socketconsole.codec.ControlValues;
import org.socketconsole.descriptor.Descriptors;
import org.socketconsole.libc.ControlMessage;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketFactory;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The control messages that came, in words, and what came in them: each descriptor is a listed
/// socket or closed, so that none is open without an owner.
@Component
class ReceivedControl {

    private final SocketFactory factory;

    ReceivedControl(SocketFactory factory) {
        this.factory = factory;
    }

    /// The messages, and the sockets that came along.
    record Incoming(List<Control> ancdata, List<LiveSocket> sockets) {}

    Incoming of(List<ControlMessage> messages, String parent) {
        List<Control> ancdata = new ArrayList<>();
        List<LiveSocket> sockets = new ArrayList<>();
        for (ControlMessage message : messages) {
            List<LiveSocket> owned = own(message, parent);
            sockets.addAll(owned);
            ancdata.add(Control.of(message, value(message, owned)));
        }
        return new Incoming(ancdata, sockets);
    }

    private List<LiveSocket> own(ControlMessage message, String parent) {
        return Descriptors.of(message)
                .mapToObj(fd -> factory.received(fd, parent))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable JsonNode value(ControlMessage message, List<LiveSocket> owned) {
        if (message.level() != SOL_SOCKET || message.type() != SCM_RIGHTS) {
            return ControlValues.decode(message);
        }
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        owned.forEach(socket -> ids.add(socket.id()));
        return JsonNodeFactory.instance.objectNode().set("sockets", ids);
    }
}
