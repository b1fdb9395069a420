package org.socketconsole.option;

import org.socketconsole.descriptor.SocketKind;
import org.socketconsole.net.Constants;

import java.util.Arrays;
import java.util.List;

/// Which sockets have an option, as the table writes it: alternatives parted by commas, each of
/// words that all have to fit, as `AF_INET|AF_INET6 IPPROTO_TCP`; or `any`.
record Scope(String cell) {

    boolean includes(SocketKind kind) {
        List<String> names = names(kind);
        return Arrays.stream(cell.split(", ")).anyMatch(all -> fits(all, names));
    }

    private static boolean fits(String all, List<String> names) {
        return Arrays.stream(all.split(" "))
                .allMatch(word -> Arrays.stream(word.split("\\|")).anyMatch(names::contains));
    }

    private static List<String> names(SocketKind kind) {
        return List.of(
                "any",
                Constants.name("AF_", kind.family()),
                Constants.name("SOCK_", kind.type()),
                Constants.name("IPPROTO_", kind.proto()));
    }
}
