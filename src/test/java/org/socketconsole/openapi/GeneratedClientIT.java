package org.socketconsole.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.client.ApiClient;
import org.socketconsole.client.ApiException;
import org.socketconsole.client.api.SocketsApi;
import org.socketconsole.client.model.Address;
import org.socketconsole.client.model.AddressRequest;
import org.socketconsole.client.model.ListenRequest;
import org.socketconsole.client.model.RecvRequest;
import org.socketconsole.client.model.SendRequest;
import org.socketconsole.client.model.Socket;
import org.socketconsole.client.model.SocketRequest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// The client that openapi-generator makes of the document in git, against the server.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "console.token=generated-client")
class GeneratedClientIT {

    private static final BigDecimal NO_LIMIT = null;

    @LocalServerPort private int port;
    private SocketsApi api;

    @BeforeEach
    void makeClient() {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://localhost:" + port);
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer generated-client"));
        api = new SocketsApi(client);
    }

    @Test
    void theEchoProgramsOf1998RunThroughIt() throws Exception {
        Socket server = api.socket(NO_LIMIT, new SocketRequest().label("echo server"));
        api.bind(server.getId(), at(0), NO_LIMIT);
        api.listen(server.getId(), NO_LIMIT, new ListenRequest().backlog(1));
        long bound = api.getsockname(server.getId(), NO_LIMIT).getPort();
        CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> echoOnce(server));

        Socket client = api.socket(NO_LIMIT, new SocketRequest().family("AF_INET"));
        api.connect(client.getId(), at(bound), NO_LIMIT);
        api.send(client.getId(), new SendRequest().text("Hello, world"), NO_LIMIT);
        byte[] data = api.recv(client.getId(), new RecvRequest().bufsize(1024), NO_LIMIT).getData();
        api.close(client.getId(), NO_LIMIT);

        assertThat(new String(data, StandardCharsets.UTF_8)).isEqualTo("Hello, world");
        echo.join();
        api.close(server.getId(), NO_LIMIT);
    }

    @Test
    void aFailedCallIsAnExceptionWithTheProblem() throws Exception {
        Socket socket = api.socket(NO_LIMIT, new SocketRequest());
        ApiException failure =
                catchThrowableOfType(
                        ApiException.class, () -> api.getpeername(socket.getId(), NO_LIMIT));
        assertThat(failure.getCode()).isEqualTo(409);
        assertThat(failure.getResponseBody()).contains("\"symbol\":\"ENOTCONN\"");
    }

    private void echoOnce(Socket server) {
        try {
            String conn = api.accept(server.getId(), NO_LIMIT).getConn().getId();
            RecvRequest piece = new RecvRequest().bufsize(1024);
            for (byte[] data = api.recv(conn, piece, NO_LIMIT).getData();
                    data.length > 0;
                    data = api.recv(conn, piece, NO_LIMIT).getData()) {
                api.send(conn, new SendRequest().data(data), NO_LIMIT);
            }
            api.close(conn, NO_LIMIT);
        } catch (ApiException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static AddressRequest at(long port) {
        return new AddressRequest().address(new Address().host("127.0.0.1").port(port));
    }
}
