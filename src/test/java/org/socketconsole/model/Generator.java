package org.socketconsole.model;

import org.socketconsole.testing.Json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/// Makes sequences of calls: first sockets as one has them, connected or about to be, then whatever
/// comes. It does not know how calls end; what it names may never be made.
final class Generator {

    private static final int CALLS = 40;

    private final Chance chance;
    private final Options options;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Kind> sockets = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private final Map<String, Integer> weights = new HashMap<>();
    private int names;

    private Generator(SplittableRandom random) {
        this.chance = new Chance(random);
        this.options = new Options(chance);
    }

    static List<Step> sequence(SplittableRandom random) {
        Generator generator = new Generator(random);
        generator.open();
        generator.setModes();
        while (generator.steps.size() < CALLS) {
            generator.call();
        }
        return generator.steps;
    }

    // How a sequence begins

    private void open() {
        List<Runnable> openings =
                List.of(
                        () -> connection(Kind.TCP, inet()),
                        () -> connection(Kind.TCP, inet()),
                        () -> connection(Kind.TCP6, inet6("::1")),
                        () -> connection(Kind.TCP6, inet6("::ffff:127.@.1")),
                        () -> connection(Kind.unix("SOCK_STREAM"), unix()),
                        () -> connection(Kind.unix("SOCK_SEQPACKET"), unix()),
                        () -> listening(Kind.TCP, inet()),
                        () -> listening(Kind.unix("SOCK_STREAM"), unix()),
                        () -> bound(Kind.UDP, inet()),
                        () -> bound(Kind.UDP, inet()),
                        () -> bound(Kind.UDP6, inet6("::1")),
                        () -> bound(new Kind("AF_INET", "SOCK_DGRAM", "IPPROTO_UDPLITE"), inet()),
                        () -> bound(Kind.unix("SOCK_DGRAM"), unix()),
                        () ->
                                bound(
                                        new Kind("AF_NETLINK", "SOCK_RAW", "NETLINK_USERSOCK"),
                                        netlink()),
                        () -> pair("SOCK_STREAM"),
                        () -> pair("SOCK_STREAM"),
                        () -> pair("SOCK_DGRAM"),
                        () -> pair("SOCK_SEQPACKET"),
                        this::icmp,
                        this::raw,
                        this::packet,
                        this::anything);
        chance.of(openings).run();
        if (chance.is(0.3)) {
            chance.of(openings).run();
        }
    }

    private void connection(Kind kind, Map<String, ?> address) {
        String listener = socket(kind);
        String client = socket(kind);
        on("bind", listener, Map.of("address", address));
        on("listen", listener, Map.of("backlog", 2));
        on("connect", client, to(listener));
        accept(listener);
    }

    private void listening(Kind kind, Map<String, ?> address) {
        String listener = socket(kind);
        on("bind", listener, Map.of("address", address));
        on("listen", listener, Map.of("backlog", chance.of(-5, 0, 1, 5)));
        String client = socket(kind);
        on("setblocking", client, Map.of("flag", false));
        on("connect_ex", client, to(listener));
    }

    private void bound(Kind kind, Map<String, ?> address) {
        String first = socket(kind);
        String second = socket(kind);
        on("bind", first, Map.of("address", address));
        if (chance.is(0.7)) {
            on("bind", second, Map.of("address", address));
        }
        if (chance.is(0.6)) {
            on("connect", second, to(first));
        }
        if (chance.is(0.3)) {
            on("connect", first, to(second));
        }
    }

    private void pair(String type) {
        String first = named(Kind.unix(type));
        String second = named(Kind.unix(type));
        Map<String, ?> args = Map.of("family", "AF_UNIX", "type", type, "proto", 0);
        steps.add(Step.function("socketpair", args, first, second));
    }

    /// Echo requests to an address of this side alone, which the kernel answers. All that others
    /// send is filtered until the address is set.
    private void icmp() {
        String socket = socket(new Kind("AF_INET", "SOCK_RAW", "IPPROTO_ICMP"));
        filter(socket, "/////w==");
        on("bind", socket, Map.of("address", Map.of("host", "127.@.1", "port", 0)));
        on("connect", socket, Map.of("address", Map.of("host", "127.@.1", "port", 0)));
        filter(socket, "AAAAAA==");
        on("send", socket, Map.of("data", "CAD3/gABAAA=", "flags", "0"));
    }

    private void filter(String socket, String data) {
        on("setsockopt", socket, Map.of("level", 255, "optname", 1, "data", data));
    }

    private void raw() {
        bound(
                new Kind("AF_INET", "SOCK_RAW", "@"),
                Map.of("host", "127.@." + chance.of(1, 2), "port", 0));
    }

    private void packet() {
        Kind kind = new Kind("AF_PACKET", chance.of("SOCK_RAW", "SOCK_DGRAM"), "0");
        String socket = socket(kind);
        on("bind", socket, Map.of("address", Map.of("ifname", "lo", "protocol", "@")));
    }

    private void anything() {
        String family =
                chance.of(
                        "AF_INET",
                        "AF_INET6",
                        "AF_UNIX",
                        "AF_NETLINK",
                        "AF_PACKET",
                        "AF_VSOCK",
                        "AF_XDP",
                        "AF_CAN",
                        "99");
        String type =
                chance.of(
                        "SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW", "SOCK_SEQPACKET", "SOCK_RDM", "9");
        String proto =
                chance.of("0", "0", "0", "IPPROTO_TCP", "IPPROTO_UDP", "IPPROTO_MPTCP", "@", "256");
        boolean hearsOthers = type.equals("SOCK_RAW") && !proto.equals("@");
        boolean isInet = family.startsWith("AF_INET");
        socket(new Kind(family, hearsOthers ? "SOCK_DGRAM" : type, isInet ? proto : "0"));
    }

    private void setModes() {
        for (String name : List.copyOf(sockets.keySet())) {
            int mode = chance.below(4);
            if (mode == 0) {
                on("settimeout", name, Map.of("timeout", 0.01));
            } else if (mode > 1) {
                on("setblocking", name, Map.of("flag", false));
            }
        }
    }

    // Any call

    private void call() {
        List<Supplier<Step>> calls = files.isEmpty() || chance.is(0.8) ? onSockets() : onFiles();
        Step step = chance.of(calls).get();
        steps.add(step);
    }

    private List<Supplier<Step>> onSockets() {
        String name = chance.of(List.copyOf(sockets.keySet()));
        Kind kind = sockets.get(name);
        Function<String, Step> bare = call -> Step.method(call, name, Map.of());
        List<Supplier<Step>> calls = new ArrayList<>();
        add(calls, 8, () -> Step.method("recv", name, receiving()));
        add(calls, 4, () -> Step.method("recvfrom", name, receiving()));
        add(calls, 4, () -> recvmsg(name));
        add(calls, 8, () -> Step.method("send", name, sending(kind)));
        add(calls, 2, () -> Step.method("sendall", name, sendall()));
        add(calls, 4, () -> Step.method("sendto", name, with(sending(kind), to(kind))));
        add(calls, 4, () -> Step.method("sendmsg", name, sendmsg(kind)));
        add(calls, 3, () -> accepting(name));
        add(calls, 2, () -> Step.method("bind", name, Map.of("address", address(kind, true))));
        add(calls, 3, () -> Step.method("connect", name, to(kind)));
        add(calls, 2, () -> Step.method("connect_ex", name, to(kind)));
        add(calls, 1, () -> Step.method("listen", name, Map.of("backlog", chance.of(-5, 0, 1, 5))));
        add(
                calls,
                2,
                () ->
                        Step.method(
                                "shutdown",
                                name,
                                Map.of("how", chance.of(0, 1, 1, 2, 3, "SHUT_WR"))));
        add(calls, 1, () -> bare.apply("close"));
        add(calls, 1, () -> bare.apply("fileno"));
        add(calls, 1, () -> bare.apply("getblocking"));
        add(calls, 1, () -> bare.apply("gettimeout"));
        add(calls, 2, () -> bare.apply("getpeername"));
        add(calls, 2, () -> bare.apply("getsockname"));
        add(calls, 3, () -> bare.apply("view"));
        add(calls, 2, () -> ioctl(name));
        add(calls, 6, () -> Step.method("getsockopt", name, options.reading(kind)));
        add(calls, 5, () -> Step.method("setsockopt", name, options.setting(kind)));
        add(calls, 1, () -> Step.method("setblocking", name, Map.of("flag", chance.is(0.3))));
        add(calls, 1, () -> settimeout(name));
        add(calls, 2, () -> Step.method("dup", name, Map.of(), named(kind)));
        add(calls, 1, () -> fromfd(name, kind));
        add(calls, 3, this::select);
        add(calls, 1, this::another);
        add(calls, kind.isRaw() ? 0 : 1, () -> makefile(name));
        add(calls, kind.family().equals("AF_PACKET") ? 0 : 2, () -> answered(name));
        return calls;
    }

    private static void add(List<Supplier<Step>> calls, int weight, Supplier<Step> call) {
        for (int i = 0; i < weight; i++) {
            calls.add(call);
        }
    }

    private List<Supplier<Step>> onFiles() {
        String name = chance.of(files);
        int size = chance.of(-1, 1, 3, 10, 100);
        return List.of(
                () -> Step.method("file.read", name, Map.of("size", size)),
                () -> Step.method("file.readline", name, Map.of("size", size)),
                () -> Step.method("file.readlines", name, Map.of("hint", size)),
                () ->
                        Step.method(
                                "file.write",
                                name,
                                Map.of("data", chance.data(chance.of(0, 1, 5, 100)))),
                () -> Step.method("file.write", name, Map.of("data", Json.base64("one\ntwo\n"))),
                () -> Step.method("file.flush", name, Map.of()),
                () -> Step.method("file.close", name, Map.of()));
    }

    private Map<String, Object> receiving() {
        return Map.of("bufsize", bufsize(), "flags", receiveFlags());
    }

    private int bufsize() {
        return chance.of(0, 1, 3, 10, 10, 100, 100, 1000, 70_000, 100_000, -1);
    }

    private String receiveFlags() {
        return chance.flags(
                "MSG_PEEK",
                "MSG_DONTWAIT",
                "MSG_WAITALL",
                "MSG_TRUNC",
                "MSG_OOB",
                "MSG_ERRQUEUE",
                "MSG_CMSG_CLOEXEC",
                "MSG_NOSIGNAL",
                "MSG_CTRUNC",
                "MSG_EOR");
    }

    private Step recvmsg(String name) {
        Map<String, Object> args = new HashMap<>(receiving());
        args.put("ancbufsize", chance.of(0, 0, 20, 24, 64, 256));
        Kind kind = sockets.get(name);
        return Step.method("recvmsg", name, args, named(kind), named(kind));
    }

    private Map<String, Object> sending(Kind kind) {
        int size =
                kind.isStream()
                        ? chance.of(0, 1, 3, 10, 10, 100, 1000, 5000, 70_000, 300_000)
                        : chance.of(0, 1, 3, 10, 10, 100, 1500, 65_507, 65_508);
        String flags = sendFlags();
        // In pieces the urgent byte is only told with the last of them.
        int whole = flags.contains("MSG_OOB") ? Math.min(size, 60_000) : size;
        return Map.of("data", chance.data(whole), "flags", flags);
    }

    /// Not more than goes to the kernel in one piece: how much of it has gone is not told.
    private Map<String, Object> sendall() {
        String data = chance.data(chance.of(0, 1, 3, 10, 100, 5000, 60_000));
        return Map.of("data", data, "flags", sendFlags());
    }

    private String sendFlags() {
        return chance.flags(
                "MSG_DONTWAIT",
                "MSG_OOB",
                "MSG_MORE",
                "MSG_EOR",
                "MSG_DONTROUTE",
                "MSG_CONFIRM",
                "MSG_NOSIGNAL",
                "MSG_FASTOPEN",
                "MSG_ZEROCOPY",
                "MSG_SYN",
                "MSG_FIN",
                "MSG_RST",
                "MSG_PROXY",
                "MSG_BATCH");
    }

    private Map<String, Object> sendmsg(Kind kind) {
        Map<String, Object> args = new HashMap<>();
        args.put("flags", sendFlags());
        args.put(
                "buffers",
                chance.of(
                        List.of(),
                        List.of(chance.data(3)),
                        List.of(chance.data(5), "", chance.data(2))));
        if (chance.is(0.3)) {
            args.putAll(to(kind));
        }
        if (chance.is(0.5)) {
            args.put("ancdata", List.of(control()));
        }
        return args;
    }

    private Map<String, ?> control() {
        String passed = chance.of(List.copyOf(sockets.keySet()));
        return chance.of(
                Map.of("level", "SOL_SOCKET", "type", "SCM_RIGHTS", "sockets", List.of(passed)),
                Map.of(
                        "level",
                        "SOL_SOCKET",
                        "type",
                        "SCM_RIGHTS",
                        "sockets",
                        List.of(passed, passed)),
                Map.of("level", "IPPROTO_IP", "type", "IP_TTL", "data", "CQAAAA=="),
                Map.of("level", "IPPROTO_IP", "type", "IP_TOS", "data", "EAAAAA=="),
                Map.of("level", "IPPROTO_IPV6", "type", "IPV6_HOPLIMIT", "data", "CQAAAA=="),
                Map.of("level", "IPPROTO_UDP", "type", "UDP_SEGMENT", "data", "AgA="),
                Map.of("level", "SOL_SOCKET", "type", "SO_MARK", "data", "AQAAAA=="),
                Map.of("level", 77, "type", 77, "data", "AQ=="));
    }

    private Step accepting(String name) {
        return Step.method("accept", name, Map.of(), named(sockets.get(name)));
    }

    private Step settimeout(String name) {
        Map<String, Object> args = new HashMap<>();
        args.put("timeout", chance.of(0.01, 0.01, 0, null, -1));
        return Step.method("settimeout", name, args);
    }

    private Step ioctl(String name) {
        String request = chance.of("FIONREAD", "SIOCOUTQ", "SIOCOUTQNSD", "SIOCATMARK");
        return Step.method("ioctl", name, Map.of("request", request));
    }

    private Step fromfd(String name, Kind kind) {
        boolean isSame = kind.isRaw() || chance.is(0.9);
        String type = isSame ? kind.type() : chance.of("SOCK_STREAM", "SOCK_DGRAM", "9");
        Kind other = new Kind(kind.family(), type, kind.proto());
        Map<String, Object> args = new HashMap<>(made(other));
        args.put("fd", Map.of("of", name));
        return Step.function("fromfd", args, named(other));
    }

    private Step select() {
        Map<String, Object> args = new HashMap<>();
        for (String way : List.of("read", "write", "except")) {
            List<String> some = sockets.keySet().stream().filter(_ -> chance.is(0.4)).toList();
            args.put(way, some);
        }
        args.put("timeout", chance.of(0, 0, 0, 0.01));
        return Step.function("select", args);
    }

    private Step another() {
        Kind some = chance.of(List.copyOf(sockets.values()));
        boolean hearsOthers = some.proto().equals("IPPROTO_ICMP");
        Kind kind = hearsOthers ? Kind.UDP : some;
        return Step.function("socket", made(kind), named(kind));
    }

    private Step makefile(String name) {
        String mode = chance.of("r", "w", "rw", "rb", "wb", "rwb");
        Map<String, Object> args = new HashMap<>();
        args.put("mode", mode);
        args.put("bufsize", mode.endsWith("b") ? chance.of(-1, 0, 2, 5) : chance.of(-1, 1));
        if (!mode.endsWith("b") && chance.is(0.7)) {
            args.put("newline", chance.of("", "\n", "\r\n"));
        }
        String file = "f" + files.size();
        files.add(file);
        return Step.method("makefile", name, args, file);
    }

    /// In blocking mode, with another that acts while it waits.
    private Step answered(String name) {
        String other = chance.of(sameFamily(sockets.get(name)));
        on("setblocking", name, Map.of("flag", true));
        String flags = chance.of("0", "MSG_PEEK", "MSG_WAITALL", "MSG_PEEK|MSG_WAITALL");
        Map<String, Object> all = Map.of("bufsize", 10, "flags", flags);
        Step first =
                chance.of(
                        Step.method("recv", name, all),
                        Step.method("recvfrom", name, all),
                        Step.method("recvmsg", name, with(all, Map.of("ancbufsize", 0))),
                        accepting(name));
        String bytes = chance.data(chance.of(3, 10));
        Map<String, Object> data = Map.of("data", bytes, "flags", "MSG_DONTWAIT");
        Map<String, Object> urgent = Map.of("data", bytes, "flags", "MSG_DONTWAIT|MSG_OOB");
        return first.meanwhile(
                chance.of(
                        Step.method("send", other, data),
                        Step.method("send", other, data),
                        Step.method("send", other, urgent),
                        passing(other),
                        Step.method("sendto", other, with(data, to(name))),
                        Step.method("shutdown", other, Map.of("how", "SHUT_WR")),
                        Step.method("shutdown", name, Map.of("how", "SHUT_RD"))));
    }

    private Step passing(String name) {
        Map<String, ?> args =
                Map.of(
                        "buffers",
                        List.of(chance.data(3)),
                        "flags",
                        "MSG_DONTWAIT",
                        "ancdata",
                        List.of(
                                Map.of(
                                        "level",
                                        "SOL_SOCKET",
                                        "type",
                                        "SCM_RIGHTS",
                                        "sockets",
                                        List.of(name))));
        return Step.method("sendmsg", name, args);
    }

    // Names, and what calls are made of

    private String named(Kind kind) {
        String name = names < 26 ? Character.toString('a' + names) : "n" + names;
        names++;
        sockets.put(name, kind);
        return name;
    }

    private String socket(Kind kind) {
        String name = named(kind);
        steps.add(Step.function("socket", made(kind), name));
        return name;
    }

    private void on(String call, String name, Map<String, ?> args) {
        steps.add(Step.method(call, name, args));
    }

    private void accept(String listener) {
        steps.add(accepting(listener));
    }

    private static Map<String, String> made(Kind kind) {
        return Map.of("family", kind.family(), "type", kind.type(), "proto", kind.proto());
    }

    private static Map<String, ?> to(String name) {
        return Map.of("address", Map.of("of", name));
    }

    private static Map<String, Object> with(Map<String, ?> args, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(args);
        all.putAll(more);
        return all;
    }

    /// An address to connect or to send to: mostly another socket's.
    private Map<String, ?> to(Kind kind) {
        return chance.is(0.8)
                ? to(chance.of(sameFamily(kind)))
                : Map.of("address", address(kind, false));
    }

    private List<String> sameFamily(Kind kind) {
        return sockets.keySet().stream()
                .filter(name -> sockets.get(name).family().equals(kind.family()))
                .toList();
    }

    private Map<String, ?> address(Kind kind, boolean own) {
        return switch (kind.family()) {
            case "AF_INET" ->
                    Map.of(
                            "host",
                            own ? chance.of("127.@.1", "127.@.2", "", "192.0.2.1") : "127.@.3",
                            "port",
                            own ? chance.of(0, 0, 0, 70_000, -1) : chance.of(1, 0, 65_536));
            case "AF_INET6" ->
                    own
                            ? inet6(chance.of("::1", "::", "::ffff:127.@.1", "2001:db8::1"))
                            : Map.of("host", "::1", "port", 1, "flowinfo", 0, "scope_id", 0);
            case "AF_UNIX" -> unix();
            case "AF_NETLINK" -> netlink();
            // Without a hardware address the kernel leaves the header as its memory was.
            case "AF_PACKET" ->
                    Map.of(
                            "ifname",
                            chance.of("lo", "lo", "nolink0"),
                            "protocol",
                            "@",
                            "hwaddr",
                            "AAAAAAAA");
            default -> Map.of("cid", chance.of(1L, 0xffffffffL, 3L), "port", 0xffffffffL);
        };
    }

    private static Map<String, ?> inet() {
        return Map.of("host", "127.@.1", "port", 0);
    }

    private static Map<String, ?> inet6(String host) {
        return Map.of("host", host, "port", 0, "flowinfo", 0, "scope_id", 0);
    }

    private Map<String, ?> unix() {
        return Map.of(
                "path",
                chance.of(
                        "\0model@" + chance.below(3),
                        "\0model@" + chance.below(3),
                        "~/" + chance.below(3),
                        "~/" + chance.below(3),
                        "",
                        "~/" + "long".repeat(40),
                        "~/no/directory"));
    }

    private static Map<String, ?> netlink() {
        return Map.of("pid", 0, "groups", 0);
    }
}
