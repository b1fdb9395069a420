package org.socketconsole.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.descriptor.SocketKind;
import org.socketconsole.net.Constants;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class OptionTableTests {

    @Test
    void rowsAreSortedByLevelAndThenByName() {
        assertThat(OptionTable.all())
                .hasSizeGreaterThan(250)
                .isSortedAccordingTo(
                        Comparator.comparing((SocketOption option) -> option.level().name())
                                .thenComparing(SocketOption::name));
    }

    @ParameterizedTest
    @MethodSource("org.socketconsole.option.OptionTable#all")
    void everyNameIsThePreferredOneOfAConstant(SocketOption option) {
        assertThat(option.constant().isAlias()).isFalse();
        assertThat(option.level().name())
                .matches("SOL_(SOCKET|PACKET|NETLINK)|IPPROTO_.*|AF_VSOCK");
    }

    @ParameterizedTest
    @MethodSource("org.socketconsole.option.OptionTable#all")
    void everyWordOfAScopeIsAConstant(SocketOption option) {
        assertThat(option.scope().cell().split("[ ,|]+"))
                .allMatch(word -> word.equals("any") || Constants.find(word).isPresent());
    }

    @ParameterizedTest
    @MethodSource("org.socketconsole.option.OptionTable#all")
    void everyOptionIsOfSomeSocket(SocketOption option) {
        assertThat(kinds()).anyMatch(option.scope()::includes);
    }

    @Test
    void noSocketHasTwoOptionsOfOneName() {
        assertThat(kinds())
                .allSatisfy(
                        kind ->
                                assertThat(OptionTable.of(kind))
                                        .extracting(SocketOption::name)
                                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @CsvSource({
        "TCP_NODELAY, 2, 1, 6, true",
        "TCP_NODELAY, 10, 1, 6, true",
        "TCP_NODELAY, 2, 1, 262, true",
        "TCP_NODELAY, 2, 2, 17, false",
        "TCP_NODELAY, 2, 3, 6, false",
        "TCP_NODELAY, 16, 3, 6, false",
        "UDP_CORK, 10, 2, 17, true",
        "IP_TTL, 10, 1, 6, true",
        "IP_TTL, 10, 3, 58, false",
        "IP_HDRINCL, 2, 3, 1, true",
        "IP_HDRINCL, 2, 2, 17, false",
        "IPV6_V6ONLY, 2, 1, 6, false",
        "SO_PEERCRED, 1, 1, 0, true",
        "SO_PEERCRED, 2, 1, 6, false",
        "SO_TYPE, 38, 5, 0, true",
    })
    void theFamilyTheTypeAndTheProtocolDecide(
            String name, int family, int type, int proto, boolean isThere) {
        assertThat(OptionTable.of(new SocketKind(family, type, proto)))
                .extracting(SocketOption::name)
                .matches(names -> names.contains(name) == isThere);
    }

    @Test
    void anOptionOfAnotherSocketIsNotFound() {
        assertThatThrownBy(() -> OptionTable.find(new SocketKind(2, 2, 17), "TCP_NODELAY"))
                .isInstanceOf(NotFoundException.class);
    }

    /// Every family, type and protocol that a scope could name, the impossible ones too.
    static List<SocketKind> kinds() {
        return IntStream.of(1, 2, 10, 16, 17, 40)
                .boxed()
                .flatMap(
                        family ->
                                IntStream.of(1, 2, 3, 5)
                                        .boxed()
                                        .flatMap(type -> ofAnyProtocol(family, type)))
                .toList();
    }

    private static Stream<SocketKind> ofAnyProtocol(int family, int type) {
        return IntStream.of(0, 1, 6, 17, 58, 136, 262)
                .mapToObj(proto -> new SocketKind(family, type, proto));
    }
}
