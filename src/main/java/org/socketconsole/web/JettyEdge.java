package org.socketconsole.web;

import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HostHeaderCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.socketconsole.access.BodyRoom;
import org.socketconsole.dispatch.ConsoleProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// What Jetty takes, and how long it waits for it. A bare line feed ends no line: a proxy before
/// this server may think so, and see other requests than the server does.
@Component
class JettyEdge implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    /// Of one connection of HTTP/2; as many as a channel's calls.
    private static final int MOST_STREAMS = 16_384;

    /// The kernel cuts it to `net.core.somaxconn`, see listen(2).
    private static final int BACKLOG = 4096;

    private final HttpProperties http;
    private final ConsoleProperties console;
    private final BodyRoom room;

    JettyEdge(HttpProperties http, ConsoleProperties console, BodyRoom room) {
        this.http = http;
        this.console = console;
        this.room = room;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(this::customize);
    }

    private void customize(Server server) {
        server.getDescendants(ServletContextHandler.class).forEach(JettyEdge::keepNoSessions);
        server.insertHandler(
                new BodyHandler(
                        BodyLimits.of(http, console.maxBody().toBytes()),
                        room,
                        server.getScheduler()));
        server.insertHandler(new LongTalk.OfRequests());
        for (Connector connector : server.getConnectors()) {
            connector.addBean(new SlowHeads(connector, http));
            haveRoomForMany(connector);
            connector.getConnectionFactories().forEach(JettyEdge::beStrict);
            connector.getConnectionFactories().forEach(JettyEdge::shareConnections);
        }
    }

    /// With the JDK's 50 a client of a burst waits a second for its connection to be asked for
    /// again.
    private static void haveRoomForMany(Connector connector) {
        if (connector instanceof ServerConnector server) {
            server.setAcceptQueueSize(BACKLOG);
        }
    }

    /// Nobody has one here, and each request would be looked through for it.
    private static void keepNoSessions(ServletContextHandler context) {
        context.setSessionHandler(new NoSessions());
    }

    private static final class NoSessions extends SessionHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            Handler next = getHandler();
            return next != null && next.handle(request, response, callback);
        }
    }

    private static void beStrict(ConnectionFactory protocol) {
        if (protocol instanceof HttpConfiguration.ConnectionFactory http) {
            HttpConfiguration configuration = http.getHttpConfiguration();
            configuration.setHttpCompliance(HttpCompliance.STRICT);
            leaveNamesToHostFilter(configuration.getCustomizer(SecureRequestCustomizer.class));
        }
    }

    /// Jetty would refuse each name that is not in the certificate, and all addresses. Whether the
    /// certificate suits is for the client to judge.
    private static void leaveNamesToHostFilter(@Nullable SecureRequestCustomizer tls) {
        if (tls != null) {
            tls.setSniHostCheck(false);
        }
    }

    /// Each call that waits is a stream of HTTP/2; a WebSocket has a connection of its own. The
    /// name of the host, which [HostFilter] asks for, stands in no header of HTTP/2.
    private static void shareConnections(ConnectionFactory protocol) {
        if (protocol instanceof AbstractHTTP2ServerConnectionFactory http2) {
            http2.getHttpConfiguration().addCustomizer(new HostHeaderCustomizer());
            http2.setMaxConcurrentStreams(MOST_STREAMS);
            http2.setConnectProtocolEnabled(false);
        }
    }
}
