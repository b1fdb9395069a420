package org.socketconsole.socket;

import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that is started as inetd would: with a connection among its descriptors.
class InheritedDescriptorIT {

    private static final int FD = 7;
    private static final Pattern OPEN = Pattern.compile("Open http://[^:]+:(\\d+)/");

    private Process server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.destroy();
        }
    }

    @Test
    void aSocketThatTheProcessWasStartedWithCanBeAdopted() throws Exception {
        Capabilities.assume(
                Files.exists(Path.of("/bin/bash")),
                "bash gives the process its socket, and is not here: adoption was NOT tested");
        try (ServerSocket listener = Peers.server()) {
            Api api = start(listener.getLocalPort());
            try (Socket peer = listener.accept()) {
                String request = json("{'fd': %d, 'family': 'AF_INET', 'type': 1}", FD);
                assertThat(api.post("/sockets/fromfd", request))
                        .isCreated()
                        .has("state", "CONNECTED")
                        .has("local_address/port", peer.getPort())
                        .has("peer_address/port", peer.getLocalPort());
            }
        }
    }

    /// The server prints its address when it is ready.
    private Api start(int port) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        server =
                new ProcessBuilder(
                                "/bin/bash",
                                "-c",
                                "exec %d<>/dev/tcp/127.0.0.1/%d; exec \"$@\"".formatted(FD, port),
                                "bash",
                                java,
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.socketconsole.SocketConsoleApplication",
                                "--server.port=0",
                                "--console.token=" + Api.TOKEN)
                        .redirectErrorStream(true)
                        .start();
        return server.inputReader()
                .lines()
                .map(OPEN::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(address -> Api.at(Integer.parseInt(address.group(1))))
                .orElseThrow();
    }
}
