package org.socketconsole.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server in a process of its own, which can be killed and started anew where it was.
public final class ServerProcess implements AutoCloseable {

    private static final Pattern OPEN = Pattern.compile("Open http://[^:]+:(\\d+)/");

    private Process process;
    private final int port;

    private ServerProcess(Process process) {
        this.process = process;
        this.port = awaitPort(process);
    }

    public static ServerProcess start() {
        return new ServerProcess(process(0));
    }

    public Api api() {
        return Api.at(port);
    }

    /// As `kill -9` does it: nothing is closed in order.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public void startAnew() {
        process = process(port);
        awaitPort(process);
    }

    @Override
    public void close() {
        kill();
    }

    private static Process process(int port) {
        try {
            return new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.socketconsole.SocketConsoleApplication",
                            "--server.port=" + port,
                            "--console.token=" + Api.TOKEN)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It prints its address when it is ready; what it prints later must not fill the pipe.
    private static int awaitPort(Process process) {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(l -> read(l, port)));
        process.onExit().thenAccept(ended -> port.completeExceptionally(new IOException("ended")));
        return port.join();
    }

    private static void read(String line, CompletableFuture<Integer> port) {
        Matcher address = OPEN.matcher(line);
        if (address.find()) {
            port.complete(Integer.parseInt(address.group(1)));
        }
    }
}
