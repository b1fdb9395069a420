package org.socketconsole.method;

import org.socketconsole.access.Rules;
import org.socketconsole.call.Address;
import org.socketconsole.call.Call;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.resolve.Addresses;
import org.socketconsole.socket.LiveSocket;
import org.springframework.stereotype.Component;

/// The addresses that calls on sockets give to the kernel, each judged as the bytes that it gets.
@Component
class SocketAddresses {

    private final Addresses addresses;
    private final Rules rules;

    SocketAddresses(Addresses addresses, Rules rules) {
        this.addresses = addresses;
        this.rules = rules;
    }

    byte[] sockaddr(LiveSocket socket, Address address, Call call) {
        byte[] bytes = addresses.sockaddr(address, socket.kind().family(), call);
        SocketAddress judged = Sockaddr.decode(bytes);
        if (judged != null) {
            rules.permit(call.name(), socket.transport().type(), judged);
        }
        return bytes;
    }
}
