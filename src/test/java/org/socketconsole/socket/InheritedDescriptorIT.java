package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that is started as inetd would: with a connection among its descriptors.
class InheritedDescriptorIT {

    private static final int FD = 7;
    private static final Pattern OPEN = Pattern.compile("Open (http://\\S+)#token=(\\S+)");

    private Process server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.destroy();
        }
    }

    @Test
    void aSocketThatTheProcessWasStartedWithCanBeAdopted() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/bin/bash")),
                "bash gives the process its socket, and is not here: adoption was NOT tested");
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Matcher open = start(listener.getLocalPort());
            try (Socket peer = listener.accept()) {
                HttpResponse<String> adopted =
                        fromfd(
                                open,
                                "{\"fd\": 7, \"family\": \"AF_INET\", \"type\": \"SOCK_STREAM\"}");
                assertThat(adopted.statusCode()).as(adopted.body()).isEqualTo(201);
                assertThat(adopted.body())
                        .contains("\"state\":\"CONNECTED\"", "\"port\":" + peer.getLocalPort());
            }
        }
    }

    /// Answers with the URL and the token that the server prints.
    private Matcher start(int port) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        server =
                new ProcessBuilder(
                                "/bin/bash",
                                "-c",
                                "exec %d<>/dev/tcp/127.0.0.1/%d; exec \"$@\"".formatted(FD, port),
                                "bash",
                                java,
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.socketconsole.SocketConsoleApplication",
                                "--server.port=0")
                        .redirectErrorStream(true)
                        .start();
        BufferedReader output = server.inputReader();
        return output.lines().map(OPEN::matcher).filter(Matcher::find).findFirst().orElseThrow();
    }

    private static HttpResponse<String> fromfd(Matcher open, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(open.group(1) + "api/v1/sockets/fromfd"))
                        .header("Authorization", "Bearer " + open.group(2))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
