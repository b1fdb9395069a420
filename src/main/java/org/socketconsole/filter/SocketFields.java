package org.socketconsole.filter;

import static org.socketconsole.filter.Choice.adjectives;
import static org.socketconsole.filter.Choice.places;
import static org.socketconsole.filter.Choice.traits;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.filter.SocketFacts.WaitingCall;
import org.socketconsole.net.Constants;
import org.socketconsole.net.Errno;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The fields of sockets.
final class SocketFields {

    private static final double NANOS = 1e9;

    private static final NameSet STATES =
            new NameSet(
                    List.of(
                            "UNCONNECTED",
                            "BOUND",
                            "LISTENING",
                            "CONNECTING",
                            "CONNECTED",
                            "CLOSED"),
                    Map.of("CONNECTED", "established", "UNCONNECTED", "created"));

    private static final NameSet TYPES =
            NameSet.of(
                    List.of(
                            "IPPROTO_TCP",
                            "IPPROTO_UDP",
                            "AF_UNIX",
                            "SOCK_RAW",
                            "SOCK_STREAM",
                            "SOCK_DGRAM",
                            "SOCK_SEQPACKET",
                            "SOCK_RDM",
                            "SOCK_DCCP",
                            "SOCK_PACKET",
                            "IPPROTO_ICMP",
                            "IPPROTO_ICMPV6",
                            "IPPROTO_SCTP",
                            "IPPROTO_MPTCP",
                            "IPPROTO_UDPLITE",
                            "AF_PACKET",
                            "AF_NETLINK",
                            "AF_VSOCK"));

    private static final NameSet FAMILIES = NameSet.of(Constants.names("AF_"));
    private static final NameSet PROTOCOLS = NameSet.of(Constants.names("IPPROTO_"));
    private static final NameSet ERRORS =
            NameSet.of(Errno.all().stream().map(Errno::symbol).toList());
    private static final NameSet ORIGINS =
            NameSet.of(List.of("socket", "accept", "fromfd", "socketpair", "dup", "recvmsg"));

    private static final Map<String, String> SPOKEN = Map.of("AF_INET", "IPv4", "AF_INET6", "IPv6");

    private record Having(String words, Predicate<SocketFacts> predicate) {}

    private static final Map<String, Having> HAVING =
            new TreeMap<>(
                    Map.of(
                            "unread", new Having("unread bytes", SocketFacts::hasUnread),
                            "label", new Having("a label", s -> s.label() != null),
                            "peer", new Having("a peer", s -> s.peerAddress() != null),
                            "parent", new Having("a parent", s -> s.parent() != null),
                            "error", new Having("an error", s -> s.lastError() != null)));

    static final List<Field<SocketFacts>> ALL =
            List.of(
                    Field.<SocketFacts>of(
                                    "state",
                                    "state:listen",
                                    "The state, or how it begins; established is CONNECTED, created UNCONNECTED",
                                    new Choice<>(STATES, s -> Stream.of(s.state()), places("in ")))
                            .choosing(s -> Stream.of(NameSet.shortened(s.state()))),
                    Field.<SocketFacts>of(
                                    "type",
                                    "type:tcp",
                                    "The type, or what it is mostly called by: tcp, udp, unix, raw",
                                    new Choice<>(
                                            TYPES,
                                            SocketFields::types,
                                            adjectives(SocketFields::spoken)))
                            .choosing(
                                    s ->
                                            types(s).filter(TYPES.all()::contains)
                                                    .map(NameSet::shortened)),
                    Field.<SocketFacts>of(
                                    "family",
                                    "family:inet6",
                                    "The family of addresses",
                                    new Choice<>(
                                            FAMILIES,
                                            s -> Stream.of(s.family()),
                                            adjectives(SocketFields::spoken)))
                            .choosing(s -> Stream.of(NameSet.shortened(s.family()))),
                    Field.<SocketFacts>of(
                                    "proto",
                                    "proto:udp",
                                    "The protocol",
                                    new Choice<>(
                                            PROTOCOLS,
                                            s -> Stream.of(s.proto()),
                                            adjectives(SocketFields::spoken)))
                            .choosing(s -> Stream.of(NameSet.shortened(s.proto()))),
                    Field.of(
                            "port",
                            "port:7000",
                            "The port of either end; port>1024 is one above",
                            AddressMeaning.ports(SocketFields::ends)),
                    Field.of(
                            "local",
                            "local:127.0.0.1",
                            "The local address: a host, host:port, 10.0.0.0/8, a part of a path",
                            AddressMeaning.matching(
                                    s -> Stream.ofNullable(s.localAddress()),
                                    "with local address")),
                    Field.of(
                            "peer",
                            "peer:10.0.0.0/8",
                            "The peer's address, in the same forms",
                            AddressMeaning.matching(
                                    s -> Stream.ofNullable(s.peerAddress()), "with peer")),
                    Field.<SocketFacts>of(
                                    "label",
                                    "label:echo",
                                    "A part of the label",
                                    new Contains<>(s -> Stream.ofNullable(s.label()), "with label"))
                            .choosing(s -> Stream.ofNullable(s.label())),
                    Field.<SocketFacts>of(
                                    "waiting",
                                    "waiting:recv",
                                    "The call that waits, or any; waiting>10s is how long",
                                    SocketFields::waiting)
                            .choosing(
                                    s ->
                                            Stream.concat(
                                                    Stream.of("any"),
                                                    s.waiting().stream().map(WaitingCall::call))),
                    Field.<SocketFacts>of(
                                    "error",
                                    "error:ECONNRESET",
                                    "The error that a call ended with last",
                                    new Choice<>(
                                            ERRORS,
                                            s -> Stream.ofNullable(s.lastError()),
                                            traits("with last error ")))
                            .choosing(s -> Stream.ofNullable(s.lastError())),
                    Field.<SocketFacts>of(
                                    "origin",
                                    "origin:accept",
                                    "The call that made it",
                                    new Choice<>(
                                            ORIGINS,
                                            s -> Stream.of(s.origin()),
                                            traits("made by ")))
                            .choosing(s -> Stream.of(s.origin())),
                    Field.of(
                            "age",
                            "age<5m",
                            "How long ago it was made",
                            new Amount<>(
                                    Unit.SECONDS,
                                    s -> DoubleStream.of(seconds(s.age())),
                                    Amount.trait("made %s ago"))),
                    Field.of(
                            "received",
                            "received>1MiB",
                            "Bytes received",
                            new Amount<>(
                                    Unit.BYTES,
                                    s -> DoubleStream.of(s.bytesReceived()),
                                    Amount.trait("with %s received"))),
                    Field.of(
                            "sent",
                            "sent>64k",
                            "Bytes sent",
                            new Amount<>(
                                    Unit.BYTES,
                                    s -> DoubleStream.of(s.bytesSent()),
                                    Amount.trait("with %s sent"))),
                    Field.<SocketFacts>of(
                                    "has",
                                    "has:unread",
                                    "What is there: unread bytes, a label, a peer, a parent, an error",
                                    SocketFields::having)
                            .choosing("unread", "label", "peer", "parent", "error"),
                    Field.of(
                            "id",
                            "id:s-12",
                            "The id, or its number",
                            new Exactly<>(s -> Stream.of(s.id()), "with id ")),
                    Field.of(
                            "parent",
                            "parent:s-1",
                            "The listener that accepted it, or what it was made out of",
                            new Exactly<>(s -> Stream.ofNullable(s.parent()), "made out of ")),
                    Field.of(
                            "fd",
                            "fd:42",
                            "The number of the descriptor",
                            new Amount<>(
                                    Unit.NUMBER,
                                    s -> DoubleStream.of(s.fd()),
                                    Amount.trait("with descriptor %s"))),
                    Field.<SocketFacts>of(
                                    "timeout",
                                    "timeout:none",
                                    "Its time-out: none is blocking mode, 0 non-blocking",
                                    SocketFields::timeout)
                            .choosing("none", "0"));

    private SocketFields() {}

    /// A bare word is looked for in what a person knows a socket by.
    static Condition<SocketFacts> word(String word) {
        return new Condition<>(
                socket ->
                        Language.isMentioned(
                                word, Stream.concat(names(socket), Stream.of(socket.state()))),
                Phrase.trait("that mention \"" + word + "\""));
    }

    /// Its id, label and addresses.
    static Stream<String> names(SocketFacts socket) {
        return Stream.concat(
                Stream.of(new @Nullable String[] {socket.id(), socket.label()})
                        .filter(Objects::nonNull),
                ends(socket).map(AddressText::of));
    }

    static Stream<Address> ends(SocketFacts socket) {
        return Stream.of(new @Nullable Address[] {socket.localAddress(), socket.peerAddress()})
                .filter(Objects::nonNull);
    }

    private static Stream<String> types(SocketFacts socket) {
        return Stream.of(socket.type(), socket.proto(), socket.family());
    }

    private static String spoken(String name) {
        String shortened = NameSet.shortened(name).toUpperCase(Locale.ROOT);
        return SPOKEN.getOrDefault(name, shortened);
    }

    private static Condition<SocketFacts> having(Node.Term term) {
        Set<String> names = NameSet.of(List.copyOf(HAVING.keySet())).meant(term);
        return Condition.any(
                HAVING.entrySet().stream()
                        .filter(entry -> names.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .map(
                                having ->
                                        new Condition<>(
                                                having.predicate,
                                                Phrase.trait("with " + having.words)))
                        .toList(),
                "sockets");
    }

    private static Condition<SocketFacts> waiting(Node.Term term) {
        if (term.operator() != ':') {
            return new Amount<SocketFacts>(
                            Unit.SECONDS,
                            s -> s.waiting().stream().mapToDouble(call -> seconds(call.since())),
                            Amount.trait("waiting %s"))
                    .of(term);
        }
        String call = term.value().toLowerCase(Locale.ROOT);
        return call.equals("any")
                ? new Condition<>(
                        s -> !s.waiting().isEmpty(), Phrase.trait("with a call that waits"))
                : new Condition<>(
                        s -> s.waiting().stream().anyMatch(w -> w.call().equals(call)),
                        Phrase.trait("waiting in " + call));
    }

    private static Condition<SocketFacts> timeout(Node.Term term) {
        return term.operator() == ':' && term.value().equalsIgnoreCase("none")
                ? new Condition<>(s -> s.timeout() == null, Phrase.trait("without a time-out"))
                : new Amount<SocketFacts>(
                                Unit.SECONDS,
                                s -> Stream.ofNullable(s.timeout()).mapToDouble(t -> t),
                                Amount.trait("with a time-out of %s"))
                        .of(term);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
