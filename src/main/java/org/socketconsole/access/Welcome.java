package org.socketconsole.access;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
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
    private final @Nullable InetAddress address;

    Welcome(Token token, @Value("${server.address:#{null}}") @Nullable InetAddress address) {
        this.token = token;
        this.address = address;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        String port =
                ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            log.info("Open {}", url(port));
        }
    }

    private String url(String port) {
        String page = "http://" + host() + ":" + port + "/";
        return token.isRandom() ? page + "#token=" + token.value() : page;
    }

    private String host() {
        if (address == null || address.isAnyLocalAddress()) {
            return "localhost";
        }
        return address instanceof Inet6Address
                ? "[" + address.getHostAddress() + "]"
                : address.getHostAddress();
    }
}
