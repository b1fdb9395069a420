package org.socketconsole.codec;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.nativeOrder;

import org.socketconsole.codec.Codec.Host;
import org.socketconsole.codec.Codec.Struct;
import org.socketconsole.codec.Codec.Text;
import org.socketconsole.codec.Codec.Whole;

/// What the data of a control message is, in C and in JSON. A member of a struct is called as the
/// header calls it, without the prefix.
enum ControlKind {
    BYTE(new Whole(Byte.BYTES, true, nativeOrder())),
    SHORT(new Whole(Short.BYTES, true, nativeOrder())),
    INT(new Whole(Integer.BYTES, false, nativeOrder())),
    UINT(new Whole(Integer.BYTES, true, nativeOrder())),
    ULONG(new Whole(Long.BYTES, true, nativeOrder())),
    LONG(new Whole(Long.BYTES, false, nativeOrder())),
    NET_INT(new Whole(Integer.BYTES, true, BIG_ENDIAN)),
    STRING(new Text()),
    IN_ADDR(new Host(AF_INET, 4)),
    IN6_ADDR(new Host(AF_INET6, 16)),
    IFINDEX(new Ifindex(nativeOrder())),
    SOCKADDR_IN(new InetSockaddr(16)),
    SOCKADDR_IN6(new InetSockaddr(28)),
    UCRED(Struct.of().with("pid", INT.codec).with("uid", UINT.codec).with("gid", UINT.codec)),
    TIMEVAL(Struct.of().with("sec", LONG.codec).with("usec", LONG.codec)),
    TIMESPEC(Struct.of().with("sec", LONG.codec).with("nsec", LONG.codec)),
    TIMESTAMPS(
            Struct.of()
                    .with("software", TIMESPEC.codec)
                    .padded(TIMESPEC.codec)
                    .with("hardware", TIMESPEC.codec)),
    TS_PKTINFO(Struct.of().with("if_index", UINT.codec).with("pkt_length", UINT.codec)),
    IN_PKTINFO(
            Struct.of()
                    .withOptional("ifindex", IFINDEX.codec)
                    .withOptional("spec_dst", IN_ADDR.codec)
                    .withOptional("addr", IN_ADDR.codec)),
    IN6_PKTINFO(
            Struct.of()
                    .withOptional("addr", IN6_ADDR.codec)
                    .withOptional("ifindex", IFINDEX.codec)),
    IP6_MTUINFO(Struct.of().with("addr", SOCKADDR_IN6.codec).with("mtu", UINT.codec)),
    SOCK_EXTENDED_ERR(extendedError()),
    SOCK_EXTENDED_ERR_IN(extendedError().with("offender", SOCKADDR_IN.codec)),
    SOCK_EXTENDED_ERR_IN6(extendedError().with("offender", SOCKADDR_IN6.codec)),
    NL_PKTINFO(Struct.of().with("group", UINT.codec)),
    TPACKET_AUXDATA(
            Struct.of()
                    .with("status", UINT.codec)
                    .with("len", UINT.codec)
                    .with("snaplen", UINT.codec)
                    .with("mac", SHORT.codec)
                    .with("net", SHORT.codec)
                    .with("vlan_tci", SHORT.codec)
                    .with("vlan_tpid", SHORT.codec));

    private final Codec codec;

    ControlKind(Codec codec) {
        this.codec = codec;
    }

    Codec codec() {
        return codec;
    }

    /// linux/errqueue.h; the offender, who follows in IP's, is null where there is none.
    private static Struct extendedError() {
        return Struct.of()
                .with("errno", UINT.codec)
                .with("origin", new Named("SO_EE_ORIGIN"))
                .with("type", BYTE.codec)
                .with("code", BYTE.codec)
                .padded(BYTE.codec)
                .with("info", UINT.codec)
                .with("data", UINT.codec);
    }
}
