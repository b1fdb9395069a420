package org.socketconsole.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.client.ApiClient;
import org.socketconsole.client.ApiException;
import org.socketconsole.client.api.SocketsApi;
import org.socketconsole.client.model.Address;
import org.socketconsole.client.model.AddressRequest;
import org.socketconsole.client.model.ListenRequest;
import org.socketconsole.client.model.Problem;
import org.socketconsole.client.model.RecvRequest;
import org.socketconsole.client.model.SendRequest;
import org.socketconsole.client.model.SetOptionRequest;
import org.socketconsole.client.model.SocketOption;
import org.socketconsole.client.model.SocketRequest;
import org.socketconsole.testing.Api;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The client for Java.
class GeneratedClientIT extends ClientTests {

    private static final BigDecimal NO_LIMIT = null;
    private static final String NO_KEY = null;

    private final ApiClient client = new ApiClient();
    private SocketsApi sockets;

    @BeforeEach
    void makeClient() {
        client.updateBaseUri("http://127.0.0.1:" + api.port());
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + Api.TOKEN));
        sockets = new SocketsApi(client);
    }

    @Test
    void itsModelsFitWhatTheServerAnswers() throws Exception {
        String id = opened(new SocketRequest().label("options"));
        assertThat(listed(id, "SO_REUSEADDR").getValue()).isEqualTo(0);
        assertThat(set(id, "SO_REUSEADDR", 1)).isEqualTo(1);
        Map<String, Integer> linger = Map.of("onoff", 1, "linger", 5);
        assertThat(set(id, "SO_LINGER", linger)).isEqualTo(linger);
        sockets.close(id, NO_LIMIT);
        Problem problem = problem(() -> sockets.fileno(id, NO_LIMIT));
        assertThat(problem.getStatus()).isEqualTo(410);
        assertThat(problem.getSymbol()).isEqualTo("EBADF");
    }

    @Test
    void theEchoProgramsOf1998RunThroughIt() throws Exception {
        String server = opened(new SocketRequest().label("echo server"));
        sockets.bind(server, at(0), NO_LIMIT, NO_KEY);
        sockets.listen(server, NO_LIMIT, NO_KEY, new ListenRequest().backlog("SOMAXCONN"));
        long bound = sockets.getsockname(server, NO_LIMIT).getPort();
        CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> echoOnce(server));

        String id = opened(new SocketRequest().family("AF_INET"));
        sockets.connect(id, at(bound), NO_LIMIT, NO_KEY);
        send(id, new SendRequest().text("Hello, world"));
        byte[] data = recv(id);
        sockets.close(id, NO_LIMIT);

        assertThat(new String(data, StandardCharsets.UTF_8)).isEqualTo("Hello, world");
        echo.join();
        sockets.close(server, NO_LIMIT);
    }

    private void echoOnce(String server) {
        try {
            String conn = sockets.accept(server, NO_LIMIT, NO_KEY).getConn().getId();
            for (byte[] data = recv(conn); data.length > 0; data = recv(conn)) {
                send(conn, new SendRequest().data(data));
            }
            sockets.close(conn, NO_LIMIT);
        } catch (ApiException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String opened(SocketRequest request) throws ApiException {
        return sockets.socket(NO_LIMIT, NO_KEY, request).getId();
    }

    private SocketOption listed(String id, String name) throws ApiException {
        return sockets.listOptions(id, NO_LIMIT).getItems().stream()
                .filter(option -> option.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Object set(String id, String name, Object value) throws ApiException {
        return sockets.setOption(id, name, new SetOptionRequest().value(value), NO_LIMIT)
                .getValue();
    }

    private void send(String id, SendRequest request) throws ApiException {
        sockets.send(id, request, null, null, NO_LIMIT, NO_KEY);
    }

    private byte[] recv(String id) throws ApiException {
        RecvRequest piece = new RecvRequest().bufsize(1024);
        return sockets.recv(id, null, null, null, null, NO_LIMIT, NO_KEY, piece).getData();
    }

    private Problem problem(ThrowingCallable call) {
        ApiException failure = catchThrowableOfType(ApiException.class, call);
        return client.getObjectMapper().readValue(failure.getResponseBody(), Problem.class);
    }

    private static AddressRequest at(long port) {
        return new AddressRequest().address(new Address().host("127.0.0.1").port(port));
    }
}
