package org.socketconsole.model;

import static org.socketconsole.testing.Json.base64;

import org.socketconsole.net.Constants;
import org.socketconsole.net.Table;
import org.socketconsole.testing.Bytes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Arguments of `getsockopt` and `setsockopt`, mostly of the options that a socket has.
final class Options {

    private record Option(String level, String name, String kind) {}

    private static final List<Option> ALL = read();

    /// Options that are read but not set, since what they do is for the machine, reaches the other
    /// side, or takes time.
    private static final Set<String> LEFT_ALONE =
            Set.of(
                    "PACKET_FANOUT", // shares packets among all sockets of the host
                    "NETLINK_ADD_MEMBERSHIP", // hears the other side
                    "NETLINK_LISTEN_ALL_NSID",
                    "SO_BUSY_POLL", // spins
                    "SO_LINGER", // waits in close; set without seconds below
                    "SO_MAX_PACING_RATE", // delivers late
                    "TCP_DEFER_ACCEPT", // delivers late
                    "TCP_TX_DELAY", // delivers late
                    "TCP_REPAIR", // takes TCP out of the kernel's hands
                    "TCP_ULP", // loads modules
                    "TCP_CONGESTION", // loads modules
                    "UDP_ENCAP"); // gives datagrams to IPsec

    private final Chance chance;

    Options(Chance chance) {
        this.chance = chance;
    }

    Map<String, Object> reading(Kind kind) {
        Map<String, Object> args = named(option(kind));
        if (chance.is(0.5)) {
            args.put("buflen", chance.of(0, 1, 3, 4, 8, 16, 100, 1024, 1025, -1));
        }
        return args;
    }

    Map<String, Object> setting(Kind kind) {
        Option option = option(kind);
        while (LEFT_ALONE.contains(option.name)) {
            option = option(kind);
        }
        Map<String, Object> args = named(option);
        args.putAll(value(option));
        return args;
    }

    private Map<String, ?> value(Option option) {
        if (chance.is(0.1)) {
            return Map.of("data", chance.data(chance.of(0, 1, 2, 4, 8, 16, 40)));
        }
        if (chance.is(0.05)) {
            return Map.of("optlen", chance.of(0, 4, 16));
        }
        return switch (option.kind) {
            case "flag" -> Map.of("value", chance.of(0, 1, 1, 2));
            case "timeval" -> Map.of("data", base64(Bytes.timeval(0, chance.of(0, 2000))));
            case "linger" -> Map.of("data", base64(Bytes.ints(1, 0)));
            case "ip_mreqn" ->
                    Map.of("data", base64(new byte[] {(byte) 224, 1, 1, 1, 127, 0, 0, 1}));
            case "string" -> Map.of("data", base64(chance.of("lo", "nolink0", "")));
            default ->
                    Map.of(
                            "value",
                            chance.of(0, 1, 1, 2, 5, 100, 4096, 1 << 20, -1, Integer.MAX_VALUE));
        };
    }

    private Option option(Kind kind) {
        if (chance.is(0.03)) {
            return new Option("77", "77", "int");
        }
        List<String> levels =
                switch (kind.family()) {
                    case "AF_INET" -> List.of("SOL_SOCKET", "IPPROTO_IP", transport(kind));
                    case "AF_INET6" ->
                            List.of("SOL_SOCKET", "IPPROTO_IPV6", "IPPROTO_IP", transport(kind));
                    case "AF_NETLINK" -> List.of("SOL_SOCKET", "SOL_NETLINK");
                    case "AF_PACKET" -> List.of("SOL_SOCKET", "SOL_PACKET");
                    case "AF_VSOCK" -> List.of("SOL_SOCKET", "AF_VSOCK");
                    default -> List.of("SOL_SOCKET", "SOL_SOCKET", "IPPROTO_TCP");
                };
        String level = chance.of(levels);
        return chance.of(ALL.stream().filter(option -> option.level.equals(level)).toList());
    }

    private static String transport(Kind kind) {
        return kind.isStream() ? "IPPROTO_TCP" : "IPPROTO_UDP";
    }

    private static Map<String, Object> named(Option option) {
        return new HashMap<>(Map.of("level", option.level, "optname", option.name));
    }

    /// The options that the console knows, and those that it refuses.
    private static List<Option> read() {
        Stream<Option> refused =
                Table.rows("options-refused").stream()
                        .filter(cells -> Constants.find(cells[1]).isPresent())
                        .map(cells -> new Option(cells[0], cells[1], "raw"));
        Stream<Option> known =
                Table.rows("options").stream()
                        .map(cells -> new Option(cells[0], cells[1], cells[2]));
        return Stream.concat(known, refused).toList();
    }
}
