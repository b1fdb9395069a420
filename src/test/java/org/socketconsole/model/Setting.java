package org.socketconsole.model;

import org.socketconsole.net.Constants;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// What differs between the two sides, so that neither meets the other's sockets.
///
/// @param mark stands for `@` in the names of a side: the two middle parts of its loopback
///   addresses
/// @param directory stands for `~`: as long as that of the other side
/// @param protocol stands for `@` as an Ethernet type: one of those for local experiments
/// @param proto stands for `@` as an IP protocol: one of those for experiments, RFC 3692
record Setting(String mark, Path directory, int protocol, int proto) {

    /// How the setting is told to CPython.
    String json() {
        Map<String, Long> constants =
                Constants.all().stream()
                        .collect(Collectors.toMap(c -> c.name(), c -> c.value(), (a, b) -> a));
        return Step.MAPPER.writeValueAsString(
                Map.of(
                        "@", mark,
                        "~", directory.toString(),
                        "protocol", protocol,
                        "proto", proto,
                        "constants", constants));
    }

    String placed(String text) {
        return text.replace("@", mark).replace("~", directory.toString());
    }

    String general(String text) {
        return text.replace(directory.toString(), "~").replace(mark, "@");
    }
}
