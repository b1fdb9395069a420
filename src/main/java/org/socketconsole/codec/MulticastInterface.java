package org.socketconsole.codec;

import static org.socketconsole.net.SocketConstants.AF_INET;

import static java.nio.ByteOrder.nativeOrder;

import org.socketconsole.codec.Codec.Host;
import org.socketconsole.codec.Codec.Struct;
import org.socketconsole.libc.Libc;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;

/// Where multicast leaves: the interface's address, which is all that is read back, its name or its
/// index, or a `struct ip_mreqn`.
public record MulticastInterface() implements Codec {

    private static final Host ADDRESS = new Host(AF_INET, 4);
    private static final Struct MREQN =
            Struct.of()
                    .withOptional("multiaddr", ADDRESS)
                    .withOptional("address", ADDRESS)
                    .withOptional("ifindex", new Ifindex(nativeOrder()));

    @Override
    public int size() {
        return ADDRESS.size();
    }

    @Override
    public JsonNode decode(ByteBuffer data) {
        return ADDRESS.decode(data);
    }

    @Override
    public byte[] encode(String field, JsonNode value) {
        if (value.isObject()) {
            return MREQN.encode(field, value);
        }
        boolean isAddress = value.isString() && value.stringValue().indexOf('.') >= 0;
        return isAddress && isLiteral(value.stringValue())
                ? ADDRESS.encode(field, value)
                : MREQN.encode(field, JSON.objectNode().set("ifindex", value));
    }

    /// The name of an interface can have dots, as `eth0.100`.
    private static boolean isLiteral(String text) {
        return text.indexOf('\0') < 0
                && Libc.host().inet_pton(ADDRESS.family(), text) instanceof byte[] address
                && address.length == ADDRESS.size();
    }
}
