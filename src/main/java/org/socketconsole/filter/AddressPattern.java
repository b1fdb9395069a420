package org.socketconsole.filter;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses that are meant by a host, a prefix, a host and a port, or a part of a path or a name.
record AddressPattern(Predicate<Address> predicate) {

    private static final Pattern PREFIX = Pattern.compile("([^/]+)/([0-9]{1,3})");
    private static final Pattern WITH_PORT =
            Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+)):([0-9]{1,10})");

    static AddressPattern of(Node.Term term) {
        term.requireColon();
        Matcher prefix = PREFIX.matcher(term.value());
        byte[] network = prefix.matches() ? literal(prefix.group(1)) : null;
        if (network != null) {
            return new AddressPattern(inside(network, Integer.parseInt(prefix.group(2)), term));
        }
        Matcher withPort = WITH_PORT.matcher(term.value());
        if (!withPort.matches()) {
            return new AddressPattern(host(term.value()));
        }
        String host = withPort.group(1) == null ? withPort.group(2) : withPort.group(1);
        long port = Long.parseLong(withPort.group(3));
        return new AddressPattern(
                host(host).and(address -> address.port() != null && address.port() == port));
    }

    private static Predicate<Address> inside(byte[] network, int bits, Node.Term term) {
        if (bits > network.length * Byte.SIZE) {
            throw term.invalid("The prefix has at most " + network.length * Byte.SIZE + " bits");
        }
        return address -> {
            byte[] host = address.host() == null ? null : literal(address.host());
            return host != null && host.length == network.length && isSame(host, network, bits);
        };
    }

    private static boolean isSame(byte[] one, byte[] other, int bits) {
        for (int i = 0; i < bits; i++) {
            int shift = Byte.SIZE - 1 - i % Byte.SIZE;
            if (((one[i / Byte.SIZE] ^ other[i / Byte.SIZE]) >> shift & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<Address> host(String text) {
        byte[] literal = literal(text);
        if (literal != null) {
            return address ->
                    address.host() != null && Arrays.equals(literal, literal(address.host()));
        }
        String part = text.toLowerCase(Locale.ROOT);
        return address -> AddressText.of(address).toLowerCase(Locale.ROOT).contains(part);
    }

    /// Null for what is no literal; no name is ever looked up.
    private static byte @Nullable [] literal(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException name) {
            return null;
        }
    }
}
