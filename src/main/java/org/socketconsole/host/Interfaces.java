package org.socketconsole.host;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;

import org.socketconsole.host.HostController.Interface;
import org.socketconsole.libc.Libc;
import org.springframework.stereotype.Component;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/// The network interfaces that have an address, with their addresses as one binds to them.
@Component
class Interfaces {

    private final Libc libc;

    Interfaces(Libc libc) {
        this.libc = libc;
    }

    List<Interface> all() {
        try {
            return NetworkInterface.networkInterfaces()
                    .map(this::of)
                    .filter(found -> !found.addresses().isEmpty())
                    .toList();
        } catch (SocketException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Interface of(NetworkInterface found) {
        String name = found.getName();
        return new Interface(
                name, found.inetAddresses().map(address -> text(address, name)).toList());
    }

    /// A link-local address means nothing without its interface.
    private String text(InetAddress address, String name) {
        byte[] bytes = address.getAddress();
        String text = libc.inet_ntop(bytes.length == 4 ? AF_INET : AF_INET6, bytes);
        return address.isLinkLocalAddress() && bytes.length > 4 ? text + "%" + name : text;
    }
}
