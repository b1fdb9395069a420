package org.socketconsole.codec;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;

import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;

/// The `struct sockaddr` of an internet address, as the API writes one; null for none.
public record InetSockaddr(int size) implements Codec {

    @Override
    public JsonNode decode(ByteBuffer data) {
        byte[] addr = new byte[size];
        data.get(addr);
        return switch (Sockaddr.decode(addr)) {
            case Inet4 inet -> node("AF_INET", inet.host(), inet.port());
            case Inet6 inet ->
                    node("AF_INET6", inet.host(), inet.port())
                            .put("flowinfo", inet.flowinfo())
                            .put("scope_id", Integer.toUnsignedLong(inet.scopeId()));
            case null, default -> JSON.nullNode();
        };
    }

    @Override
    public byte[] encode(String field, JsonNode value) {
        throw new InvalidArgumentException(
                field, "has a form that is only received; send its bytes as `data`");
    }

    private static ObjectNode node(String family, byte[] host, int port) {
        int number = host.length == 4 ? AF_INET : AF_INET6;
        return JSON.objectNode()
                .put("family", family)
                .put("host", Libc.host().inet_ntop(number, host))
                .put("port", port);
    }
}
