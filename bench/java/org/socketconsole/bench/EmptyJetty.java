package org.socketconsole.bench;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import java.nio.ByteBuffer;

/// The floor: Jetty reads a request and answers the same to all.
final class EmptyJetty {

    private static final byte[] ANSWER =
            "{\"sockets\":[{\"id\":\"s-1\"},{\"id\":\"s-2\"}]}".getBytes();

    private EmptyJetty() {}

    public static void main(String[] arguments) throws Exception {
        LoggingSystem.get(EmptyJetty.class.getClassLoader()).setLogLevel(null, LogLevel.WARN);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(
                new Handler.Abstract() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback)
                            throws Exception {
                        Content.Source.asByteBuffer(request);
                        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                        response.write(true, ByteBuffer.wrap(ANSWER), callback);
                        return true;
                    }
                });
        server.start();
    }
}
