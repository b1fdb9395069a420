package org.socketconsole.option;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.nativeOrder;

import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;
import org.socketconsole.codec.Codec;
import org.socketconsole.codec.Codec.Flag;
import org.socketconsole.codec.Codec.Host;
import org.socketconsole.codec.Codec.Raw;
import org.socketconsole.codec.Codec.Struct;
import org.socketconsole.codec.Codec.Text;
import org.socketconsole.codec.Codec.Timeval;
import org.socketconsole.codec.Codec.Whole;
import org.socketconsole.codec.Ifindex;
import org.socketconsole.codec.MulticastInterface;
import org.socketconsole.codec.PacketFilter;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.util.Locale;

/// What an option's value is, in C and in JSON. A member of a struct is called as the header calls
/// it, without the prefix.
enum OptionKind {
    FLAG(new Flag()),
    INT(new Whole(Integer.BYTES, false, nativeOrder())),
    UINT(new Whole(Integer.BYTES, true, nativeOrder())),
    ULONG(new Whole(Long.BYTES, true, nativeOrder())),
    IFINDEX(new Ifindex(nativeOrder())),
    NET_IFINDEX(new Ifindex(BIG_ENDIAN)),
    TIMEVAL(new Timeval()),
    STRING(new Text()),
    IN_ADDR(new Host(AF_INET, 4)),
    IN6_ADDR(new Host(AF_INET6, 16)),
    LINGER(Struct.of().with("onoff", FLAG.codec).with("linger", INT.codec)),
    UCRED(Struct.of().with("pid", INT.codec).with("uid", UINT.codec).with("gid", UINT.codec)),
    TXTIME(Struct.of().with("clockid", INT.codec).with("flags", UINT.codec)),
    MEMINFO(
            Struct.of()
                    .with("rmem_alloc", UINT.codec)
                    .with("rcvbuf", UINT.codec)
                    .with("wmem_alloc", UINT.codec)
                    .with("sndbuf", UINT.codec)
                    .with("fwd_alloc", UINT.codec)
                    .with("wmem_queued", UINT.codec)
                    .with("optmem", UINT.codec)
                    .with("backlog", UINT.codec)
                    .with("drops", UINT.codec)),
    REPAIR_WINDOW(
            Struct.of()
                    .with("snd_wl1", UINT.codec)
                    .with("snd_wnd", UINT.codec)
                    .with("max_window", UINT.codec)
                    .with("rcv_wnd", UINT.codec)
                    .with("rcv_wup", UINT.codec)),
    IP_MREQN(
            Struct.of()
                    .with("multiaddr", IN_ADDR.codec)
                    .withOptional("address", IN_ADDR.codec)
                    .withOptional("ifindex", IFINDEX.codec)),
    MULTICAST_IF(new MulticastInterface()),
    IP_MREQ_SOURCE(
            Struct.of()
                    .with("multiaddr", IN_ADDR.codec)
                    .with("interface", IN_ADDR.codec)
                    .with("sourceaddr", IN_ADDR.codec)),
    IPV6_MREQ(
            Struct.of().with("multiaddr", IN6_ADDR.codec).withOptional("interface", IFINDEX.codec)),
    SOCK_FILTER(new PacketFilter()),
    TCP_INFO(new Raw()),
    RAW(new Raw());

    /// For values without a size of their own; a filter has 4,096 instructions at most.
    private static final int BUFLEN = 1024;

    private static final int FILTER_BUFLEN = 4096 * 8;

    private final Codec codec;

    OptionKind(Codec codec) {
        this.codec = codec;
    }

    static OptionKind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    Codec codec() {
        return codec;
    }

    /// As much as the kernel may fill.
    int buflen() {
        if (this == SOCK_FILTER) {
            return FILTER_BUFLEN;
        }
        return codec.size() == 0 ? BUFLEN : codec.size();
    }

    /// Null where the bytes alone tell.
    @Nullable JsonNode decode(byte[] data) {
        return data.length < codec.size() ? null : codec.decode(ByteBuffer.wrap(data));
    }

    byte[] encode(String field, JsonNode value) {
        return codec.encode(field, value);
    }
}
