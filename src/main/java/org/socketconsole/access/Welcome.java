package org.socketconsole.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Says at the start where the console is. The token is in the fragment, which a browser sends to
/// no server; one that was given is known already, and not written anywhere.
@Component
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final Token token;
    private final ServerProperties server;

    Welcome(Token token, ServerProperties server) {
        this.token = token;
        this.server = server;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        String port =
                ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            log.info("Open {}", url(port));
        }
    }

    String url(String port) {
        String page = scheme() + "://" + host() + ":" + port + "/";
        return token.isRandom() ? page + "#token=" + token.value() : page;
    }

    private String scheme() {
        return Ssl.isEnabled(server.getSsl()) ? "https" : "http";
    }

    private String host() {
        InetAddress address = server.getAddress();
        if (address == null || address.isAnyLocalAddress()) {
            return "localhost";
        }
        return address instanceof Inet6Address
                ? "[" + address.getHostAddress() + "]"
                : address.getHostAddress();
    }
}
