package org.socketconsole.option;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.nativeOrder;

import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;
import org.socketconsole.option.Codec.Flag;
import org.socketconsole.option.Codec.Host;
import org.socketconsole.option.Codec.Raw;
import org.socketconsole.option.Codec.Struct;
import org.socketconsole.option.Codec.Text;
import org.socketconsole.option.Codec.Timeval;
import org.socketconsole.option.Codec.Whole;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

/// What an option's value is, in C and in JSON. A member of a struct is called as the header calls
/// it, without the prefix.
enum OptionKind {
    FLAG(new Flag()),
    INT(new Whole(Integer.BYTES, false, nativeOrder())),
    UINT(new Whole(Integer.BYTES, true, nativeOrder())),
    ULONG(new Whole(Long.BYTES, true, nativeOrder())),
    NET_INT(new Whole(Integer.BYTES, true, BIG_ENDIAN)),
    TIMEVAL(new Timeval()),
    STRING(new Text()),
    IN_ADDR(new Host(AF_INET, 4)),
    IN6_ADDR(new Host(AF_INET6, 16)),
    LINGER(struct().with("onoff", INT).with("linger", INT)),
    UCRED(struct().with("pid", INT).with("uid", UINT).with("gid", UINT)),
    TXTIME(struct().with("clockid", INT).with("flags", UINT)),
    MEMINFO(
            struct().with("rmem_alloc", UINT)
                    .with("rcvbuf", UINT)
                    .with("wmem_alloc", UINT)
                    .with("sndbuf", UINT)
                    .with("fwd_alloc", UINT)
                    .with("wmem_queued", UINT)
                    .with("optmem", UINT)
                    .with("backlog", UINT)
                    .with("drops", UINT)),
    REPAIR_WINDOW(
            struct().with("snd_wl1", UINT)
                    .with("snd_wnd", UINT)
                    .with("max_window", UINT)
                    .with("rcv_wnd", UINT)
                    .with("rcv_wup", UINT)),
    IP_MREQN(struct().with("multiaddr", IN_ADDR).with("address", IN_ADDR).with("ifindex", INT)),
    IP_MREQ_SOURCE(
            struct().with("multiaddr", IN_ADDR)
                    .with("interface", IN_ADDR)
                    .with("sourceaddr", IN_ADDR)),
    IPV6_MREQ(struct().with("multiaddr", IN6_ADDR).with("interface", INT)),
    TCP_INFO(new Raw()),
    RAW(new Raw());

    /// For values without a size of their own.
    private static final int BUFLEN = 1024;

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
        return codec.size() == 0 ? BUFLEN : codec.size();
    }

    /// Null where the bytes alone tell.
    @Nullable JsonNode decode(byte[] data) {
        return data.length < codec.size() ? null : codec.decode(ByteBuffer.wrap(data));
    }

    byte[] encode(String field, JsonNode value) {
        return codec.encode(field, value);
    }

    private static Struct struct() {
        return new Struct(List.of());
    }
}
