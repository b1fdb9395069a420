package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.net.http.HttpClient.Version.HTTP_2;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Command;
import org.socketconsole.testing.Contract;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Over TLS, with a key of the test's own.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"server.http2.enabled=true", "console.token=" + Api.TOKEN})
@DirtiesContext
class TlsTests {

    private static final String PASSWORD = "changeit";

    @TempDir private static Path directory;

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void makeKey(DynamicPropertyRegistry properties) {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Command.run(
                        directory,
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        "key.p12",
                        "-storepass",
                        PASSWORD,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost")
                .succeeded();
        properties.add("server.ssl.key-store", () -> directory.resolve("key.p12").toString());
        properties.add("server.ssl.key-store-password", () -> PASSWORD);
    }

    @ParameterizedTest
    @EnumSource
    void bothProtocolsAreSpoken(HttpClient.Version version) throws Exception {
        try (HttpClient client = client(version)) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(uri("https", "/sockets"))
                                    .header("Authorization", "Bearer " + Api.TOKEN)
                                    .build(),
                            BodyHandlers.ofString());
            Contract.check(answer);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aWebSocketIsOpened() throws Exception {
        CompletableFuture<CharSequence> answer = new CompletableFuture<>();
        try (HttpClient client = client(HTTP_2)) {
            WebSocket channel =
                    client.newWebSocketBuilder()
                            .header("Authorization", "Bearer " + Api.TOKEN)
                            .buildAsync(uri("wss", "/channel"), first(answer))
                            .join();
            channel.sendText("{\"n\": 1, \"call\": \"gethostname\"}", true);
            assertThat(answer.get(30, TimeUnit.SECONDS)).startsWith("{\"n\":1,\"status\":200");
            channel.abort();
        }
    }

    @Test
    void anAddressThatIsNotInTheCertificateIsServedToWhoAcceptsThat() throws Exception {
        try (Socket socket = trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
            String head = "GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(Bytes.utf8(head.formatted(port)));
            assertThat(Bytes.latin1(socket.getInputStream().readAllBytes()))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static WebSocket.Listener first(CompletableFuture<CharSequence> answer) {
        return new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                answer.complete(text.toString());
                return null;
            }
        };
    }

    private HttpClient client(HttpClient.Version version) throws Exception {
        return HttpClient.newBuilder().version(version).sslContext(trusting()).build();
    }

    private static SSLContext trusting() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("key.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private URI uri(String scheme, String path) {
        return URI.create("%s://localhost:%d/api/v1%s".formatted(scheme, port, path));
    }
}
