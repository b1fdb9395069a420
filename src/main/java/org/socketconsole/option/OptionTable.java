package org.socketconsole.option;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.descriptor.SocketKind;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;
import org.socketconsole.net.Spelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The options of Linux, from `options.tsv`: sorted by level and then by name.
///
/// Left out are those that are refused, see [RefusedOptions], unless they have a typed form, as
/// `SO_ATTACH_FILTER`; the rings of `AF_PACKET`, which are for a process that maps them; those
/// whose `optlen` counts anything but bytes (`TCP_AO_GET_KEYS`), and `SO_PEERNAME`, which is
/// `getpeername`.
final class OptionTable {

    private static final List<SocketOption> ALL = read();

    private OptionTable() {}

    static List<SocketOption> all() {
        return ALL;
    }

    static List<SocketOption> of(SocketKind socket) {
        return ALL.stream().filter(option -> option.scope().includes(socket)).toList();
    }

    /// By one of the names that it has.
    static SocketOption find(SocketKind socket, String name) {
        String preferred = Constants.find(name).map(Constant::aliasOf).orElse(name);
        return of(socket).stream()
                .filter(option -> option.name().equals(preferred))
                .findFirst()
                .orElseThrow(() -> unknown(socket, name));
    }

    private static NotFoundException unknown(SocketKind socket, String name) {
        List<String> names = of(socket).stream().map(SocketOption::name).toList();
        String hint =
                Spelling.nearest(name, names).map("; did you mean `%s`?"::formatted).orElse(".");
        return new NotFoundException("This socket has no option `" + name + "`" + hint);
    }

    static Optional<SocketOption> find(SocketKind socket, int level, int optname) {
        return ALL.stream()
                .filter(option -> option.isNumbered(level, optname))
                .filter(option -> option.scope().includes(socket))
                .findFirst();
    }

    static @Nullable String levelName(int level) {
        return ALL.stream()
                .map(SocketOption::level)
                .filter(each -> each.value() == level)
                .map(Constant::name)
                .findFirst()
                .orElse(null);
    }

    static @Nullable String name(int level, int optname) {
        return ALL.stream()
                .filter(option -> option.isNumbered(level, optname))
                .map(SocketOption::name)
                .findFirst()
                .orElse(null);
    }

    private static List<SocketOption> read() {
        try (InputStream table = OptionTable.class.getResourceAsStream("/options.tsv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(SocketOption::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
