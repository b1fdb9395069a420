package org.socketconsole.access;

import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.socketconsole.net.SocketAddress;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/// Keeps the console's own port for the console. Through itself it could be reached past the rules
/// of the browser, and whoever binds the number at another address of this host could be taken for
/// it.
@Component
class OwnPort implements Rule {

    private volatile int port = -1;

    @EventListener
    void opened(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @Override
    public void permit(String call, int type, SocketAddress address) {
        switch (address) {
            case Inet4 inet -> permit(call, type, inet.host(), inet.port());
            case Inet6 inet -> permit(call, type, inet.host(), inet.port());
            default -> {}
        }
    }

    private void permit(String call, int type, byte[] host, int to) {
        boolean binds = call.equals("bind");
        if (to == port && (binds || type == SOCK_STREAM) && isThisHost(host)) {
            throw new ForbiddenException(
                    "Port "
                            + port
                            + " of this host is the console's own: "
                            + (binds
                                    ? "what listens there could be taken for it."
                                    : "it is not reached through itself."));
        }
    }

    /// An IPv4 address within an IPv6 one is that address.
    private static boolean isThisHost(byte[] host) {
        try {
            InetAddress address = InetAddress.getByAddress(host);
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (UnknownHostException | SocketException unknown) {
            return true;
        }
    }
}
