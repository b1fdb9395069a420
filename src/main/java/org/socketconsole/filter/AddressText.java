package org.socketconsole.filter;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An address in one line, as people write it.
public final class AddressText {

    private AddressText() {}

    public static String of(Address address) {
        return Stream.of(host(address), address.path(), address.ifname(), address.cid())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String host(Address address) {
        String host = address.host();
        if (host == null) {
            return null;
        }
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.port();
    }
}
