package org.socketconsole.host;

import static org.socketconsole.net.Errno.EACCES;
import static org.socketconsole.net.Errno.EPERM;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.SOCK_CLOEXEC;
import static org.socketconsole.net.SocketConstants.SOCK_RAW;

import org.jspecify.annotations.Nullable;
import org.socketconsole.host.HostController.Family;
import org.socketconsole.host.HostController.Type;
import org.socketconsole.libc.Libc;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;
import org.socketconsole.net.Errno;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The families and types of which this kernel opens a socket, found by opening one of each.
@Component
class SocketKinds {

    private static final List<String> FAMILIES =
            List.of("AF_INET", "AF_INET6", "AF_UNIX", "AF_PACKET", "AF_NETLINK", "AF_VSOCK");
    private static final List<String> TYPES =
            List.of("SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW", "SOCK_SEQPACKET");
    private static final Set<Integer> MISSING_RIGHTS = Set.of(-EPERM, -EACCES);
    private static final int IPPROTO_RAW = 255;

    private final Libc libc;
    private final Supplier<List<Family>> families = SingletonSupplier.of(this::probe);

    SocketKinds(Libc libc) {
        this.libc = libc;
    }

    List<Family> families() {
        return families.get();
    }

    private List<Family> probe() {
        return constants(FAMILIES)
                .map(family -> new Family(family.name(), number(family), types(number(family))))
                .filter(family -> !family.types().isEmpty())
                .toList();
    }

    private List<Type> types(int family) {
        return constants(TYPES).map(type -> type(family, type)).filter(Objects::nonNull).toList();
    }

    /// Null for a type that the family has not.
    private @Nullable Type type(int family, Constant type) {
        int fd = libc.socket(family, number(type) | SOCK_CLOEXEC, protocol(family, number(type)));
        if (fd >= 0) {
            libc.close(fd);
            return new Type(type.name(), number(type), null);
        }
        return MISSING_RIGHTS.contains(fd)
                ? new Type(type.name(), number(type), Errno.of(-fd).symbol())
                : null;
    }

    /// A raw socket of the internet families needs one.
    private static int protocol(int family, int type) {
        boolean internet = family == AF_INET || family == AF_INET6;
        return internet && type == SOCK_RAW ? IPPROTO_RAW : 0;
    }

    private static Stream<Constant> constants(List<String> names) {
        return names.stream().map(name -> Constants.find(name).orElseThrow());
    }

    private static int number(Constant constant) {
        return (int) constant.value();
    }
}
