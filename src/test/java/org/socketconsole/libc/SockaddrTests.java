package org.socketconsole.libc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;
import org.socketconsole.net.SocketAddress.Netlink;
import org.socketconsole.net.SocketAddress.Packet;
import org.socketconsole.net.SocketAddress.Unix;
import org.socketconsole.net.SocketAddress.Vsock;

import java.util.stream.Stream;

class SockaddrTests {

    static Stream<SocketAddress> addresses() {
        return Stream.of(
                new Inet4(new byte[] {127, 0, 0, 1}, 50007),
                new Inet6(new byte[16], 65535, 0xfffff, -1),
                new Unix("/run/x".getBytes()),
                new Unix(new byte[] {0, -1, 0, 'x'}),
                new Unix(new byte[0]),
                new Packet(1, 0x0800, 3, 772, new byte[] {1, 2, 3, 4, 5, 6}),
                new Netlink(-2, -1),
                new Vsock(-1, -1));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whatIsEncodedIsDecodedAsItWas(SocketAddress address) {
        byte[] encoded = Sockaddr.encode(address);
        assertThat(Sockaddr.decode(encoded)).usingRecursiveComparison().isEqualTo(address);
        assertThat(Sockaddr.family(encoded)).isEqualTo(address.family());
    }

    @Test
    void aPortIsInNetworkOrder() {
        byte[] encoded = Sockaddr.encode(new Inet4(new byte[4], 0x1234));
        assertThat(encoded[2]).isEqualTo((byte) 0x12);
        assertThat(encoded[3]).isEqualTo((byte) 0x34);
    }

    @Test
    void anUnnamedUnixSocketsAddressIsItsFamilyAlone() {
        assertThat(Sockaddr.encode(new Unix(new byte[0]))).hasSize(2);
    }

    @Test
    void aFamilyWithoutAFormHereIsNoAddress() {
        assertThat(Sockaddr.decode(new byte[] {38, 0, 1, 2})).isNull();
        assertThat(Sockaddr.decode(new byte[0])).isNull();
    }
}
